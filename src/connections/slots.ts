/** The slots of an X account: a few connections fit, and a further one takes the place of one that can give way. */

/** A slot: one connection that an account holds, of the few that fit. Times are epoch milliseconds. */
export interface Slot {
  readonly id: string;
  /** When it was last used; when it was signed in while it `isUnused`. */
  readonly usedAt: number;
  /** Not known of connections that an older version opened. */
  readonly openedAt?: number | undefined;
  /** Nobody has called or renewed it yet: perhaps the answer to its sign-in was lost. */
  readonly isUnused?: true | undefined;
  /** What it lived on was lost when somebody signed in anew, so it can no longer work, unless it is used after all. */
  readonly isLost?: true | undefined;
}

/** Said to whoever was refused: the connection `id` makes room for the next sign-in. */
export interface Promised {
  readonly id: string;
  readonly until: number;
  /** The sign-in that was refused, which is not the next one however often it is tried. */
  readonly refused: string;
}

/** The connections that an account holds, and who may take a place among them next. */
export interface Slots {
  readonly connections: readonly Slot[];
  readonly promised?: Promised | undefined;
}

/** A sign-in that needs a slot. */
export interface Arrival {
  readonly id: string;
  readonly now: number;
  /** How many connections fit. */
  readonly most: number;
  /** What those that are there live on is lost. */
  readonly othersCannotWork: boolean;
}

/** After how long without use a connection gives way. */
export const IDLE_HOURS = 24;
const IDLE_MS = IDLE_HOURS * 60 * 60 * 1000;
/** How exactly uses are noted; each note costs a write. */
const NOTE_MS = 15 * 60 * 1000;
/** How long a refused sign-in may be repeated to take a place. */
export const PROMISE_MS = 15 * 60 * 1000;

const idlestOf = (connections: readonly Slot[]): Slot | undefined =>
  connections.toSorted((a, b) => a.usedAt - b.usedAt)[0];

const givingWay = ({ connections, promised }: Slots, { id, now }: Arrival): Slot | undefined => {
  const useless =
    idlestOf(connections.filter(({ isLost }) => isLost)) ??
    idlestOf(connections.filter(({ isUnused }) => isUnused));
  if (useless) return useless;
  const idlest = idlestOf(connections);
  if (idlest && now - idlest.usedAt >= IDLE_MS) return idlest;
  const isDue = promised && promised.until > now && promised.refused !== id;
  return isDue ? connections.find((each) => each.id === promised.id) : undefined;
};

/** With a slot for the connection that arrives; undefined when all are taken by connections in use. */
export const withSlot = (slots: Slots, arrival: Arrival): Slots | undefined => {
  const { id, now, most, othersCannotWork } = arrival;
  const connections = othersCannotWork
    ? slots.connections.map((each): Slot => ({ ...each, isLost: true }))
    : slots.connections;
  const slot: Slot = { id, usedAt: now, openedAt: now, isUnused: true };
  if (connections.length < most) return { connections: [...connections, slot] };
  const gone = givingWay({ ...slots, connections }, arrival);
  return gone && { connections: [...connections.filter((each) => each !== gone), slot] };
};

/** With the place of whoever was used least recently promised to the next sign-in, which is told of it. */
export const withPromise = ({ connections }: Slots, { id, now }: Arrival) => {
  const idlest = idlestOf(connections);
  const promised = idlest && { id: idlest.id, until: now + PROMISE_MS, refused: id };
  return { idlest, slots: { connections, promised } };
};

/** With the use of connection `id` noted; undefined when there is nothing worth a write. */
export const withUse = (connections: readonly Slot[], id: string, now: number) => {
  const slot = connections.find((each) => each.id === id);
  if (!slot) return undefined;
  const isNews = slot.isUnused || slot.isLost || now - slot.usedAt >= NOTE_MS;
  if (!isNews) return undefined;
  const { openedAt } = slot;
  return connections.map((each) => (each === slot ? { id, usedAt: now, openedAt } : each));
};
