/** How long something takes, as people say it. */
import { countOf } from "./count.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

export const durationOf = (seconds: number): string => {
  if (seconds < 2 * MINUTE_S) return countOf(Math.ceil(seconds), "second");
  if (seconds < 2 * HOUR_S) return countOf(Math.ceil(seconds / MINUTE_S), "minute");
  if (seconds < 2 * DAY_S) return `about ${countOf(Math.round(seconds / HOUR_S), "hour")}`;
  return `about ${countOf(Math.round(seconds / DAY_S), "day")}`;
};
