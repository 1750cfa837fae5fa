/**
 * How long to wait after X's 429. X sends no Retry-After: https://docs.x.com/x-api/fundamentals/rate-limits
 */
import type { IncomingHttpHeaders } from "node:http";
import { type ProblemBody, problemType } from "./problem.ts";

/** When calls are left in the window, the limit that was hit is one of seconds. */
const BURST_WAIT_SECONDS = 5;
/** When X gives no hint at all. */
const DEFAULT_WAIT_SECONDS = 60;

/** The buckets by the prefix of their headers, the longest first: an exhausted day outlasts any window. */
const BUCKETS = ["x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"] as const;

const secondsUntil = (epochSeconds: number, now: number): number =>
  // One second more, so that the retry comes after the reset and not at it.
  Math.max(1, Math.ceil(epochSeconds - now / 1000) + 1);

const nextMonth = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000;
};

const nextDay = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1) / 1000;
};

/** Whole seconds, at least 1. `now` is epoch milliseconds. */
export const retryAfterSeconds = (
  headers: IncomingHttpHeaders,
  problem: ProblemBody,
  now: number,
): number => {
  if (problemType(problem) === "usage-capped") {
    return secondsUntil(problem.period === "Daily" ? nextDay(now) : nextMonth(now), now);
  }
  const read = (name: string): number => Number(headers[name] ?? Number.NaN);
  for (const bucket of BUCKETS) {
    const reset = read(`${bucket}-reset`);
    if (read(`${bucket}-remaining`) === 0 && Number.isFinite(reset))
      return secondsUntil(reset, now);
  }
  return read("x-rate-limit-remaining") > 0 ? BURST_WAIT_SECONDS : DEFAULT_WAIT_SECONDS;
};
