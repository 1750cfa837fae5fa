/** How far a poll has come, and how one more reading of a slice moves it on. */
import { estimateAhead, type Read } from "./backlog.ts";
import type { PollState } from "./poll-state.ts";
import { idOf } from "./read-slice.ts";
import {
  type Ahead,
  boundOf,
  type CutPage,
  type Position,
  type Slice,
  smaller,
  stillOpen,
  WIDEST,
  widthAfter,
  widthBefore,
  widthInGap,
} from "./slice.ts";
import type { Item } from "./source.ts";

export interface Progress extends Position {
  /** To be handed out, the oldest first. */
  readonly tweets: readonly Item[];
  /** Read, and left for the next poll. */
  readonly left: number;
  readonly read: Read;
}

/** So many slices between posts leave a poll calls for what is new. */
const MOST_BILLED_ANEW = 5;

/** `midnight` is the id of the UTC day's beginning: X bills a post once a day, and before it those of the day before. */
export const startOf = ({ cursor, width, ahead, seen }: PollState, midnight: bigint): Progress => ({
  after: cursor,
  width,
  ahead,
  lastSeen: seen.at(-1),
  billedAnew: seen.filter((id) => id < midnight).slice(0, MOST_BILLED_ANEW),
  bound: undefined,
  tweets: [],
  left: 0,
  read: { after: cursor, count: 0, width },
});

const widthOf = ({ after, until }: Slice): bigint =>
  until === undefined ? WIDEST : until - after - 1n;

const rangeOf = (tweets: readonly Item[]): Ahead | undefined => {
  const [oldest, newest] = [tweets[0], tweets.at(-1)];
  if (!oldest || !newest) return undefined;
  return { oldest: idOf(oldest), newest: idOf(newest), count: tweets.length };
};

/**
 * A slice was read whole: takes of it what `target` has room for. The position is at the slice's end, or `now` as an id,
 * only when nothing of it is left.
 */
export const passed = (
  progress: Progress,
  slice: Slice,
  found: readonly Item[],
  target: number,
  now: bigint,
): Progress => {
  const taken = found.slice(0, target - progress.tweets.length);
  const left = found.slice(taken.length);
  const end = slice.until === undefined ? now : slice.until - 1n;
  const lastTaken = taken.map(idOf).at(-1) ?? slice.after;
  const after = left.length > 0 ? lastTaken : end;
  const bound = stillOpen(progress.bound, after);
  // What was looked at once more for late posts tells nothing of what follows.
  const isLookBack = end === progress.lastSeen || progress.billedAnew.includes(end + 1n);
  const next =
    isLookBack && found.length === 0
      ? progress.width
      : widthAfter(widthOf(slice), found.length, target);
  return {
    ...progress,
    after,
    width: bound === undefined ? next : smaller(next, widthInGap(after, bound)),
    ahead: slice.until === undefined ? rangeOf(left) : progress.ahead,
    bound,
    tweets: [...progress.tweets, ...taken],
    left: left.length,
    read: {
      ...(found.length > 0 ? { count: found.length, width: widthOf(slice) } : progress.read),
      after: end,
    },
  };
};

/** A page was cut off: the next slice ends before it. What waits is told by the first such page, which reached to now. */
export const narrowed = (
  progress: Progress,
  slice: Slice,
  page: CutPage,
  target: number,
): Progress => {
  const bound = boundOf(page, target);
  const { until } = slice;
  const { oldest, count } = page;
  return {
    ...progress,
    ahead: until === undefined ? page : progress.ahead,
    // A page further back tells more of what lies before the first one than nothing does.
    read: until === undefined ? progress.read : { ...progress.read, count, width: until - oldest },
    bound: stillOpen(bound, slice.after),
    width: widthBefore(slice.after, bound),
  };
};

/** Of a slice is known only what is there: takes it, and stands at the last one taken, not at the slice's end. */
export const takenOnTrust = (
  progress: Progress,
  found: readonly Item[],
  reached: bigint | undefined,
  target: number,
): Progress => {
  const taken = found.slice(0, target - progress.tweets.length);
  const lastTaken = taken.length < found.length ? taken.map(idOf).at(-1) : reached;
  return {
    ...progress,
    after: lastTaken ?? progress.after,
    tweets: [...progress.tweets, ...taken],
    left: found.length - taken.length,
  };
};

/** Any post may be missing between those that are there: hands them out, and stands where it stood. */
export const takenStandingStill = (
  progress: Progress,
  found: readonly Item[],
  target: number,
): Progress => ({
  ...takenOnTrust(progress, found, undefined, target),
  after: progress.after,
});

/** How many wait behind what this poll hands out, as an estimate. */
export const waitingAfter = ({ left, ahead, read }: Progress): number =>
  left + estimateAhead(ahead, read);
