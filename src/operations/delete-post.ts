import { postToDelete } from "../connector/parameters.ts";
import { DeletedPostModel } from "../connector/post-models.ts";
import { deletePost as deleteAtX } from "../x/undoing.ts";
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
  limitClass: "other",
  xEndpoints: ["DELETE tweets/{id}"],
  async run({ tweetId }, { x }) {
    await deleteAtX(x, tweetId);
    return { TweetId: tweetId, Deleted: true };
  },
});
