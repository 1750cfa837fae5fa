import { sinceId } from "../connector/parameters.ts";
import { PostPageModel } from "../connector/post-models.ts";
import { maxPostsToReturn, nextToken } from "../connector/post-parameters.ts";
import { pageCount } from "../connector/results.ts";
import { MENTIONS_MAX_RESULTS, MENTIONS_MIN_RESULTS, mentions } from "../x/mentions.ts";
import { toPosts } from "../x/post-mapping.ts";
import { postPage } from "../x/shapes.ts";
import { defineOperation } from "./operation.ts";

const SIZE = { least: MENTIONS_MIN_RESULTS, most: MENTIONS_MAX_RESULTS };

export const getMyMentions = defineOperation({
  operationId: "GetMyMentions",
  method: "GET",
  route: "mymentions",
  summary: "Get my mentions",
  description: "This operation gets the most recent posts that mention me, the last 800 at most.",
  visibility: "important",
  parameters: { maxResults: maxPostsToReturn, sinceId, nextToken },
  returns: { model: PostPageModel },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/mentions"],
  async run(input, { x, identity, directory, notice }) {
    const maxResults = pageCount(input.maxResults, SIZE, { notice });
    const page = await mentions(x, postPage, identity.userId, { ...input, maxResults });
    directory.learn(page.includes?.users);
    return { Posts: toPosts(page), NextToken: page.meta?.next_token ?? "" };
  },
});
