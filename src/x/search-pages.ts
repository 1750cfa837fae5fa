/** As many posts of a search as are wanted, over several pages of X's, and where the next call goes on. */
import { ConnectorError } from "../connector/errors.ts";
import {
  SEARCH_MAX_RESULTS,
  SEARCH_MIN_RESULTS,
  type SortOrder,
  search,
  type XSearch,
} from "./search.ts";
import type { XSession } from "./session.ts";
import type { XPage } from "./shapes.ts";

/** Five pages are enough for what can be asked for; X may give shorter ones, and empty ones that lead on. */
const MOST_PAGES = 10;

export interface PagesRequest {
  readonly sortOrder: SortOrder;
  readonly nextToken: string | undefined;
  /** 10 at least. */
  readonly count: number;
}

/** As many pages of a search as it took, or as came. */
export interface Pages {
  readonly pages: readonly XPage[];
  /** Leads behind these pages; undefined at the end of the search. */
  readonly nextToken: string | undefined;
  /** What ended the reading after it had brought something. */
  readonly trouble: ConnectorError | undefined;
}

/** Pages of like size, because X gives ten at least: the last one would be too small else. */
const pageSize = (left: number): number => Math.ceil(left / Math.ceil(left / SEARCH_MAX_RESULTS));

/**
 * What was read before something went wrong is paid for, so it is answered with, and a next call goes on from there.
 * Rejects with XError where nothing was read. `now` is epoch milliseconds.
 */
export const searchPages = async (
  x: XSession,
  wanted: XSearch,
  request: PagesRequest,
  now: number,
): Promise<Pages> => {
  const { sortOrder, count } = request;
  const pages: XPage[] = [];
  let { nextToken } = request;
  let left = count;
  do {
    const window = { sortOrder, nextToken, maxResults: pageSize(left) };
    try {
      const { page } = await search(x, wanted, window, now);
      pages.push(page);
      left -= page.data?.length ?? 0;
      nextToken = page.meta?.next_token ?? undefined;
    } catch (error) {
      if (!(error instanceof ConnectorError) || left === count) throw error;
      return { pages, nextToken, trouble: error };
    }
  } while (nextToken !== undefined && left >= SEARCH_MIN_RESULTS && pages.length < MOST_PAGES);
  return { pages, nextToken, trouble: undefined };
};
