/** Recent search: https://docs.x.com/x-api/posts/search-recent-posts */
import { invalidRequest } from "../problems.ts";
import type { Matcher } from "../search/operators.ts";
import { MAX_QUERY_LENGTH, parseQuery } from "../search/query.ts";
import { QueryError } from "../search/tokens.ts";
import { snowflakeAt } from "../world/snowflake.ts";
import { isVisible, type World } from "../world/world.ts";
import { type Call, type Endpoint, READ } from "./endpoint.ts";
import { POST_PAGE_PARAMETERS, pageOfPosts, type Range, readRange } from "./paging.ts";
import { readChoice, readId, readTime, requiredParameter } from "./parameters.ts";

const REACH_MS = 7 * 24 * 60 * 60 * 1000;
const SETTLED_MS = 10 * 1000;

const toMinute = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 16)}Z`;

export const readQuery = (world: World, query: URLSearchParams): Matcher => {
  const text = requiredParameter(query, "query");
  if (text.length > MAX_QUERY_LENGTH) {
    throw invalidRequest(
      "query",
      text,
      `There were errors processing your request: Rules must be ${MAX_QUERY_LENGTH} characters or fewer, this one has ${text.length}`,
    );
  }
  try {
    return parseQuery(world, text);
  } catch (error) {
    if (error instanceof QueryError) throw invalidRequest("query", text, error.message);
    throw error;
  }
};

/** X's refusals of a time that recent search does not reach, word for word. */
export const readSearchRange = ({ query, world }: Call): Range => {
  const earliest = world.now() - REACH_MS;
  const oldest = snowflakeAt(earliest);
  for (const name of ["since_id", "until_id"]) {
    const id = readId(query, name);
    if (id !== undefined && id < oldest) {
      throw invalidRequest(
        name,
        String(id),
        `'${name}' must be a tweet id created after ${toMinute(earliest)}. Please use a '${name}' that is larger than ${oldest}`,
      );
    }
  }
  const start = readTime(query, "start_time");
  if (start !== undefined && start < earliest) {
    const [given, least] = [toMinute(start), toMinute(earliest)];
    throw invalidRequest(
      "start_time",
      given,
      `Invalid 'start_time':'${given}'. 'start_time' must be on or after ${least}`,
    );
  }
  if (start !== undefined && query.has("since_id")) {
    const given = query.get("since_id") ?? "";
    throw invalidRequest("since_id", given, "Invalid use of 'since_id' with 'start_time'");
  }
  const end = readTime(query, "end_time");
  if (end !== undefined && end > world.now() - SETTLED_MS) {
    const given = toMinute(end);
    throw invalidRequest(
      "end_time",
      given,
      `Invalid 'end_time':'${given}'. 'end_time' must be a minimum of 10 seconds prior to the request time.`,
    );
  }
  const { after, before } = readRange(query);
  return { after: after < oldest ? oldest - 1n : after, before };
};

const search = (call: Call) => {
  const { world, me, query } = call;
  const matches = readQuery(world, query);
  readChoice(query, "sort_order", ["recency", "relevancy"]);
  const size = { least: 10, most: 100, usual: 10 };
  return pageOfPosts(
    call,
    world.posts.all,
    size,
    readSearchRange(call),
    // A search finds no reposts since 2026-05-04: https://docs.x.com/changelog
    (post) => !post.retweetOf && matches(post) && isVisible(world, me, post),
  );
};

export const searchEndpoints: readonly Endpoint[] = [
  {
    name: "recent search",
    method: "GET",
    path: /^tweets\/search\/recent$/,
    scopes: READ,
    limit: { window: 300 },
    parameters: ["query", "sort_order", "next_token", ...POST_PAGE_PARAMETERS],
    run: search,
  },
];
