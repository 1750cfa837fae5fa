import { SEARCH_POSTS_MAX_RESULTS } from "../connector/limits.ts";
import { searchQuery } from "../connector/parameters.ts";
import { PostPageModel } from "../connector/post-models.ts";
import {
  endTime,
  maxPostsToReturn,
  nextToken,
  sortOrder,
  startTime,
} from "../connector/post-parameters.ts";
import { pageCount } from "../connector/results.ts";
import { readSearchWithin } from "../search/time-window.ts";
import { toPosts } from "../x/post-mapping.ts";
import { SEARCH_MIN_RESULTS } from "../x/search.ts";
import { searchPages } from "../x/search-pages.ts";
import { defineOperation } from "./operation.ts";

const SIZE = { least: SEARCH_MIN_RESULTS, most: SEARCH_POSTS_MAX_RESULTS };

export const searchPosts = defineOperation({
  operationId: "SearchPosts",
  method: "GET",
  route: "searchposts",
  summary: "Search posts",
  description: `This operation searches the posts of the last seven days, within a time and in an order of choice, and gives up to ${SEARCH_POSTS_MAX_RESULTS} with their metrics.`,
  visibility: "important",
  parameters: {
    searchQuery,
    maxResults: maxPostsToReturn,
    startTime,
    endTime,
    sortOrder,
    nextToken,
  },
  returns: { model: PostPageModel },
  limitClass: "other",
  xEndpoints: ["GET tweets/search/recent"],
  async run(input, context) {
    const { x, clock, directory, notice } = context;
    const count = pageCount(input.maxResults, SIZE, context);
    const wanted = readSearchWithin(input.searchQuery, input, context);
    const request = { sortOrder: input.sortOrder, nextToken: input.nextToken, count };
    const { pages, nextToken: next, trouble } = await searchPages(x, wanted, request, clock());
    for (const { includes } of pages) directory.learn(includes?.users);
    const Posts = pages.flatMap(toPosts);
    if (trouble) {
      notice(`Not all were read: ${trouble.message} The continuation token goes on from there.`);
    } else if (Posts.length === 0 && next !== undefined) {
      notice(
        "X gave nothing so far, and where it goes on: call again with the continuation token.",
      );
    }
    return { Posts, NextToken: next ?? "" };
  },
});
