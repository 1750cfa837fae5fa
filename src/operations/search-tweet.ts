import { TweetModel } from "../connector/models.ts";
import { maxTweetsToReturn, searchQuery, sinceId } from "../connector/parameters.ts";
import { capTweets } from "../connector/results.ts";
import { isBeyondSearch, isSinceIdTooOld, SEARCH_MIN_RESULTS, searchRecent } from "../x/search.ts";
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
  async run(input, { x, clock, directory, notice }) {
    const count = capTweets(input.maxResults, { notice });
    const maxResults = Math.max(count, SEARCH_MIN_RESULTS);
    const search = (since?: string) =>
      searchRecent(x, input.searchQuery, { sinceId: since, maxResults });

    // v1.1 moved a since_id that is too old to the oldest post it had, and flows rely on it; v2 refuses it.
    const reachable =
      input.sinceId && !isBeyondSearch(input.sinceId, clock()) ? input.sinceId : undefined;
    const page = await search(reachable).catch((error: unknown) => {
      if (!reachable || !isSinceIdTooOld(error)) throw error;
      return search();
    });
    directory.learn(page.includes?.users);
    return toTweets(page).slice(0, count);
  },
});
