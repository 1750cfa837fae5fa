import { TweetModel } from "../connector/models.ts";
import { maxTweetsToReturn, searchQuery, sinceId } from "../connector/parameters.ts";
import { capTweets } from "../connector/results.ts";
import { readSearch } from "../search/read-search.ts";
import { SEARCH_MIN_RESULTS, search } from "../x/search.ts";
import { toTweets } from "../x/tweet-mapping.ts";
import { defineOperation } from "./operation.ts";

export const searchTweet = defineOperation({
  operationId: "SearchTweet",
  method: "GET",
  route: "searchtweets",
  summary: "Search tweets",
  description: "This operation gets a list of relevant tweets matching the search query.",
  visibility: "important",
  parameters: { searchQuery, maxResults: maxTweetsToReturn, sinceId },
  returns: { model: TweetModel, many: true },
  limitClass: "other",
  xEndpoints: ["GET tweets/search/recent"],
  async run(input, context) {
    const { x, clock, directory } = context;
    const count = capTweets(input.maxResults, context);
    const maxResults = Math.max(count, SEARCH_MIN_RESULTS);
    const wanted = readSearch(input.searchQuery, context);
    const { page } = await search(x, wanted, { sinceId: input.sinceId, maxResults }, clock());
    directory.learn(page.includes?.users);
    return toTweets(page).slice(0, count);
  },
});
