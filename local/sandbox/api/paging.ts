/** Pages of posts and users, and the tokens that lead to the next. https://docs.x.com/x-api/fundamentals/pagination */
import type { PostsAnswer } from "../answers/answers.ts";
import { POST_VIEW, readWanted } from "../answers/wanted.ts";
import { invalidRequest } from "../problems.ts";
import type { SandboxPost } from "../world/posts.ts";
import { snowflakeAt } from "../world/snowflake.ts";
import type { Call } from "./endpoint.ts";
import { readCount, readId, readTime } from "./parameters.ts";

export interface PageSize {
  readonly least: number;
  readonly most: number;
  /** Where max_results is not given. */
  readonly usual: number;
}

const TOKEN_PARAMETERS = ["pagination_token", "next_token"] as const;
const PREFIX = "b26v89c19zqg8o3f";

/** Tells nothing, as X's do. */
const toToken = (value: string): string =>
  PREFIX + Buffer.from(value).toString("base64url").split("").reverse().join("");

export const readToken = (query: URLSearchParams): string | undefined => {
  const name = TOKEN_PARAMETERS.find((each) => query.has(each));
  if (!name) return undefined;
  const token = query.get(name) ?? "";
  const reversed = token.slice(PREFIX.length).split("").reverse().join("");
  const value = Buffer.from(reversed, "base64url").toString();
  if (!token.startsWith(PREFIX) || !/^\d{1,19}$/.test(value)) {
    throw invalidRequest(
      name,
      token,
      `The \`${name}\` query parameter value [${token}] is not valid`,
    );
  }
  return value;
};

/** What lies between since_id and until_id, start_time and end_time, both ends left out. */
export interface Range {
  readonly after: bigint;
  readonly before: bigint | undefined;
}

export const readRange = (query: URLSearchParams): Range => {
  const [sinceId, untilId] = [readId(query, "since_id"), readId(query, "until_id")];
  const [start, end] = [readTime(query, "start_time"), readTime(query, "end_time")];
  return {
    after: sinceId ?? (start === undefined ? -1n : snowflakeAt(start) - 1n),
    before: untilId ?? (end === undefined ? undefined : snowflakeAt(end)),
  };
};

export const POST_PAGE_PARAMETERS = [
  "max_results",
  "pagination_token",
  "since_id",
  "until_id",
  "start_time",
  "end_time",
  ...POST_VIEW,
] as const;

/**
 * The newest of `posts`, which ascend by id, that are in the range and match. The token of a page is the id of its last
 * post, so what is posted meanwhile moves nothing.
 */
export const pageOfPosts = (
  call: Call,
  posts: readonly SandboxPost[],
  size: PageSize,
  range: Range,
  matches: (post: SandboxPost) => boolean,
): PostsAnswer & { readonly meta: object } => {
  const { query, me, answers, world } = call;
  const count = readCount(query, size);
  const wanted = readWanted(query, "posts");
  const token = readToken(query);
  const now = world.now();
  const before = token === undefined ? range.before : BigInt(token);
  const found: SandboxPost[] = [];
  for (let index = posts.length - 1; index >= 0 && found.length <= count; index -= 1) {
    const post = posts[index];
    if (!post || post.key <= range.after) break;
    const inRange = before === undefined || post.key < before;
    if (inRange && post.indexedAt <= now && matches(post)) found.push(post);
  }
  const page = found.slice(0, count);
  const [first, last] = [page[0], page.at(-1)];
  return {
    ...answers.posts(page, me, wanted),
    meta: {
      ...(first && { newest_id: first.id, oldest_id: last?.id }),
      result_count: page.length,
      ...(found.length > count && last && { next_token: toToken(last.id) }),
    },
  };
};

/** A page of a list whose order does not change. */
export const pageOfList = <T>(query: URLSearchParams, items: readonly T[], size: PageSize) => {
  const count = readCount(query, size);
  const start = Number(readToken(query) ?? 0);
  const end = start + count;
  const page = items.slice(start, end);
  return {
    page,
    meta: {
      result_count: page.length,
      ...(end < items.length && { next_token: toToken(String(end)) }),
      ...(start > 0 && { previous_token: toToken(String(Math.max(0, start - count))) }),
    },
  };
};
