import { PostModel } from "../connector/post-models.ts";
import { postToGet } from "../connector/post-parameters.ts";
import { lookUpPosts, missingPostError } from "../x/post-lookup.ts";
import { defineOperation } from "./operation.ts";

export const getPost = defineOperation({
  operationId: "GetPost",
  method: "GET",
  route: "post",
  summary: "Get a post",
  description: "This operation gets a post with its metrics, by its id or a link to it.",
  visibility: "important",
  parameters: { tweetId: postToGet },
  returns: { model: PostModel },
  limitClass: "other",
  xEndpoints: ["GET tweets"],
  async run({ tweetId }, { x }) {
    const { posts, missing } = await lookUpPosts(x, [tweetId]);
    const [post] = posts;
    if (!post) throw missingPostError(missing[0] ?? { id: tweetId, problem: {} });
    return post;
  },
});
