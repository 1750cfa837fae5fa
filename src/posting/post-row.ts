/**
 * What is known of one post, in one row of the store: who works on it and until when, whether it may have reached X,
 * and its id once X gave one. Several processes change it under optimistic concurrency.
 */
import * as z from "zod";
import { createRows, jsonRow, type Row } from "../store/rows.ts";
import type { RowKey, Store } from "../store/store.ts";

/** "Within 15 minutes a repeat gets the first answer": the platform's retries end by then. */
export const POST_WINDOW_MS = 15 * 60 * 1000;
/** The same in words. */
export const POST_WINDOW = `${POST_WINDOW_MS / 60_000} minutes`;

const epochMs = z.number();

const progressSchema = z.object({
  /** X's id of the finished post; nothing else matters then. */
  tweetId: z.string().exactOptional(),
  /** When the first attempt was made that may have reached X and whose outcome is not known. */
  sentSince: epochMs.exactOptional(),
  /** When the last such attempt was given up; left out when nobody saw its end. */
  givenUpAt: epochMs.exactOptional(),
  /** Media that X has, so that it need not be uploaded again. */
  mediaId: z.string().exactOptional(),
});

/** Until when somebody works on the post; 0 when nobody does. */
export const postStateSchema = progressSchema.extend({ leaseUntil: epochMs });

export type Progress = Readonly<z.output<typeof progressSchema>>;
type PostState = Readonly<z.output<typeof postStateSchema>>;

/** Somebody else has taken the post over, because this process was too slow. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

/** The right to work on a post, until its lease ends. */
export interface Lease {
  /** What an earlier attempt had left; empty for a new post. */
  readonly inherited: Progress;
  /** As last written. */
  progress(): Progress;
  /** Prolongs the lease again and again, until the answer is called. */
  keepAlive(): () => void;
  /** Writes how far the work is and prolongs the lease. Rejects with LeaseLostError. */
  update(progress: Progress): Promise<void>;
  /** Ends the work; what is known stays for the next one. Rejects with LeaseLostError. */
  hand(progress: Progress): Promise<void>;
  /** Ends the work and forgets the post. */
  drop(): Promise<void>;
}

/** A lease, the id of a finished post, or neither when somebody else works on it. */
export interface Opened {
  readonly lease?: Lease;
  readonly tweetId?: string;
}

/** Calls `run` every so many milliseconds, until the answer is called. */
export type Every = (ms: number, run: () => void) => () => void;

export interface PostRowsOptions {
  readonly store: Store;
  readonly clock: () => number;
  /** How long a post stays with a process that no longer tells of it. */
  readonly leaseMs: number;
  readonly every: Every;
}

/** How often a lease is prolonged before it would end: a store that is slow once does not lose it. */
const BEATS_A_LEASE = 3;

export interface PostRows {
  /**
   * For a post that is most likely new: writes its row with `initial` without a look first, which saves an
   * operation of the store. Rejects with StoreUnavailableError.
   */
  open(key: RowKey, initial: Progress): Promise<Opened>;
  /** The same for a post that is most likely there already. */
  reopen(key: RowKey, initial: Progress): Promise<Opened>;
}

export const createPostRows = ({ store, clock, leaseMs, every }: PostRowsOptions): PostRows => {
  const rows = createRows(store, jsonRow(postStateSchema));
  const expiry = () => ({ expiresAt: clock() + POST_WINDOW_MS });
  const leaseEnd = () => clock() + leaseMs;

  const leaseOf = (
    key: RowKey,
    firstEtag: string | undefined,
    initial: Progress,
    inherited: Progress,
  ): Opened => {
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
    const write = (nextOf: () => PostState) =>
      inTurn(async () => {
        const state = nextOf();
        const written = await rows.replace(key, state, etag, expiry());
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
    const lease: Lease = {
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

  const create = async (key: RowKey, initial: Progress): Promise<Opened> => {
    const state: PostState = { ...initial, leaseUntil: leaseEnd() };
    const etag = await rows.create(key, state, expiry());
    return leaseOf(key, etag, initial, {});
  };

  const takeOver = async (key: RowKey, { value, etag }: Row<PostState>): Promise<Opened> => {
    const { leaseUntil, ...progress } = value;
    if (progress.tweetId) return { tweetId: progress.tweetId };
    if (leaseUntil > clock()) return {};
    const state: PostState = { ...progress, leaseUntil: leaseEnd() };
    const taken = await rows.replace(key, state, etag, expiry());
    return leaseOf(key, taken, progress, progress);
  };

  const reopen = async (key: RowKey, initial: Progress): Promise<Opened> => {
    const row = await rows.read(key);
    return row ? takeOver(key, row) : create(key, initial);
  };

  return {
    async open(key, initial) {
      const created = await create(key, initial);
      return created.lease ? created : reopen(key, initial);
    },
    reopen,
  };
};
