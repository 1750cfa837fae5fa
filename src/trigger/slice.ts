/**
 * Which slice of time a poll reads next. X gives a search newest first and bills what it gives, but a trigger hands out
 * the oldest first: so a poll reads just so much of time, from its cursor on, as holds about what it may hand out.
 *
 * All of it is arithmetic on ids, which are times: https://docs.x.com/fundamentals/x-ids
 */
import { snowflakeAt } from "../x/ids.ts";

const MINUTE_MS = 60 * 1000;

/** A stretch of time as a distance of ids. */
const distance = (ms: number): bigint => snowflakeAt(ms) - snowflakeAt(0);

/** How late X may index a post and still have it found. */
export const OVERLAP = distance(10 * MINUTE_MS);
/** As far as X's search reaches. */
export const WIDEST = distance(7 * 24 * 60 * MINUTE_MS);

/** An empty slice, or one with few posts, is followed by a wider one, at most so much. */
const STRETCH = 3n;
/** So many posts more or less in a slice are chance and tell little of the next one. */
const CHANCE = 2;
/** A slice that widens takes half of a gap at the most, or all of it where a page is likely to hold that. */
const GAP_PART = 2n;
/** So many slices at a page's density reach back from that page, as far as its burst is likely to. */
const BURST_SLICES = 64n;

/** Posts that are known to wait, since a page was cut off: so many, from the oldest of them to the newest. */
export interface Ahead {
  readonly oldest: bigint;
  readonly newest: bigint;
  readonly count: number;
}

/** Ids above `after` and below `until`; without `until`, up to what X has just now. */
export interface Slice {
  readonly after: bigint;
  readonly until: bigint | undefined;
}

/** How far a trigger has come, which says where its next slice begins and how wide it is. */
export interface Position {
  /** Everything up to here was handed out, or is to be handed out by this poll. */
  readonly after: bigint;
  readonly width: bigint;
  readonly ahead: Ahead | undefined;
  /** The last id that was handed out already, where that is above `after`. */
  readonly lastSeen: bigint | undefined;
  /** Handed out already, ascending, and billed once more where a slice holds them. */
  readonly billedAnew: readonly bigint[];
  readonly bound: Bound | undefined;
}

/** A post that this poll has seen, and before which it knows that others lie. */
export interface Bound {
  readonly id: bigint;
  /** As wide as holds about what a poll hands out, at the density of the page that the post is on. */
  readonly width: bigint;
}

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const atLeastOne = (width: bigint): bigint => (width > 1n ? width : 1n);

/** Past posts that follow each other without an id between. */
const behind = (posts: readonly bigint[], after: bigint): bigint =>
  posts.reduce((end, id) => (id === end + 1n ? id : end), after);

/** Where nothing is known to wait, up to now; else no further than what is known. */
const sliceFrom = (after: bigint, { width, ahead, lastSeen, bound }: Position): Slice => {
  const end = after + width + 1n;
  if (bound !== undefined) return { after, until: smaller(end, bound.id) };
  if (ahead === undefined || ahead.newest <= after) return { after, until: undefined };
  // Up to here only late posts are new.
  if (lastSeen !== undefined && lastSeen > after) return { after, until: lastSeen + 1n };
  return { after, until: smaller(end, ahead.newest + 1n) };
};

/** Between posts that would be billed once more: what is empty costs nothing. */
export const nextSlice = (position: Position): Slice => {
  const { billedAnew } = position;
  const slice = sliceFrom(behind(billedAnew, position.after), position);
  const next = billedAnew.find((id) => id > slice.after);
  if (next === undefined || (slice.until !== undefined && slice.until <= next)) return slice;
  return { after: slice.after, until: next };
};

/** Part of a width: `width` × `parts` / `of`, in whole ids. */
const scaled = (width: bigint, parts: number, of: number): bigint =>
  (width * BigInt(parts)) / BigInt(of);

/** After a slice that was read whole and had `count` new posts: as wide as holds about `target`, chance allowed for. */
export const widthAfter = (width: bigint, count: number, target: number): bigint =>
  atLeastOne(smaller(scaled(width, target + CHANCE, count + CHANCE), width * STRETCH));

/** A page of a slice that held more than fits on it. */
export interface CutPage {
  readonly oldest: bigint;
  readonly newest: bigint;
  /** New posts on the page. */
  readonly count: number;
}

/** Undefined when everything before the post is read. */
export const stillOpen = (bound: Bound | undefined, after: bigint): Bound | undefined =>
  bound !== undefined && bound.id > after + 1n ? bound : undefined;

/** Before a post that is known to have others before it. */
export const widthInGap = (after: bigint, { id, width }: Bound): bigint => {
  const gap = id - after;
  return atLeastOne(gap <= width * GAP_PART ? gap : gap / GAP_PART);
};

/** Before a page that was cut off. */
export const boundOf = ({ oldest, newest, count }: CutPage, target: number): Bound => ({
  id: oldest,
  width: atLeastOne(scaled(newest - oldest, target, Math.max(1, count))),
});

/**
 * After a page that was cut off, of a slice from `after` on: as wide as holds about `target` at that page's density.
 * Where the gap before the page would hold very many of those, the page is of a burst and most of the gap is empty: then
 * all of the gap but what that burst may reach.
 */
export const widthBefore = (after: bigint, bound: Bound): bigint => {
  const gap = bound.id - after;
  const burst = bound.width * BURST_SLICES;
  if (gap > burst * GAP_PART) return gap - burst;
  return gap <= bound.width * GAP_PART ? gap : bound.width;
};
