import { searchQuery } from "../connector/parameters.ts";
import { PostCountsModel } from "../connector/post-models.ts";
import { endTime, granularity, startTime } from "../connector/post-parameters.ts";
import { readSearchWithin } from "../search/time-window.ts";
import { countPosts as countAtX, totalOf } from "../x/counts.ts";
import { defineOperation } from "./operation.ts";

export const countPosts = defineOperation({
  operationId: "CountPosts",
  method: "GET",
  route: "countposts",
  summary: "Count posts",
  description:
    "This operation counts the posts of the last seven days that match a search, by the hour or by the day, without reading them.",
  visibility: "important",
  parameters: { searchQuery, granularity, startTime, endTime },
  returns: { model: PostCountsModel },
  limitClass: "other",
  xEndpoints: ["GET tweets/counts/recent"],
  async run(input, context) {
    const { x, clock } = context;
    const wanted = readSearchWithin(input.searchQuery, input, context);
    const counts = await countAtX(x, wanted, input.granularity, clock());
    const Counts = counts.map(({ start, end, count }) => ({
      Start: start,
      End: end,
      Count: count,
    }));
    return { Total: totalOf(counts), Counts };
  },
});
