import { ThreadToPublishModel } from "../connector/publish-models.ts";
import { PublishedThreadModel } from "../connector/published-models.ts";
import { publishedThread } from "../publishing/published.ts";
import { readBody } from "../publishing/read-model.ts";
import { readThread } from "../publishing/read-thread.ts";
import { defineOperation } from "./operation.ts";
import { PUBLISHING_ENDPOINTS } from "./publishing-endpoints.ts";

export const publishThread = defineOperation({
  operationId: "PublishThread",
  method: "POST",
  route: "publishthread",
  summary: "Publish a thread",
  description:
    "This operation publishes several posts, each as a reply to the one before it, or one long text as numbered posts; a repeat goes on where it broke.",
  visibility: "important",
  parameters: {},
  body: { title: "Thread", description: "What is published.", model: ThreadToPublishModel },
  returns: { model: PublishedThreadModel },
  limitClass: "post",
  xEndpoints: PUBLISHING_ENDPOINTS,
  async run(_input, context) {
    const { parts } = await readBody(context, readThread);
    const ids = await context.threads.publish(context, parts);
    return publishedThread(ids, context.identity.userName, parts);
  },
});
