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
import { createBatches, type Taker } from "../store/batches.ts";
import { createRows } from "../store/rows.ts";
import { type Store, StoreUnavailableError } from "../store/store.ts";
import { callTimesRow } from "./call-times.ts";

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

export interface HourlyLimits {
  /** Counts one call. Rejects with HourlyLimitReached, or StateUnavailable where that class must not go uncounted. */
  take(connectionId: string, limitClass: LimitClass): Promise<LimitState | undefined>;
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

/** Of which connection a call counts, and in which class. */
interface ClassOf {
  readonly connectionId: string;
  readonly limitClass: LimitClass;
}

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
    return { times: withinHour(row?.value ?? []), etag: row?.etag };
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

  const refusal = (state: LimitState, limitClass: LimitClass): ConnectorError => {
    const what = limitClass === "post" ? "posts" : "calls";
    return new ConnectorError(
      "HourlyLimitReached",
      `This connection has made its ${state.limit} ${what} of the last hour. Try again after ${state.resetSeconds} seconds, or make fewer calls.`,
      { retryAfterSeconds: Math.max(1, state.resetSeconds) },
    );
  };

  /**
   * One write for as many takers as fit; answers whether it succeeded. It builds on the row as this instance last knew
   * it: others can only have added to that, and then the etag is another one and the row is read again.
   */
  const admit = async (
    id: string,
    { connectionId, limitClass }: ClassOf,
    takers: readonly Taker<ClassOf, LimitState>[],
  ) => {
    const known = lastKnown.get(id) ?? (await read(connectionId, limitClass));
    lastKnown.set(id, known);
    const times = withinHour(known.times);
    const { etag } = known;
    const free = callsPerHour(limits, limitClass) - times.length;
    const admitted = takers.slice(0, Math.max(0, free));
    const now = Math.max(clock(), times.at(-1) ?? 0);
    const after = [...times, ...admitted.map(() => now)];
    if (admitted.length > 0) {
      const key = keyOf(connectionId, limitClass);
      const options = { expiresAt: now + HOUR_MS };
      const written = etag
        ? await rows.replace(key, after, etag, options)
        : await rows.create(key, after, options);
      if (written === undefined) {
        lastKnown.delete(id);
        return false;
      }
      lastKnown.set(id, { times: after, etag: written });
    }
    takers.forEach(({ resolve, reject }, index) => {
      const state = stateOf(after.slice(0, times.length + index + 1), limitClass);
      if (index < admitted.length) resolve(state);
      else reject(refusal(state, limitClass));
    });
    return true;
  };

  const enqueue = createBatches<ClassOf, LimitState>(async (id, takers) => {
    const [first] = takers;
    if (!first) return true;
    try {
      return await admit(id, first.wanted, takers);
    } catch (error) {
      lastKnown.delete(id);
      throw error;
    }
  }, sleep);

  return {
    async take(connectionId, limitClass) {
      try {
        return await enqueue(idOf(connectionId, limitClass), { connectionId, limitClass });
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        if (limitClass === "other") return undefined;
        throw stateUnavailable(
          "The connector cannot count posts right now, so it posts nothing. Try again in a moment.",
          error,
        );
      }
    },
    peek(connectionId, limitClass) {
      const known = lastKnown.peek(idOf(connectionId, limitClass));
      return known && stateOf(withinHour(known.times), limitClass);
    },
  };
};
