/** The places of an X account: two connections fit unless told otherwise, and one more takes the place of one that nobody uses any more. */
/** One connection; `usedAt` is epoch milliseconds. */
export interface Place {
  readonly id: string;
  readonly usedAt: number;
}

const IDLE_MS = 24 * 60 * 60 * 1000;
/** How exactly uses are noted; each note costs a write. */
const NOTE_MS = 15 * 60 * 1000;

/** With a place for the connection `id` among `most`; undefined when all are taken by connections in use. */
export const withPlace = (places: readonly Place[], id: string, now: number, most: number) => {
  const place: Place = { id, usedAt: now };
  if (places.length < most) return [...places, place];
  const [idlest, ...others] = places.toSorted((a, b) => a.usedAt - b.usedAt);
  const isIdle = idlest !== undefined && now - idlest.usedAt >= IDLE_MS;
  return isIdle ? [...others, place] : undefined;
};

/** With the use of connection `id` noted; undefined when there is nothing worth a write. */
export const withUse = (places: readonly Place[], id: string, now: number) => {
  const place = places.find((each) => each.id === id);
  if (!place || now - place.usedAt < NOTE_MS) return undefined;
  return places.map((each) => (each === place ? { id, usedAt: now } : each));
};
