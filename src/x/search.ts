/** Recent search: https://docs.x.com/x-api/posts/search-recent-posts */
import type * as z from "zod";
import { POST_QUERY } from "./fields.ts";
import { toProblem } from "./problem.ts";
import { isBeyondSearch, type SearchIds, type SearchTimes, searchRange } from "./search-range.ts";
import type { XSession } from "./session.ts";
import { type CountedPage, countedPage, postPage, type XPage } from "./shapes.ts";
import { XError } from "./x-error.ts";

/** X refuses fewer. */
export const SEARCH_MIN_RESULTS = 10;
/** X refuses more. */
export const SEARCH_MAX_RESULTS = 100;

/** What X is asked for. */
export interface XSearch extends SearchTimes {
  /** In the language of v2: https://docs.x.com/x-api/posts/search/integrate/operators */
  readonly query: string;
}

export type SortOrder = "recency" | "relevancy";

export interface SearchWindow extends SearchIds {
  readonly nextToken?: string | undefined;
  /** X's order is the newest first unless told. */
  readonly sortOrder?: SortOrder;
  /** 10 to 100. */
  readonly maxResults: number;
}

/**
 * X's refusal of a since_id that recent search does not reach, by its words: of every other since_id that X refuses
 * nothing is known but the name. https://docs.x.com/x-api/posts/search/integrate/paginate
 */
const TOO_OLD = /must be a (tweet|post) id created after/i;

const isSinceIdTooOld = (error: unknown): boolean =>
  error instanceof XError &&
  error.failure.kind === "refused" &&
  error.failure.status === 400 &&
  (toProblem(error.failure.body).errors ?? []).some(
    ({ parameters, message }) => "since_id" in (parameters ?? {}) && TOO_OLD.test(message ?? ""),
  );

/** What X says of a search that nothing matches. */
const NOTHING = { meta: { result_count: 0 } };

/** Makes no call to X where nothing can be found. */
const searchRecent = async <P>(
  x: XSession,
  schema: z.ZodType<P>,
  wanted: XSearch,
  window: SearchWindow,
  now: number,
): Promise<P> => {
  const range = searchRange(wanted, window, now);
  if (!range) return schema.parse(NOTHING);
  return x.get("tweets/search/recent", schema, {
    query: wanted.query,
    ...POST_QUERY,
    ...range,
    max_results: window.maxResults,
    next_token: window.nextToken,
    sort_order: window.sortOrder,
  });
};

export interface SearchAnswer<P> {
  readonly page: P;
  /** What X was asked with in the end; the pages that follow are asked for with the same. */
  readonly sinceId: string | undefined;
}

/** `now` is epoch milliseconds. Rejects with XError. */
type Search<P> = (
  x: XSession,
  wanted: XSearch,
  window: SearchWindow,
  now: number,
) => Promise<SearchAnswer<P>>;

/**
 * A sinceId that X's search no longer reaches is left out: v1.1 moved it to the oldest post it had, and flows rely on
 * that; v2 refuses it.
 */
const searchBy =
  <P>(schema: z.ZodType<P>): Search<P> =>
  async (x, wanted, window, now) => {
    const { sinceId: asked, ...rest } = window;
    const sinceId = asked && !isBeyondSearch(asked, now) ? asked : undefined;
    try {
      return { page: await searchRecent(x, schema, wanted, { ...rest, sinceId }, now), sinceId };
    } catch (error) {
      if (!sinceId || !isSinceIdTooOld(error)) throw error;
      return { page: await searchRecent(x, schema, wanted, rest, now), sinceId: undefined };
    }
  };

/** One page of matches, newest first. */
export const search: Search<XPage> = searchBy(postPage);

/** The same for whom it matters that nothing is passed over. */
export const searchCounted: Search<CountedPage> = searchBy(countedPage);
