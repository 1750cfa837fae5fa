import { TweetTriggerBatchResponse } from "../connector/models.ts";
import { searchQuery } from "../connector/parameters.ts";
import { readSearch } from "../search/read-search.ts";
import { dayOf } from "../search/translate.ts";
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
    const wanted = readSearch(searchText, context);
    const { endTime } = wanted;
    if (endTime !== undefined && endTime <= context.clock()) {
      notice(`Nothing new can match: until:${dayOf(endTime)} has passed.`);
    }
    const owner = `${identity.appId} ${identity.userId}`;
    return trigger.poll(x, { ...poll, owner, source: searchSource(searchText, wanted) }, notice);
  },
});
