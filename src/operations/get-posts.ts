import { FoundPostsModel } from "../connector/post-models.ts";
import { postsToGet } from "../connector/post-parameters.ts";
import { lookUpPosts, reasonOf } from "../x/post-lookup.ts";
import { defineOperation } from "./operation.ts";

export const getPosts = defineOperation({
  operationId: "GetPosts",
  method: "GET",
  route: "posts",
  summary: "Get posts",
  description:
    "This operation gets posts with their metrics, by their ids or links to them, and tells which of them X does not show.",
  visibility: "important",
  parameters: { tweetIds: postsToGet },
  returns: { model: FoundPostsModel },
  limitClass: "other",
  xEndpoints: ["GET tweets"],
  async run({ tweetIds }, { x }) {
    const { posts, missing } = await lookUpPosts(x, tweetIds);
    const Missing = missing.map((each) => ({ TweetId: each.id, Reason: reasonOf(each) }));
    return { Posts: posts, Missing };
  },
});
