/** The times of a search text and those of the parameters beside it, of each the narrower one. */
import { ConnectorError } from "../connector/errors.ts";
import type { XSearch } from "../x/search.ts";
import { SEARCH_REACH_MS } from "../x/search-range.ts";
import { readSearch, type SearchCaller } from "./read-search.ts";

const DISTANT_PAST = Number.NEGATIVE_INFINITY;
const DISTANT_FUTURE = Number.POSITIVE_INFINITY;

/** Epoch milliseconds; `endTime` is the first moment left out. */
export interface TimeWindow {
  readonly startTime: number | undefined;
  readonly endTime: number | undefined;
}

/** Throws ConnectorError: InvalidParameter, SearchTextTooLong. */
export const readSearchWithin = (
  searchText: string,
  { startTime = DISTANT_PAST, endTime = DISTANT_FUTURE }: TimeWindow,
  caller: SearchCaller,
): XSearch => {
  const { query, ...written } = readSearch(searchText, caller);
  if (startTime >= endTime) {
    throw new ConnectorError(
      "InvalidParameter",
      '"Posted from" must be before "Posted before": nothing lies between them.',
      { target: "startTime" },
    );
  }
  if (endTime < caller.clock() - SEARCH_REACH_MS) {
    caller.notice("X's search reaches seven days back, so nothing is found before that time.");
  } else if (startTime > DISTANT_PAST && startTime < caller.clock() - SEARCH_REACH_MS) {
    caller.notice("X's search reaches seven days back, and no further.");
  }
  const from = Math.max(startTime, written.startTime ?? DISTANT_PAST);
  const until = Math.min(endTime, written.endTime ?? DISTANT_FUTURE);
  return {
    query,
    ...(from > DISTANT_PAST && { startTime: from }),
    ...(until < DISTANT_FUTURE && { endTime: until }),
  };
};
