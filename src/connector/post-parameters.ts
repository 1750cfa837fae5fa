/** The parameters of the operations beside the contract: titles, descriptions, and what text each accepts. */
import * as z from "zod";
import { POSTS_BY_ID_MAX } from "./limits.ts";
import { maxResults, type Parameter, postIdIn, required } from "./parameters.ts";
import { readPostId } from "./post-id.ts";

const post = (description: string): Parameter<string> => ({
  title: "Post",
  description,
  type: "string",
  required: true,
  visibility: "important",
  schema: required("Post").transform(postIdIn("Post")),
});

export const postToGet = post("The post to get: its id, or a link to it.");
export const postToDelete = post(
  "The post to be deleted, one of the signed-in user's own: its id, or a link to it.",
);
export const postNotToRetweet = post(
  "The post that was retweeted (not the retweet itself): its id, or a link to it.",
);

/** More than this of what is no id is not repeated. */
const TOLD = 80;

/** Ids and links between spaces, commas and line ends, or in the brackets and quotes of a JSON array. */
const idsIn = (text: string, context: z.RefinementCtx): readonly string[] => {
  const values = text.split(/[\s,;"[\]]+/).filter((value) => value !== "");
  if (values.length === 0 || values.length > POSTS_BY_ID_MAX) {
    context.addIssue({
      code: "custom",
      message: `"Posts" has ${values.length} values. Give it 1 to ${POSTS_BY_ID_MAX} ids of posts or links to them.`,
    });
    return z.NEVER;
  }
  const ids = values.flatMap((value, index) => {
    const read = readPostId(value);
    if ("id" in read) return read.id;
    const message = `"Posts", value ${index + 1} (${value.slice(0, TOLD)}) ${read.problem}`;
    context.addIssue({ code: "custom", message });
    return [];
  });
  return [...new Set(ids)];
};

export const postsToGet: Parameter<readonly string[]> = {
  title: "Posts",
  description: `The posts to get, ${POSTS_BY_ID_MAX} at most: their ids, or links to them, separated by commas, spaces or line ends.`,
  type: "string",
  required: true,
  visibility: "important",
  schema: required("Posts").transform(idsIn),
};

export const maxPostsToReturn = maxResults("Maximum number of posts to return.");

export const nextToken: Parameter<string | undefined> = {
  title: "Continuation token",
  description:
    "The continuation token of the answer before, to go on behind it; the other parameters stay the same.",
  type: "string",
  required: false,
  visibility: "advanced",
  schema: z.string().trim().optional(),
};

/** With an offset or without; what has none is UTC. A fraction may have the seven digits of the platform. */
const TIME =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

const epochMsIn =
  (title: string) =>
  (text: string, context: z.RefinementCtx): number => {
    const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.length > 10;
    const iso = text.replace(" ", "T").replace(/(\.\d{3})\d+/, "$1");
    const utc = hasOffset || iso.length === 10 ? iso : `${iso}Z`;
    const time = TIME.test(text) ? Date.parse(utc) : Number.NaN;
    if (Number.isFinite(time)) return time;
    context.addIssue({
      code: "custom",
      message: `"${title}" must be a time such as 2026-11-25T08:00:00Z, or a day such as 2026-11-25.`,
    });
    return z.NEVER;
  };

const time = (title: string, description: string): Parameter<number | undefined> => ({
  title,
  description,
  type: "string",
  format: "date-time",
  required: false,
  visibility: "advanced",
  schema: z.string().trim().transform(epochMsIn(title)).optional(),
});

export const startTime = time(
  "Posted from",
  "Only posts of this time or later, as UTC unless it has an offset; X's search reaches seven days back.",
);
export const endTime = time(
  "Posted before",
  "Only posts from before this time, as UTC unless it has an offset.",
);

const choice = <T extends string>(
  title: string,
  description: string,
  choices: readonly [T, ...T[]],
): Parameter<T> => ({
  title,
  description,
  type: "string",
  required: false,
  visibility: "advanced",
  choices,
  default: choices[0],
  schema: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(choices, { error: `"${title}" must be ${choices.join(" or ")}.` }))
    .optional()
    .transform((value) => value ?? choices[0]),
});

export const sortOrder = choice(
  "Order",
  "The newest posts first, or those that X finds most relevant.",
  ["recency", "relevancy"],
);
export const granularity = choice("Count by", "What the numbers are given for.", ["hour", "day"]);
