import { TweetResponseModel } from "../connector/models.ts";
import { trimUser, tweetId } from "../connector/parameters.ts";
import { defineOperation } from "./operation.ts";

export const retweet = defineOperation({
  operationId: "Retweet",
  method: "POST",
  route: "retweet",
  summary: "Retweet",
  description: "This operation retweets a tweet.",
  visibility: "important",
  // The answer holds no user to trim, so trimUser changes nothing; flows still send it.
  parameters: { tweetId, trimUser },
  returns: { model: TweetResponseModel },
  limitClass: "post",
  xEndpoints: ["POST users/{id}/retweets"],
  run: async (input, context) => ({
    TweetId: await context.posting.retweet(context, input.tweetId),
  }),
});
