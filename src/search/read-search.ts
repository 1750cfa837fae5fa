/** The search text of a call, as X is asked for it, with what the caller has to know of that. */
import type { XSearch } from "../x/search.ts";
import { SEARCH_REACH_MS } from "../x/search-range.ts";
import { dayOf, rewriting, translateSearch } from "./translate.ts";

export interface SearchCaller {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Tells something about an answer that is no error. */
  notice(message: string): void;
  /** Tells what X is asked, where that is not what was written. */
  rewritten(query: string): void;
}

const REACH = "X's search reaches seven days back";

/** Throws ConnectorError: InvalidParameter, SearchTextTooLong. */
export const readSearch = (
  searchText: string,
  { clock, notice, rewritten }: SearchCaller,
): XSearch => {
  const wanted = translateSearch(searchText);
  const xQuery = rewriting(searchText, wanted);
  if (xQuery !== undefined) rewritten(xQuery);
  const { startTime = Number.POSITIVE_INFINITY, endTime = Number.POSITIVE_INFINITY } = wanted;
  const oldest = clock() - SEARCH_REACH_MS;
  if (endTime <= oldest) notice(`${REACH}, so nothing is found until:${dayOf(endTime)}.`);
  else if (startTime < oldest) notice(`${REACH}, so not to since:${dayOf(startTime)}.`);
  return wanted;
};

/** The same for what goes on searching, with whether nothing new can match any more. */
export const readLastingSearch = (searchText: string, caller: SearchCaller) => {
  const wanted = readSearch(searchText, caller);
  const { endTime = Number.POSITIVE_INFINITY } = wanted;
  const isOver = endTime <= caller.clock();
  if (isOver) caller.notice(`Nothing new can match: until:${dayOf(endTime)} has passed.`);
  return { wanted, isOver };
};
