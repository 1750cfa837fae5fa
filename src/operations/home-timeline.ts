import { TweetModel } from "../connector/models.ts";
import { maxTweetsToReturn } from "../connector/parameters.ts";
import { capTweets } from "../connector/results.ts";
import { homeTimeline as readHomeTimeline } from "../x/timelines.ts";
import { defineOperation } from "./operation.ts";

export const homeTimeline = defineOperation({
  operationId: "HomeTimeline",
  method: "GET",
  route: "hometimeline",
  summary: "Get home timeline",
  description:
    "This operation gets the most recent tweets and re-tweets posted by me and my followers.",
  visibility: "important",
  parameters: { maxResults: maxTweetsToReturn },
  returns: { model: TweetModel, many: true },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/timelines/reverse_chronological"],
  run: (input, { x, identity, notice }) =>
    readHomeTimeline(x, identity.userId, capTweets(input.maxResults, { notice })),
});
