/**
 * At most so many calls in any hour, a rolling window per connection and class. One row holds the times of the calls
 * let through and changes under optimistic concurrency, so any number of instances together keep the limit exactly.
 * Calls of one instance share writes, so instances contend, not calls.
 * No call is noted earlier than the one before it, so an instance whose clock is slow shortens nobody's hour; one whose
 * clock is fast by some seconds forgets calls that many seconds early.
 */
import { LRUCache } from "lru-cache";
import { type AdjustableLimits, callsPerHour } from "../connector/adjustable-limits.ts";
import { ConnectorError, stateUnavailable } from "../connector/errors.ts";
import type { LimitClass } from "../connector/limits.ts";
import { createBatches, type Takers } from "../store/batches.ts";
import { createRows } from "../store/rows.ts";
import { type Store, StoreUnavailableError } from "../store/store.ts";
import { callTimesRow } from "./call-times.ts";
import {
  adding,
  addingAt,
  addingOnce,
  type HourChange,
  type Reserved,
  without,
} from "./hour-changes.ts";

/** Begins the partition of each class of calls. */
export const HOUR_PARTITION = "hour";
const HOUR_MS = 60 * 60 * 1000;
/** Rows that an instance keeps in mind, so that a counted call costs one trip to the store: the write. A forgotten one costs a read. */
const REMEMBERED = 2_000;

/** Where a connection stands in its hour. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until the oldest call that counts no longer does. */
  readonly resetSeconds: number;
}

/** What came of a change. */
export interface Granted {
  readonly state: LimitState;
  /** What the calls were noted by: not before the call that was counted last. */
  readonly at: number;
}

export interface HourlyLimits {
  /** Counts one call. Rejects with HourlyLimitReached, or StateUnavailable where that class must not go uncounted. */
  take(connectionId: string, limitClass: LimitClass): Promise<LimitState | undefined>;
  /**
   * Counts several calls, or none. `isRepeat` tells that the same may have been counted before. Rejects as `take` does, and
   * with InvalidParameter where so many are never let through.
   */
  reserve(
    connectionId: string,
    limitClass: LimitClass,
    wanted: Reserved & { readonly isRepeat: boolean },
  ): Promise<Granted>;
  /** Gives back what was reserved and not used. Rejects with StoreUnavailableError. */
  giveBack(connectionId: string, limitClass: LimitClass, unused: Reserved): Promise<Granted>;
  /** Where a connection stands as far as this instance knows, without a look at the store. */
  peek(connectionId: string, limitClass: LimitClass): LimitState | undefined;
}

export interface HourlyLimitsOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly limits: AdjustableLimits;
}

interface Window {
  readonly times: readonly number[];
  readonly etag: string | undefined;
}

/** Of which connection calls count, in which class, and what becomes of them. */
interface Wanted {
  readonly connectionId: string;
  readonly limitClass: LimitClass;
  readonly count: number;
  /** What they were noted by before; epoch milliseconds. */
  readonly at: number;
  readonly change: HourChange;
}

const uncounted = (cause: StoreUnavailableError): ConnectorError =>
  stateUnavailable(
    "The connector cannot count posts right now, so it posts nothing. Try again in a moment.",
    cause,
  );

const neverFits = (count: number, most: number): ConnectorError =>
  new ConnectorError(
    "InvalidParameter",
    `This takes ${count} posts at once, and this deployment lets ${most} an hour through for a connection. Make it shorter, or have whoever runs the connector set POSTS_PER_HOUR.`,
  );

