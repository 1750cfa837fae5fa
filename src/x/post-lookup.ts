/** Posts by their ids: https://docs.x.com/x-api/posts/get-posts-by-ids */
import { ConnectorError, type ErrorCode } from "../connector/errors.ts";
import type { Post } from "../connector/post-models.ts";
import { asSentence } from "../connector/sentence.ts";
import { DETAILS_QUERY } from "./fields.ts";
import { toPosts } from "./post-mapping.ts";
import { type ProblemEntry, problemText, problemType, toProblem, toXProblem } from "./problem.ts";
import type { XSession } from "./session.ts";
import { postsById } from "./shapes.ts";
import { XError } from "./x-error.ts";

export interface MissingPost {
  readonly id: string;
  /** X's account of it; empty where X told none. */
  readonly problem: ProblemEntry;
}

export interface FoundPosts {
  /** In the order of the ids. */
  readonly posts: readonly Post[];
  readonly missing: readonly MissingPost[];
}

const problemsById = (body: unknown): ReadonlyMap<string, ProblemEntry> =>
  new Map(
    (toProblem(body).errors ?? [])
      .filter(({ resource_type }) => resource_type !== "user")
      .flatMap((problem) => (problem.value ? [[problem.value, problem] as const] : [])),
  );

/** X answers with errors alone where it shows none of the posts: that is an answer when it speaks of each. */
const readPosts = async (x: XSession, ids: readonly string[]) => {
  try {
    return await x.get("tweets", postsById, { ...DETAILS_QUERY, ids: ids.join(",") });
  } catch (error) {
    if (!(error instanceof XError) || error.failure.kind !== "undocumented") throw error;
    const { body } = error.failure;
    const told = problemsById(body);
    if (!ids.every((id) => told.has(id))) throw error;
    return { data: [], includes: undefined, errors: [...(toProblem(body).errors ?? [])] };
  }
};

/** `ids` are 1 to 100, none twice. Rejects with XError. */
export const lookUpPosts = async (x: XSession, ids: readonly string[]): Promise<FoundPosts> => {
  const page = await readPosts(x, ids);
  const found = new Map(toPosts(page).map((post) => [post.TweetId, post]));
  const told = problemsById({ errors: page.errors });
  return {
    posts: ids.flatMap((id) => found.get(id) ?? []),
    missing: ids.filter((id) => !found.has(id)).map((id) => ({ id, problem: told.get(id) ?? {} })),
  };
};

/** In X's words. */
export const reasonOf = ({ problem }: MissingPost): string =>
  asSentence(problemText(problem) ?? "X does not show it, and tells no reason");

const explain = ({ problem }: MissingPost): readonly [ErrorCode, advice: string] => {
  if (/suspended/i.test(problem.detail ?? "")) {
    return ["UserSuspended", "X has suspended its author."];
  }
  if (problemType(problem) === "not-authorized-for-resource") {
    return [
      "UserProtected",
      "The posts of its author are protected, and the signed-in user does not follow that account.",
    ];
  }
  return [
    "TweetNotFound",
    "Check the id: the post may have been deleted or be visible to others only.",
  ];
};

/** The error for whom the one post was all that was wanted. */
export const missingPostError = (missing: MissingPost): ConnectorError => {
  const [code, advice] = explain(missing);
  const x = toXProblem(missing.problem);
  const message = `X answered: ${reasonOf(missing)} ${advice}`;
  return new ConnectorError(code, message, { target: "tweetId", ...(x && { x }) });
};
