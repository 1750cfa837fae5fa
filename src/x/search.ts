/** Recent search: https://docs.x.com/x-api/posts/search-recent-posts */
import { POST_QUERY } from "./fields.ts";
import { snowflakeAt } from "./ids.ts";
import { toProblem } from "./problem.ts";
import type { XSession } from "./session.ts";
import type { XPage, XPost } from "./shapes.ts";
import { XError } from "./x-error.ts";

/** X refuses fewer. */
export const SEARCH_MIN_RESULTS = 10;
/** X refuses more. */
export const SEARCH_MAX_RESULTS = 100;

/** Recent search reaches back seven days; a since_id before that is refused. */
const REACH_MS = 7 * 24 * 60 * 60 * 1000;
/** Clocks differ and time passes on the way, so an id this close to the edge counts as over it. */
const EDGE_MS = 60 * 1000;

export interface SearchWindow {
  /** Only posts with a larger id. */
  readonly sinceId?: string | undefined;
  readonly nextToken?: string | undefined;
  /** 10 to 100. */
  readonly maxResults: number;
}

/** True when X would refuse `sinceId` because search does not reach back that far. */
const isBeyondSearch = (sinceId: string, now: number): boolean =>
  BigInt(sinceId) < snowflakeAt(now - REACH_MS + EDGE_MS);

/** X's refusal of a since_id that recent search does not reach. */
const isSinceIdTooOld = (error: unknown): boolean =>
  error instanceof XError &&
  error.failure.kind === "refused" &&
  error.failure.status === 400 &&
  (toProblem(error.failure.body).errors ?? []).some(
    ({ parameters = {} }) => "since_id" in parameters,
  );

// The reference's own example is from:@username, which v2 takes without @. Quoted phrases are left alone.
const HANDLE_OPERATOR = /"[^"]*"|\b(from|to|retweets_of):@(?=\w)/gi;

/** The search text as X v2 understands it. */
const toXQuery = (searchText: string): string =>
  searchText.replace(HANDLE_OPERATOR, (match, operator?: string) =>
    operator ? `${operator}:` : match,
  );

const searchRecent = (
  x: XSession,
  searchText: string,
  { sinceId, nextToken, maxResults }: SearchWindow,
): Promise<XPage<XPost>> =>
  x.get<XPage<XPost>>("tweets/search/recent", {
    query: toXQuery(searchText),
    ...POST_QUERY,
    max_results: maxResults,
    since_id: sinceId,
    next_token: nextToken,
  });

export interface SearchAnswer {
  readonly page: XPage<XPost>;
  /** What X was asked with in the end; the pages that follow are asked for with the same. */
  readonly sinceId: string | undefined;
}

/**
 * One page of matches, newest first. A sinceId that X's search no longer reaches is left out: v1.1 moved it to the
 * oldest post it had, and flows rely on that; v2 refuses it. Rejects with XError. `now` is epoch milliseconds.
 */
export const search = async (
  x: XSession,
  searchText: string,
  window: SearchWindow,
  now: number,
): Promise<SearchAnswer> => {
  const { sinceId: asked, ...rest } = window;
  const sinceId = asked && !isBeyondSearch(asked, now) ? asked : undefined;
  try {
    return { page: await searchRecent(x, searchText, { ...rest, sinceId }), sinceId };
  } catch (error) {
    if (!sinceId || !isSinceIdTooOld(error)) throw error;
    return { page: await searchRecent(x, searchText, rest), sinceId: undefined };
  }
};
