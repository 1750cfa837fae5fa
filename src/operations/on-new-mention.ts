import { PostTriggerBatchResponse } from "../connector/post-models.ts";
import { mentionsSource } from "../trigger/source.ts";
import { defineOperation } from "./operation.ts";

export const onNewMention = defineOperation({
  operationId: "OnNewMention",
  method: "GET",
  route: "onnewmention",
  summary: "When I am mentioned",
  description:
    "This operation triggers a flow when a new post mentions the signed-in user or replies to them.",
  visibility: "important",
  parameters: {},
  returns: { model: PostTriggerBatchResponse },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/mentions"],
  trigger: {
    hint: "To see it work now, have another account post something with your user name in it.",
  },
  async run(_, { identity, x, trigger, poll, notice }) {
    const owner = `${identity.appId} ${identity.userId}`;
    return trigger.poll(x, { ...poll, owner, source: mentionsSource(identity.userId) }, notice);
  },
});
