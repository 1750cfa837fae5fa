/** How often a search matches: by X's counts of the last week, or by its newest page where X does not count for the app. */
import { ConnectorError } from "../connector/errors.ts";
import { countPosts, totalOf } from "./counts.ts";
import { snowflakeTime } from "./ids.ts";
import { SEARCH_MIN_RESULTS, type XSearch } from "./search.ts";
import { SEARCH_REACH_MS, type SearchRange, searchRange } from "./search-range.ts";
import type { XSession } from "./session.ts";
import { countedPage, noteOf, type XPost } from "./shapes.ts";
import { XError } from "./x-error.ts";

const HOUR_MS = 60 * 60 * 1000;
/** A page of one moment tells of no more posts an hour than this makes of it. */
const SHORTEST_MS = 1_000;

const DENSITY_SOURCES = ["counts", "page"] as const;

/** How much a search finds, and how much of what costs. */
export interface Density {
  /** What it is known from. */
  readonly source: (typeof DENSITY_SOURCES)[number];
  /** Posts within X's seven days that match; an estimate by a page that is not the last. */
  readonly matches: number;
  /** Matches an hour, within X's seven days and the times of the search. */
  readonly perHour: number;
  /** Users that a post mentions, on average; 0 where no post was read. */
  readonly mentions: number;
}

/** What X says of a call that this app may not make. */
const NOT_FOR_THIS_APP = new Set(["NotPermitted", "NotEnrolled"]);

/** How much of X's seven days the search covers, and when that ends, in milliseconds. */
const coveredBy = ({ startTime = 0, endTime = Number.POSITIVE_INFINITY }: XSearch, now: number) => {
  const end = Math.min(endTime, now);
  return { end, covered: Math.max(0, end - Math.max(startTime, now - SEARCH_REACH_MS)) };
};

const perHour = (posts: number, ms: number): number =>
  posts === 0 ? 0 : posts / (Math.max(ms, SHORTEST_MS) / HOUR_MS);

const mentionsOf = (post: XPost): number =>
  new Set(
    ((noteOf(post)?.entities ?? post.entities)?.mentions ?? []).map(({ username }) => username),
  ).size;

/** Authors and mentions are named without users coming along, so the page costs its posts alone. */
const FIELDS = "id,author_id,entities,note_tweet";

const byPage = async (
  x: XSession,
  wanted: XSearch,
  range: SearchRange,
  now: number,
): Promise<Density> => {
  const { data, meta } = await x.get("tweets/search/recent", countedPage, {
    query: wanted.query,
    "tweet.fields": FIELDS,
    ...range,
    max_results: SEARCH_MIN_RESULTS,
  });
  const posts = (data ?? []).flatMap((post) => post ?? []);
  const oldest = posts.at(-1);
  if (!oldest && meta.next_token) {
    throw new ConnectorError(
      "XUnavailable",
      "X gave a page without posts that is not the last one, so nothing can be estimated. Try again later.",
    );
  }
  const { end, covered } = coveredBy(wanted, now);
  const isAll = !oldest || !meta.next_token;
  const rate = perHour(posts.length, isAll ? covered : end - snowflakeTime(oldest.id));
  const mentions = posts.reduce((sum, post) => sum + mentionsOf(post), 0);
  return {
    source: "page",
    matches: isAll ? posts.length : Math.round((rate * covered) / HOUR_MS),
    perHour: rate,
    mentions: posts.length === 0 ? 0 : mentions / posts.length,
  };
};

/** `now` is epoch milliseconds. Makes no call where nothing can be found. Rejects with ConnectorError. */
export const densityOf = async (x: XSession, wanted: XSearch, now: number): Promise<Density> => {
  const range = searchRange(wanted, {}, now);
  if (!range) return { source: "counts", matches: 0, perHour: 0, mentions: 0 };
  try {
    const matches = totalOf(await countPosts(x, wanted, "day", now));
    const rate = perHour(matches, coveredBy(wanted, now).covered);
    return { source: "counts", matches, perHour: rate, mentions: 0 };
  } catch (error) {
    if (!(error instanceof XError) || !NOT_FOR_THIS_APP.has(error.code)) throw error;
    return byPage(x, wanted, range, now);
  }
};
