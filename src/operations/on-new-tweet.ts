import { TweetTriggerBatchResponse } from "../connector/models.ts";
import { searchQuery } from "../connector/parameters.ts";
import { translateSearch } from "../search/translate.ts";
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
  trigger: {
    hint: "To see it work now, post a tweet that matches the search text. The flow is checked once an hour.",
  },
  run: (input, { identity, x, trigger, poll, notice }) =>
    trigger.poll(
      x,
      {
        ...poll,
        connectionId: identity.connectionId,
        searchText: input.searchQuery,
        search: translateSearch(input.searchQuery),
      },
      notice,
    ),
});
