import { TweetTriggerBatchResponse } from "../connector/models.ts";
import { searchQuery } from "../connector/parameters.ts";
import { readLastingSearch } from "../search/read-search.ts";
import { searchSource } from "../trigger/source.ts";
import { defineOperation } from "./operation.ts";

export const onNewTweet = defineOperation({
  operationId: "OnNewTweet",
  method: "GET",
  route: "onnewtweet",
  summary: "When a new tweet is posted",
  description:
    "This operation triggers a flow when a new tweet that matches a given search query is posted.",
  visibility: "important",
  parameters: { searchQuery },
  returns: { model: TweetTriggerBatchResponse },
  limitClass: "other",
  xEndpoints: ["GET tweets/search/recent"],
  trigger: {
    hint: "To see it work now, post a tweet that matches the search text.",
  },
  async run({ searchQuery: searchText }, context) {
    const { identity, x, trigger, poll, notice } = context;
    const { wanted } = readLastingSearch(searchText, context);
    const owner = `${identity.appId} ${identity.userId}`;
    return trigger.poll(x, { ...poll, owner, source: searchSource(searchText, wanted) }, notice);
  },
});
