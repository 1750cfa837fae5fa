/** The search text of a maker, in the classic language, as X's API v2 is asked for it. */
import type { XSearch } from "../x/search.ts";

// The reference's own example is from:@username, which v2 takes without @. Quoted phrases are left alone.
const HANDLE_OPERATOR = /"[^"]*"|\b(from|to|retweets_of):@(?=\w)/gi;

export const translateSearch = (searchText: string): XSearch => ({
  query: searchText.replace(HANDLE_OPERATOR, (match, operator?: string) =>
    operator ? `${operator}:` : match,
  ),
});
