/**
 * Rows that somebody works on, until a lease ends: how far the work is, in one row of the store. Several processes change it
 * under optimistic concurrency.
 */
import { createRows, type Row, type RowFormat } from "../store/rows.ts";
import type { RowKey, Store } from "../store/store.ts";

/** Somebody else has taken the work over, because this process was too slow. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

/** What is written of the work; 0 when nobody does it. */
export type Leased<P> = P & { readonly leaseUntil: number };

/** The right to work, until the lease ends. */
export interface Lease<P> {
  /** What is gone on from, of what an earlier attempt had left; undefined for new work. */
  readonly inherited: P | undefined;
  /** As last written. */
  progress(): P;
  /** Prolongs the lease again and again, until the answer is called. */
  keepAlive(): () => void;
  /** Writes how far the work is and prolongs the lease. Rejects with LeaseLostError. */
  update(progress: P): Promise<void>;
  /** Ends the work; what is known stays for the next one. Rejects with LeaseLostError. */
  hand(progress: P): Promise<void>;
  /** Ends the work and forgets it. */
  drop(): Promise<void>;
}

/** A lease, the progress of finished work, or neither when somebody else works on it. */
export interface Opened<P> {
  readonly lease?: Lease<P>;
  readonly done?: P;
}

/** Calls `run` every so many milliseconds, until the answer is called. */
export type Every = (ms: number, run: () => void) => () => void;

export interface LeaseOptions {
  readonly store: Store;
  readonly clock: () => number;
  /** How long work stays with a process that no longer tells of it. */
  readonly leaseMs: number;
  readonly every: Every;
}

/** A kind of work. */
export interface LeasedKind<P> {
  readonly format: RowFormat<Leased<P>>;
  /** How long it is remembered, in milliseconds. */
  keepMs(progress: P): number;
}

/** What to go on from, of what an earlier attempt left; undefined for work that is finished. */
export type GoOnFrom<P> = (left: P) => Promise<P | undefined>;

/** How often a lease is prolonged before it would end: a store that is slow once does not lose it. */
const BEATS_A_LEASE = 3;

/** Rows that one process at a time works on. */
export interface LeasedRows<P> {
  /**
   * For work that is most likely new: writes its row with `initial` without a look first, which saves an
   * operation of the store. Rejects with StoreUnavailableError.
   */
  open(key: RowKey, initial: P, goOnFrom: GoOnFrom<P>): Promise<Opened<P>>;
  /** The same for work that is most likely there already. */
  reopen(key: RowKey, initial: P, goOnFrom: GoOnFrom<P>): Promise<Opened<P>>;
}

export const createLeasedRows = <P extends object>(
  { format, keepMs }: LeasedKind<P>,
  { store, clock, leaseMs, every }: LeaseOptions,
): LeasedRows<P> => {
  const rows = createRows(store, format);
  const expiry = (progress: P) => ({ expiresAt: clock() + keepMs(progress) });
  const leaseEnd = () => clock() + leaseMs;

  const leaseOf = (
    key: RowKey,
    firstEtag: string | undefined,
    initial: P,
    inherited: P | undefined,
  ): Opened<P> => {
    if (firstEtag === undefined) return {};
    let etag = firstEtag;
    let progress = initial;
    let isEnded = false;
    // Each writing names the one before it, so they are made one after the other.
    let previous: Promise<unknown> = Promise.resolve();
    const inTurn = (writing: () => Promise<void>): Promise<void> => {
      const done = previous.then(writing);
      previous = done.catch(() => undefined);
      return done;
    };
    const write = (nextOf: () => Leased<P>) =>
      inTurn(async () => {
        const state = nextOf();
        const written = await rows.replace(key, state, etag, expiry(state));
        if (written === undefined) throw new LeaseLostError();
        etag = written;
        progress = state;
      });
    const end = (ending: () => Promise<void>) => {
      isEnded = true;
      return ending();
    };
    const beat = () => {
      // A beat that fails is not told: the next step of the work finds the same, and knows what to do.
      if (!isEnded) write(() => ({ ...progress, leaseUntil: leaseEnd() })).catch(() => undefined);
    };
    const lease: Lease<P> = {
      inherited,
      progress: () => progress,
      keepAlive: () => every(leaseMs / BEATS_A_LEASE, beat),
      update: (next) => write(() => ({ ...next, leaseUntil: leaseEnd() })),
      hand: (next) => end(() => write(() => ({ ...next, leaseUntil: 0 }))),
      drop: () =>
        end(() =>
          inTurn(async () => {
            await rows.delete(key, etag);
          }),
        ),
    };
    return { lease };
  };

  const create = async (key: RowKey, initial: P): Promise<Opened<P>> => {
    const etag = await rows.create(key, { ...initial, leaseUntil: leaseEnd() }, expiry(initial));
    return leaseOf(key, etag, initial, undefined);
  };

  const takeOver = async (
    key: RowKey,
    { value, etag }: Row<Leased<P>>,
    goOnFrom: GoOnFrom<P>,
  ): Promise<Opened<P>> => {
    if (value.leaseUntil > clock()) return {};
    const next = await goOnFrom(value);
    if (next === undefined) return { done: value };
    const taken = await rows.replace(key, { ...next, leaseUntil: leaseEnd() }, etag, expiry(next));
    return leaseOf(key, taken, next, next);
  };

  const reopen: LeasedRows<P>["reopen"] = async (key, initial, goOnFrom) => {
    const row = await rows.read(key);
    return row ? takeOver(key, row, goOnFrom) : create(key, initial);
  };

  return {
    async open(key, initial, goOnFrom) {
      const created = await create(key, initial);
      return created.lease ? created : reopen(key, initial, goOnFrom);
    },
    reopen,
  };
};
