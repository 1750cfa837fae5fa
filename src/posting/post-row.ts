/**
 * What is known of one post, in one row of the store: who works on it and until when, whether it may have reached X,
 * and its id once X gave one. Several processes change it under optimistic concurrency.
 */
import type { RowKey, Store, StoredRow } from "../store/store.ts";

/** "Within 15 minutes a repeat gets the first answer": the platform's retries end by then. */
export const POST_WINDOW_MS = 15 * 60 * 1000;

export interface Progress {
  /** X's id of the finished post; nothing else matters then. */
  readonly tweetId?: string;
  /** Epoch milliseconds of the first attempt that may have reached X and whose outcome is not known. */
  readonly sentSince?: number;
  /** Media that X has, so that it need not be uploaded again. */
  readonly mediaId?: string;
}

interface PostState extends Progress {
  /** Epoch milliseconds; until then somebody works on the post. 0 when nobody does. */
  readonly leaseUntil: number;
}

/** Somebody else has taken the post over, because this process was too slow. */
export class ClaimLostError extends Error {
  override readonly name = "ClaimLostError";
}

/** The right to work on a post, until its lease ends. */
export interface Claim {
  /** What an earlier attempt had left; empty for a new post. */
  readonly inherited: Progress;
  /** As last written. */
  progress(): Progress;
  /** Writes how far the work is and prolongs the lease. Rejects with ClaimLostError. */
  update(progress: Progress): Promise<void>;
  /** Ends the work; what is known stays for the next one. Rejects with ClaimLostError. */
  hand(progress: Progress): Promise<void>;
  /** Ends the work and forgets the post. */
  drop(): Promise<void>;
}

/** A claim, the id of a finished post, or neither when somebody else works on it. */
export interface Opened {
  readonly claim?: Claim;
  readonly tweetId?: string;
}

export interface PostRowsOptions {
  readonly store: Store;
  readonly clock: () => number;
  /** Longer than any single call to X takes. */
  readonly leaseMs: number;
}

export interface PostRows {
  /**
   * For a post that is most likely new: writes its row with `initial` without a look first, which saves an
   * operation of the store. Rejects with StoreUnavailableError.
   */
  open(key: RowKey, initial: Progress): Promise<Opened>;
  /** The same for a post that is most likely there already. */
  reopen(key: RowKey, initial: Progress): Promise<Opened>;
}

export const createPostRows = ({ store, clock, leaseMs }: PostRowsOptions): PostRows => {
  const expiry = () => ({ expiresAt: clock() + POST_WINDOW_MS });
  const lease = () => clock() + leaseMs;

  const claimOf = (
    key: RowKey,
    firstEtag: string | undefined,
    initial: Progress,
    inherited: Progress,
  ): Opened => {
    if (firstEtag === undefined) return {};
    let etag = firstEtag;
    let progress = initial;
    const write = async (next: Progress, leaseUntil: number) => {
      const state: PostState = { ...next, leaseUntil };
      const written = await store.replace(key, JSON.stringify(state), etag, expiry());
      if (written === undefined) throw new ClaimLostError();
      etag = written;
      progress = next;
    };
    const claim: Claim = {
      inherited,
      progress: () => progress,
      update: (next) => write(next, lease()),
      hand: (next) => write(next, 0),
      drop: async () => {
        await store.delete(key, etag);
      },
    };
    return { claim };
  };

  const create = async (key: RowKey, initial: Progress): Promise<Opened> => {
    const state: PostState = { ...initial, leaseUntil: lease() };
    const etag = await store.create(key, JSON.stringify(state), expiry());
    return claimOf(key, etag, initial, {});
  };

  const takeOver = async (key: RowKey, { value, etag }: StoredRow): Promise<Opened> => {
    const { leaseUntil, ...progress }: PostState = JSON.parse(value);
    if (progress.tweetId) return { tweetId: progress.tweetId };
    if (leaseUntil > clock()) return {};
    const state: PostState = { ...progress, leaseUntil: lease() };
    const taken = await store.replace(key, JSON.stringify(state), etag, expiry());
    return claimOf(key, taken, progress, progress);
  };

  const reopen = async (key: RowKey, initial: Progress): Promise<Opened> => {
    const row = await store.read(key);
    return row ? takeOver(key, row) : create(key, initial);
  };

  return {
    async open(key, initial) {
      const created = await create(key, initial);
      return created.claim ? created : reopen(key, initial);
    },
    reopen,
  };
};