export const createHourlyLimits = (options: HourlyLimitsOptions): HourlyLimits => {
  const { store, clock, sleep, limits } = options;
  const rows = createRows(store, callTimesRow);
  const lastKnown = new LRUCache<string, Window>({ max: REMEMBERED });

  const idOf = (connectionId: string, limitClass: LimitClass) => `${limitClass} ${connectionId}`;

  const keyOf = (connectionId: string, limitClass: LimitClass) => ({
    partition: `${HOUR_PARTITION}-${limitClass}`,
    row: connectionId,
  });

  const withinHour = (times: readonly number[]): readonly number[] => {
    const since = clock() - HOUR_MS;
    return times.filter((time) => time > since);
  };

  const read = async (connectionId: string, limitClass: LimitClass): Promise<Window> => {
    const row = await rows.read(keyOf(connectionId, limitClass));
    return row ? { times: withinHour(row.value), etag: row.etag } : { times: [], etag: undefined };
  };

  const stateOf = (times: readonly number[], limitClass: LimitClass): LimitState => {
    const limit = callsPerHour(limits, limitClass);
    const [oldest = clock() - HOUR_MS] = times;
    return {
      limit,
      remaining: Math.max(0, limit - times.length),
      resetSeconds: Math.max(0, Math.ceil((oldest + HOUR_MS - clock()) / 1000)),
    };
  };

  const refusal = (
    times: readonly number[],
    { limitClass, count }: Pick<Wanted, "limitClass" | "count">,
  ): ConnectorError => {
    const what = limitClass === "post" ? "posts" : "calls";
    const { limit, remaining } = stateOf(times, limitClass);
    // Room for all is there once as many of the oldest calls no longer count.
    const { resetSeconds } = stateOf(times.slice(count - remaining - 1), limitClass);
    const wait = Math.max(1, resetSeconds);
    const problem =
      count === 1
        ? `This connection has made its ${limit} ${what} of the last hour. Try again after ${wait} seconds, or make fewer calls.`
        : `This takes ${count} ${what} at once, and of the ${limit} an hour ${remaining} are left to this connection, so none was made. Try again after ${wait} seconds.`;
    return new ConnectorError("HourlyLimitReached", problem, { retryAfterSeconds: wait });
  };

  /** Undefined when somebody else has changed the row since it was known. */
  const write = async (
    { connectionId, limitClass }: Wanted,
    times: readonly number[],
    etag: string | undefined,
    now: number,
  ): Promise<Window | undefined> => {
    const key = keyOf(connectionId, limitClass);
    if (etag && times.length === 0) {
      const isGone = await rows.delete(key, etag);
      return isGone ? { times, etag: undefined } : undefined;
    }
    const expiry = { expiresAt: now + HOUR_MS };
    const written = etag
      ? await rows.replace(key, times, etag, expiry)
      : await rows.create(key, times, expiry);
    return written === undefined ? undefined : { times, etag: written };
  };

  /**
   * One write for as many takers as fit; answers whether it succeeded. It builds on the row as this instance last knew
   * it: where others have changed it since, the etag is another one and the row is read again.
   */
  const admit = async (id: string, takers: Takers<Wanted, Granted>) => {
    const [{ wanted: first }] = takers;
    const { connectionId, limitClass } = first;
    const known = lastKnown.get(id) ?? (await read(connectionId, limitClass));
    lastKnown.set(id, known);
    const before = withinHour(known.times);
    const now = Math.max(clock(), before.at(-1) ?? 0);
    let times = before;
    const outcomes = takers.map((taker) => {
      const changed = taker.wanted.change(times, now);
      const at = changed === times ? taker.wanted.at : (changed?.at(-1) ?? now);
      times = changed ?? times;
      return { taker, isGranted: changed !== undefined, after: times, at };
    });
    if (times !== before) {
      const written = await write(first, times, known.etag, now);
      if (written === undefined) {
        lastKnown.delete(id);
        return false;
      }
      lastKnown.set(id, written);
    }
    for (const { taker, isGranted, after, at } of outcomes) {
      if (isGranted) taker.resolve({ state: stateOf(after, limitClass), at });
      else taker.reject(refusal(after, taker.wanted));
    }
    return true;
  };

  const batched = createBatches<Wanted, Granted>(async (id, takers) => {
    try {
      return await admit(id, takers);
    } catch (error) {
      lastKnown.delete(id);
      throw error;
    }
  }, sleep);
  const enqueue = (wanted: Wanted) => batched(idOf(wanted.connectionId, wanted.limitClass), wanted);

  return {
    async take(connectionId, limitClass) {
      const change = adding(1, callsPerHour(limits, limitClass));
      try {
        return (await enqueue({ connectionId, limitClass, count: 1, at: clock(), change })).state;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        if (limitClass === "other") return undefined;
        throw uncounted(error);
      }
    },
    async reserve(connectionId, limitClass, { count, at, isRepeat }) {
      const most = callsPerHour(limits, limitClass);
      if (count > most) throw neverFits(count, most);
      const change = isRepeat ? addingOnce({ count, at }, most) : addingAt({ count, at }, most);
      try {
        return await enqueue({ connectionId, limitClass, count, at, change });
      } catch (error) {
        throw error instanceof StoreUnavailableError ? uncounted(error) : error;
      }
    },
    giveBack: (connectionId, limitClass, unused) =>
      enqueue({ connectionId, limitClass, ...unused, change: without(unused) }),
    peek(connectionId, limitClass) {
      const known = lastKnown.peek(idOf(connectionId, limitClass));
      return known && stateOf(withinHour(known.times), limitClass);
    },
  };
};
