/**
 * True answers of X, changed as X's document allows, or as they were seen to go wrong: status 200 with errors beside
 * data, with pages that lead to pages, or with posts that have no id.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors
 */
import { problemType } from "./problems.ts";

/** What changes a list of posts leaves everything else as it is. */
const changedList =
  (change: (posts: readonly object[]) => readonly object[], more: object = {}) =>
  (json: unknown): unknown => {
    const { data } = Object(json) as { readonly data?: unknown };
    return Array.isArray(data) ? { ...Object(json), data: change(data), ...more } : json;
  };

const ERRORS = [
  {
    title: "Operational Error",
    detail: "Part of the search could not be carried out.",
    type: problemType("operational-error"),
  },
];

/** A token that the sandbox takes: it leads behind the oldest post. */
const END_OF_PAGES = "b26v89c19zqg8o3fQM";

/** X knows the id all the same, and bills by it: it is only not written. */
const withoutId = (post: object): object =>
  Object.defineProperty({ ...post }, "id", { enumerable: false });

export const ANSWER_CHANGES = {
  /** The newest post is missing. */
  partialErrors: changedList((posts) => posts.slice(1), { errors: ERRORS }),
  /** The newest post but one has no id. */
  postWithoutId: changedList((posts) =>
    posts.map((post, index) => (index === 1 ? withoutId(post) : post)),
  ),
  /** Nothing, and where there would be more of it. */
  endlessPages: () => ({ meta: { result_count: 0, next_token: END_OF_PAGES } }),
  /** No post has an id. */
  postsWithoutIds: changedList((posts) => posts.map(withoutId)),
} as const satisfies Readonly<Record<string, (json: unknown) => unknown>>;
