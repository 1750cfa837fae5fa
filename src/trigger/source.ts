/**
 * Where a trigger's posts come from. Sources differ in what X is asked, in how much a page holds and in how far X looks
 * back; the cursor, the slices and the guarantee are the same for all.
 */
import {
  MENTIONS_MAX_RESULTS,
  MENTIONS_MIN_RESULTS,
  MENTIONS_REACH,
  mentions,
} from "../x/mentions.ts";
import { toPosts } from "../x/post-mapping.ts";
import {
  SEARCH_MAX_RESULTS,
  SEARCH_MIN_RESULTS,
  searchCounted,
  type XSearch,
} from "../x/search.ts";
import { SEARCH_REACH_MS } from "../x/search-range.ts";
import type { XSession } from "../x/session.ts";
import { type CountedPage, countedPage, type XPage } from "../x/shapes.ts";
import { toTweets } from "../x/tweet-mapping.ts";

/** What a flow is handed; there is more in it, which only its model knows. */
export interface Item {
  readonly TweetId: string;
  /** ISO 8601. */
  readonly CreatedAtIso: string;
}

export interface SourceWindow {
  /** Only posts with a larger id. */
  readonly sinceId: string | undefined;
  /** Only posts with a smaller id. */
  readonly untilId: string | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults: number;
}

export interface SourceAnswer {
  readonly page: CountedPage;
  /** What X was asked with in the end; the pages that follow are asked for with the same. */
  readonly sinceId: string | undefined;
}

/** What a trigger polls: a search, or who mentions the user. */
export interface Source {
  /** Tells a flow's sources apart: no two kinds of source have as many parts. */
  readonly key: readonly string[];
  /** What a page holds. */
  readonly least: number;
  readonly most: number;
  /** How far back X shows posts: by time, and by number. */
  readonly reachMs: number;
  readonly reach: number;
  /** The same in words, as a sentence without its full stop. */
  readonly reachInWords: string;
  /** Where posts are that are out of reach, in words. */
  readonly beyond: string;
  /** One page, newest first. `now` is epoch milliseconds. Rejects with XError. */
  read(x: XSession, window: SourceWindow, now: number): Promise<SourceAnswer>;
  /** The same for the window of a first poll, in which there can be nothing. */
  probe(x: XSession, window: SourceWindow, now: number): Promise<unknown>;
  toItems(page: Pick<XPage, "data" | "includes">): readonly Item[];
}

/** `searchText` is as the maker wrote it, `wanted` as X is asked for it. */
export const searchSource = (searchText: string, wanted: XSearch): Source => ({
  key: [searchText],
  least: SEARCH_MIN_RESULTS,
  most: SEARCH_MAX_RESULTS,
  reachMs: SEARCH_REACH_MS,
  reach: Number.POSITIVE_INFINITY,
  reachInWords: "X's search reaches seven days back",
  beyond: "older than the seven days of X's search",
  read: (x, window, now) => searchCounted(x, wanted, window, now),
  // Without the times of the search text, which might leave nothing to ask.
  probe: (x, window, now) => searchCounted(x, { query: wanted.query }, window, now),
  toItems: toTweets,
});

/** The posts that mention a user. */
export const mentionsSource = (userId: string): Source => {
  const read = async (x: XSession, window: SourceWindow): Promise<SourceAnswer> => {
    const page = await mentions(x, countedPage, userId, window);
    return { page, sinceId: window.sinceId };
  };
  return {
    key: ["mentions", userId],
    least: MENTIONS_MIN_RESULTS,
    most: MENTIONS_MAX_RESULTS,
    reachMs: Number.POSITIVE_INFINITY,
    reach: MENTIONS_REACH,
    reachInWords: `X shows the last ${MENTIONS_REACH} mentions`,
    beyond: `behind the last ${MENTIONS_REACH} mentions, which are all that X shows,`,
    read,
    probe: read,
    toItems: toPosts,
  };
};
