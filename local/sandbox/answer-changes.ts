/**
 * True answers of X, changed as X's document allows, or as they were seen to go wrong: status 200 with errors beside
 * data, with pages that lead to pages, or with posts that have no id.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors
 */
import { problemType } from "./problems.ts";

interface Answer {
  readonly data?: readonly object[];
}

const ERRORS = [
  {
    title: "Operational Error",
    detail: "Part of the search could not be carried out.",
    type: problemType("operational-error"),
  },
];

/** A token that the sandbox takes: it leads behind the oldest post. */
const END_OF_PAGES = "b26v89c19zqg8o3fQM";

const withoutId = (post: object): object => ({ ...post, id: undefined });

export const ANSWER_CHANGES = {
  /** The newest post is missing. */
  partialErrors: (json) => {
    const { data = [], ...answer } = json as Answer;
    return { ...answer, data: data.slice(1), errors: ERRORS };
  },
  /** The newest post but one has no id. */
  postWithoutId: (json) => {
    const { data = [], ...answer } = json as Answer;
    return { ...answer, data: data.map((post, index) => (index === 1 ? withoutId(post) : post)) };
  },
  /** Nothing, and where there would be more of it. */
  endlessPages: () => ({ meta: { result_count: 0, next_token: END_OF_PAGES } }),
  /** No post has an id. */
  postsWithoutIds: (json) => {
    const { data = [], ...answer } = json as Answer;
    return { ...answer, data: data.map(withoutId) };
  },
} as const satisfies Readonly<Record<string, (json: unknown) => unknown>>;
