/**
 * X's limits: per user in windows of 15 minutes, on posting per user and per app in 24 hours too.
 * https://docs.x.com/x-api/fundamentals/rate-limits
 */
import { tooManyRequests } from "./problems.ts";

export const WINDOW_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Limit {
  /** Calls in 15 minutes. */
  readonly window: number;
  /** Calls in 24 hours. */
  readonly day?: number;
}

interface Bucket {
  readonly header: string;
  readonly limit: number;
  readonly resetAt: number;
  used: number;
}

const headersOf = ({ header, limit, used, resetAt }: Bucket) => ({
  [`${header}-limit`]: String(limit),
  [`${header}-remaining`]: String(limit - used),
  [`${header}-reset`]: String(Math.ceil(resetAt / 1000)),
});

export const createRateLimits = (now: () => number) => {
  const buckets = new Map<string, Bucket>();
  const bucket = (header: string, key: string, limit: number, lengthMs: number): Bucket => {
    const name = `${header} ${key}`;
    const known = buckets.get(name);
    if (known && known.resetAt > now()) return known;
    const fresh = { header, limit, resetAt: now() + lengthMs, used: 0 };
    buckets.set(name, fresh);
    return fresh;
  };

  return {
    /** Counts a call and answers with X's headers. Throws X's 429 when it is one too many. */
    take(endpoint: string, userId: string, clientId: string, { window, day }: Limit) {
      const user = `${endpoint} ${clientId} ${userId}`;
      const all = [bucket("x-rate-limit", user, window, WINDOW_MS)];
      if (day) {
        all.push(
          bucket("x-user-limit-24hour", user, day, DAY_MS),
          bucket("x-app-limit-24hour", `${endpoint} ${clientId}`, day, DAY_MS),
        );
      }
      const exhausted = all.some(({ used, limit }) => used >= limit);
      if (!exhausted) for (const each of all) each.used += 1;
      const headers: Record<string, string> = Object.assign({}, ...all.map(headersOf));
      if (exhausted) throw tooManyRequests(headers);
      return headers;
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
