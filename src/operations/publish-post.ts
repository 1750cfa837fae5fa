import { PostToPublishModel } from "../connector/publish-models.ts";
import { PublishedPostModel } from "../connector/published-models.ts";
import { publishedPost } from "../publishing/published.ts";
import { readBody } from "../publishing/read-model.ts";
import { readPost } from "../publishing/read-post.ts";
import { defineOperation } from "./operation.ts";
import { PUBLISHING_ENDPOINTS } from "./publishing-endpoints.ts";

export const publishPost = defineOperation({
  operationId: "PublishPost",
  method: "POST",
  route: "publishpost",
  summary: "Publish a post",
  description:
    "This operation publishes a post with all that X takes: text with mentions, images, a GIF or a video with alt texts, a poll, a reply.",
  visibility: "important",
  parameters: {},
  body: { title: "Post", description: "What is published.", model: PostToPublishModel },
  returns: { model: PublishedPostModel },
  limitClass: "post",
  xEndpoints: PUBLISHING_ENDPOINTS,
  async run(_input, context) {
    const { post } = await readBody(context, (given) => readPost(PostToPublishModel, given));
    const id = await context.posting.post(context, post);
    return publishedPost(id, context.identity.userName, post);
  },
});
