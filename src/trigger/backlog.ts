/** How many tweets wait to be handed out, told by what the last slices held, and whether their turn comes in time. */
import { snowflakeAt, snowflakeTime } from "../x/ids.ts";
import type { Ahead } from "./slice.ts";
import type { Source } from "./source.ts";

/** Where a reading stands, and what the last slice that held anything held. */
export interface Read {
  /** Everything up to here is read. */
  readonly after: bigint;
  /** New posts in that slice, and its width in ids. */
  readonly count: number;
  readonly width: bigint;
}

/** Posts of one moment say nothing of a density: no width counts as less than a second of ids. */
const SECOND = Number(snowflakeAt(1000) - snowflakeAt(0));
const density = (count: number, width: bigint): number => count / Math.max(SECOND, Number(width));

/**
 * Posts behind what is read. Before the page that was cut off lies what nobody has counted: there the middle of both
 * densities is assumed, the geometric one, because densities of bursts differ by powers.
 */
export const estimateAhead = (ahead: Ahead | undefined, read: Read): number => {
  if (ahead === undefined || ahead.newest <= read.after) return 0;
  const { oldest, newest, count } = ahead;
  const pageDensity = density(count, newest - oldest);
  if (read.after >= oldest) {
    return Math.max(1, Math.round(pageDensity * Number(newest - read.after)));
  }
  const gap = oldest - read.after;
  const before = read.count > 0 ? density(read.count, read.width) : density(1, gap);
  return Math.round(Math.sqrt(pageDensity * before) * Number(gap)) + count;
};

/** How fast a trigger hands out what waits. */
export interface Pace {
  readonly tweetsPerPoll: number;
  readonly intervalMs: number;
}

/** How many of those that wait are out of X's reach before their turn comes. */
export const beyondReach = (
  waiting: number,
  ahead: Ahead | undefined,
  { tweetsPerPoll, intervalMs }: Pace,
  { reachMs, reach }: Pick<Source, "reachMs" | "reach">,
  now: number,
): number => {
  if (ahead === undefined) return 0;
  const timeLeft = snowflakeTime(String(ahead.newest)) + reachMs - now;
  const polls = Math.max(0, Math.floor(timeLeft / intervalMs));
  return Math.max(0, waiting - polls * tweetsPerPoll, waiting - reach);
};
