import { UndoneRetweetModel } from "../connector/post-models.ts";
import { postNotToRetweet } from "../connector/post-parameters.ts";
import { defineOperation } from "./operation.ts";

export const undoRetweet = defineOperation({
  operationId: "UndoRetweet",
  method: "DELETE",
  route: "undoretweet",
  summary: "Undo a retweet",
  description:
    "This operation takes the signed-in user's retweet of a post back; where there is none, that counts as done.",
  visibility: "advanced",
  parameters: { tweetId: postNotToRetweet },
  returns: { model: UndoneRetweetModel },
  limitClass: "other",
  xEndpoints: ["DELETE users/{id}/retweets/{source_tweet_id}"],
  async run({ tweetId }, context) {
    await context.posting.undoRetweet(context, tweetId);
    return { TweetId: tweetId, Retweeted: false };
  },
});
