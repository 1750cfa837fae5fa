/**
 * Which of X's seven days are searched: the ids of a caller and the times of a search text, of each the narrower one. X
 * takes ids or times, not both: https://docs.x.com/x-api/posts/search-recent-posts
 */
import { snowflakeAt } from "./ids.ts";

/** Recent search reaches back seven days; a since_id before that is refused. */
export const SEARCH_REACH_MS = 7 * 24 * 60 * 60 * 1000;
/** Clocks differ and time passes on the way, so what is this close to the edge counts as over it. */
const EDGE_MS = 60 * 1000;
/** X's search ends half a minute ago, and refuses a later end. */
const SETTLED_MS = 30 * 1000;

export interface SearchTimes {
  /** Only posts of this moment or later, in epoch milliseconds. */
  readonly startTime?: number;
  /** Only posts from before this moment, in epoch milliseconds. */
  readonly endTime?: number;
}

export interface SearchIds {
  /** Only posts with a larger id. */
  readonly sinceId?: string | undefined;
  /** Only posts with a smaller id. */
  readonly untilId?: string | undefined;
}

/** X's parameters. */
export interface SearchRange {
  readonly since_id?: string | undefined;
  readonly until_id?: string | undefined;
  readonly start_time?: string | undefined;
  readonly end_time?: string | undefined;
}

const oldestAt = (now: number): number => now - SEARCH_REACH_MS + EDGE_MS;

/** True when X would refuse `sinceId` because search does not reach back that far. */
export const isBeyondSearch = (sinceId: string, now: number): boolean =>
  BigInt(sinceId) < snowflakeAt(oldestAt(now));

/** True when a time of the search text leaves nothing of what X reaches, or of the caller's ids. */
const isEmpty = (
  { startTime, endTime }: SearchTimes,
  { sinceId, untilId }: SearchIds,
  now: number,
): boolean => {
  const startsLate =
    startTime !== undefined &&
    (startTime > now - SETTLED_MS ||
      (untilId !== undefined && snowflakeAt(startTime) >= BigInt(untilId)));
  const endsEarly =
    endTime !== undefined &&
    (endTime <= oldestAt(now) ||
      (sinceId !== undefined && snowflakeAt(endTime) <= BigInt(sinceId) + 1n));
  return startsLate || endsEarly;
};

const ascending = (ids: readonly (bigint | undefined)[]): string[] =>
  ids
    .filter((id) => id !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(String);

const mapped = <T, R>(value: T | undefined, to: (value: T) => R): R | undefined =>
  value === undefined ? undefined : to(value);

/** What to ask X for; undefined when nothing can be there, whatever X has. `now` is epoch milliseconds. */
export const searchRange = (
  times: SearchTimes,
  ids: SearchIds,
  now: number,
): SearchRange | undefined => {
  if (isEmpty(times, ids, now)) return undefined;
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = times;
  // What X would take by itself is not asked for.
  const start = startTime > oldestAt(now) ? startTime : undefined;
  const end = endTime < now - SETTLED_MS ? endTime : undefined;
  if (ids.sinceId === undefined && ids.untilId === undefined) {
    const iso = (time: number) => new Date(time).toISOString();
    return { start_time: mapped(start, iso), end_time: mapped(end, iso) };
  }
  return {
    since_id: ascending([
      mapped(ids.sinceId, BigInt),
      mapped(start, (time) => snowflakeAt(time) - 1n),
    ]).at(-1),
    until_id: ascending([mapped(ids.untilId, BigInt), mapped(end, snowflakeAt)])[0],
  };
};
