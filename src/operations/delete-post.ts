import { DeletedPostModel } from "../connector/post-models.ts";
import { postToDelete } from "../connector/post-parameters.ts";
import { defineOperation } from "./operation.ts";

export const deletePost = defineOperation({
  operationId: "DeletePost",
  method: "DELETE",
  route: "deletepost",
  summary: "Delete a post",
  description:
    "This operation deletes a post of the signed-in user; one that is gone already counts as deleted.",
  visibility: "advanced",
  parameters: { tweetId: postToDelete },
  returns: { model: DeletedPostModel },
  // No POST, so it counts for the other limit: what was posted by mistake can be taken back when that one is used up.
  limitClass: "other",
  xEndpoints: ["DELETE tweets/{id}"],
  async run({ tweetId }, context) {
    await context.posting.deletePost(context, tweetId);
    return { TweetId: tweetId, Deleted: true };
  },
});
