/** X's limits per user and endpoint in windows of 15 minutes, and per day on posting: https://docs.x.com/x-api/fundamentals/rate-limits */
import { tooManyRequests } from "./problems.ts";

const WINDOW_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Bucket {
  used: number;
  readonly resetAt: number;
}

const headersOf = (prefix: string, limit: number, { used, resetAt }: Bucket) => ({
  [`${prefix}-limit`]: String(limit),
  [`${prefix}-remaining`]: String(Math.max(0, limit - used)),
  [`${prefix}-reset`]: String(Math.ceil(resetAt / 1000)),
});

export const createRateLimits = (now: () => number) => {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string, lengthMs: number): Bucket => {
    const known = buckets.get(key);
    if (known && known.resetAt > now()) return known;
    const fresh = { used: 0, resetAt: now() + lengthMs };
    buckets.set(key, fresh);
    return fresh;
  };

  return {
    /** Counts a call and answers with its headers. Throws X's 429 when a bucket is exhausted. */
    count(userId: string, endpoint: string, limit: number, perDay?: number) {
      const window = bucketOf(`${endpoint} ${userId}`, WINDOW_MS);
      const day = perDay ? bucketOf(`day ${endpoint} ${userId}`, DAY_MS) : undefined;
      const exhausted = window.used >= limit || (day && perDay && day.used >= perDay);
      if (!exhausted) {
        window.used += 1;
        if (day) day.used += 1;
      }
      const headers = {
        ...headersOf("x-rate-limit", limit, window),
        ...(day && perDay && headersOf("x-user-limit-24hour", perDay, day)),
      };
      if (exhausted) throw tooManyRequests(headers);
      return headers;
    },
  };
};

export type RateLimits = ReturnType<typeof createRateLimits>;
