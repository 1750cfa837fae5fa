/** How many posts a search matches: https://docs.x.com/x-api/posts/get-count-of-recent-posts */
import type { SandboxPost } from "../world/posts.ts";
import { timeOf } from "../world/snowflake.ts";
import { isVisible } from "../world/world.ts";
import { type Call, type Endpoint, READ } from "./endpoint.ts";
import { readToken } from "./paging.ts";
import { readChoice } from "./parameters.ts";
import { readQuery, readSearchRange } from "./search.ts";

const MINUTE_MS = 60_000;
const LENGTHS_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS } as const;
const REACH_MS = 7 * LENGTHS_MS.day;
/** X counts up to so long ago. */
const SETTLED_MS = MINUTE_MS / 2;

/** Hours and days of the clock, the first and the last of them cut where the search begins and ends. */
const bucketsOf = (start: number, end: number, length: number): (readonly [number, number])[] => {
  const buckets: (readonly [number, number])[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(end, Math.floor(at / length) * length + length);
    buckets.push([at, next]);
    at = next;
  }
  return buckets;
};

const counts = (call: Call) => {
  const { world, me, query } = call;
  const matches = readQuery(world, query);
  const [granularity = "hour"] = readChoice(query, "granularity", [
    "minute",
    "hour",
    "day",
  ] as const);
  readChoice(query, "search_count.fields", ["end", "start", "tweet_count"]);
  const { after, before } = readSearchRange(call);
  // All of it is on the first page.
  if (readToken(query) !== undefined) return { meta: { total_tweet_count: 0 } };
  const now = world.now();
  const start = Math.max(timeOf(after + 1n), now - REACH_MS);
  const end = before === undefined ? now - SETTLED_MS : timeOf(before);
  const counted = world.posts.all.filter(
    (post: SandboxPost) =>
      post.key > after &&
      (before === undefined || post.key < before) &&
      post.createdAt < end &&
      !post.retweetOf &&
      matches(post) &&
      isVisible(world, me, post),
  );
  const data = bucketsOf(start, end, LENGTHS_MS[granularity]).map(([from, until]) => ({
    start: new Date(from).toISOString(),
    end: new Date(until).toISOString(),
    tweet_count: counted.filter(({ createdAt }) => createdAt >= from && createdAt < until).length,
  }));
  return { ...(data.length > 0 && { data }), meta: { total_tweet_count: counted.length } };
};

export const countEndpoints: readonly Endpoint[] = [
  {
    name: "recent counts",
    method: "GET",
    path: /^tweets\/counts\/recent$/,
    scopes: READ,
    limit: { window: 300 },
    parameters: [
      ...["query", "granularity", "search_count.fields", "next_token", "pagination_token"],
      ...["since_id", "until_id", "start_time", "end_time"],
    ],
    run: counts,
  },
];
