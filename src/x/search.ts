/** Recent search: https://docs.x.com/x-api/posts/search-recent-posts */
import { POST_QUERY } from "./fields.ts";
import { snowflakeAt } from "./ids.ts";
import { toProblem } from "./problem.ts";
import type { XSession } from "./session.ts";
import { postPage, type XPage } from "./shapes.ts";
import { XError } from "./x-error.ts";

/** X refuses fewer. */
export const SEARCH_MIN_RESULTS = 10;
/** X refuses more. */
export const SEARCH_MAX_RESULTS = 100;

/** Recent search reaches back seven days; a since_id before that is refused. */
const REACH_MS = 7 * 24 * 60 * 60 * 1000;
/** Clocks differ and time passes on the way, so an id this close to the edge counts as over it. */
const EDGE_MS = 60 * 1000;

/** What X is asked for. */
export interface XSearch {
  /** In the language of v2: https://docs.x.com/x-api/posts/search/integrate/operators */
  readonly query: string;
}

export interface SearchWindow {
  /** Only posts with a larger id. */
  readonly sinceId?: string | undefined;
  /** Only posts with a smaller id. */
  readonly untilId?: string | undefined;
  readonly nextToken?: string | undefined;
  /** 10 to 100. */
  readonly maxResults: number;
}

/** True when X would refuse `sinceId` because search does not reach back that far. */
const isBeyondSearch = (sinceId: string, now: number): boolean =>
  BigInt(sinceId) < snowflakeAt(now - REACH_MS + EDGE_MS);

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

const searchRecent = (
  x: XSession,
  { query }: XSearch,
  { sinceId, untilId, nextToken, maxResults }: SearchWindow,
): Promise<XPage> =>
  x.get("tweets/search/recent", postPage, {
    query,
    ...POST_QUERY,
    max_results: maxResults,
    since_id: sinceId,
    until_id: untilId,
    next_token: nextToken,
  });

export interface SearchAnswer {
  readonly page: XPage;
  /** What X was asked with in the end; the pages that follow are asked for with the same. */
  readonly sinceId: string | undefined;
}

/**
 * One page of matches, newest first. A sinceId that X's search no longer reaches is left out: v1.1 moved it to the
 * oldest post it had, and flows rely on that; v2 refuses it. Rejects with XError. `now` is epoch milliseconds.
 */
export const search = async (
  x: XSession,
  wanted: XSearch,
  window: SearchWindow,
  now: number,
): Promise<SearchAnswer> => {
  const { sinceId: asked, ...rest } = window;
  const sinceId = asked && !isBeyondSearch(asked, now) ? asked : undefined;
  try {
    return { page: await searchRecent(x, wanted, { ...rest, sinceId }), sinceId };
  } catch (error) {
    if (!sinceId || !isSinceIdTooOld(error)) throw error;
    return { page: await searchRecent(x, wanted, rest), sinceId: undefined };
  }
};
