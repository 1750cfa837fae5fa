/**
 * The query parameters of the connector reference: titles, descriptions, and what text each accepts.
 * Flows and canvas apps send everything as text, in any case, and empty text for what was left out.
 */
import * as z from "zod";
import { DEFAULT_MAX_RESULTS, SEARCH_TEXT_MAX_LENGTH } from "./limits.ts";
import { readPostId } from "./post-id.ts";

export interface Parameter<T> {
  /** What a maker sees above the field. */
  readonly title: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly required: boolean;
  readonly visibility: "important" | "advanced";
  readonly format?: "date-time" | "double";
  /** All that it takes, where that is little. */
  readonly choices?: readonly string[];
  readonly default?: number | boolean | string;
  /** From the text of the query (never empty; undefined when not given) to the value an operation takes. */
  readonly schema: z.ZodType<T, string | undefined>;
}

/** X's rule for handles: https://help.x.com/managing-your-account/x-username-rules */
const HANDLE = /^[A-Za-z0-9_]{1,15}$/;
/** 0, without its zeros, and 1: what flows begin with before they know an id. */
const FROM_THE_BEGINNING = new Set(["", "1"]);
/** Decimal, as flows write numbers; `Number` alone would take blanks for 0, and hexadecimal. */
const AMOUNT = /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i;
const WHOLE_NUMBER = /^[+-]?\d+(\.0+)?(e\+?\d{1,3})?$/i;

export const required = (title: string) =>
  z.string({ error: `"${title}" is required. Give it a value.` }).trim();

/** The id in the value of a field, be it an id or a link to the post. */
export const postIdIn =
  (title: string) =>
  (text: string, context: z.RefinementCtx): string => {
    const read = readPostId(text);
    if ("id" in read) return read.id;
    context.addIssue({ code: "custom", message: `"${title}" ${read.problem}` });
    return z.NEVER;
  };

export const userName: Parameter<string> = {
  title: "User name",
  description: "X handle for the user.",
  type: "string",
  required: true,
  visibility: "important",
  schema: required("User name")
    .transform((text) => text.replace(/^@/, ""))
    .pipe(
      z.string().regex(HANDLE, {
        error:
          '"User name" must be an X handle: 1 to 15 letters, digits or underscores, such as contoso or @contoso.',
      }),
    ),
};

export const searchQuery: Parameter<string> = {
  title: "Search text",
  description: 'Search term like "happy hour", #haiku, from:@username, love OR hate.',
  type: "string",
  required: true,
  visibility: "important",
  schema: required("Search text")
    .min(1, { error: '"Search text" is empty. Enter what to search for.' })
    .refine((text) => text.length <= SEARCH_TEXT_MAX_LENGTH, {
      error: `"Search text" is longer than ${SEARCH_TEXT_MAX_LENGTH} characters. Shorten it or split the search.`,
      params: { code: "SearchTextTooLong" },
    }),
};

export const maxResults = (description: string): Parameter<number> => ({
  title: "Maximum results",
  description,
  type: "integer",
  required: false,
  visibility: "advanced",
  default: DEFAULT_MAX_RESULTS,
  schema: z
    .string()
    .trim()
    .refine((text) => WHOLE_NUMBER.test(text) && Number(text) >= 1, {
      error: `"Maximum results" must be a whole number of at least 1. Leave it empty for ${DEFAULT_MAX_RESULTS}.`,
    })
    .transform(Number)
    .optional()
    .transform((value) => value ?? DEFAULT_MAX_RESULTS),
});

export const maxTweetsToReturn = maxResults("Maximum number of tweets to return.");
export const maxPostsOfHourlyAction = maxResults(
  "Maximum number of tweets that an action returns which searches every hour.",
);
export const maxUsersToReturn = maxResults("Maximum number of users to return.");
export const maxUsersToGet = maxResults("Maximum number of users to get.");

export const sinceId: Parameter<string | undefined> = {
  title: "sinceId",
  description: "Return tweets after the specified tweet ID.",
  type: "string",
  required: false,
  visibility: "advanced",
  schema: z
    .string()
    .trim()
    .transform((text) => text.replace(/^0+/, ""))
    .transform((text, context) =>
      FROM_THE_BEGINNING.has(text) ? undefined : postIdIn("sinceId")(text, context),
    )
    .optional(),
};

export const tweetId: Parameter<string> = {
  title: "Tweet id",
  description: "Tweet to be retweeted.",
  type: "string",
  required: true,
  visibility: "important",
  schema: required("Tweet id").transform(postIdIn("Tweet id")),
};

export const trimUser: Parameter<boolean> = {
  title: "Trim user",
  description: "Boolean to indicate whether to trim user information.",
  type: "boolean",
  required: false,
  visibility: "advanced",
  default: false,
  schema: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(["true", "false"], { error: '"Trim user" must be true or false.' }))
    .transform((text) => text === "true")
    .optional()
    .transform((value) => value ?? false),
};

export const tweetText: Parameter<string> = {
  title: "Tweet text",
  description: "Text to be posted.",
  type: "string",
  required: false,
  visibility: "important",
  schema: z
    .string()
    .optional()
    .transform((text) => text ?? ""),
};

const dollars = (title: string, period: string): Parameter<number | undefined> => ({
  title,
  description: `US dollars that this connection may spend a ${period}; empty for no limit.`,
  type: "number",
  format: "double",
  required: false,
  visibility: "important",
  schema: z
    .string()
    .trim()
    .refine((text) => AMOUNT.test(text) && Number.isFinite(Number(text)), {
      error: `"${title}" must be an amount of US dollars, such as 2.50.`,
    })
    .transform(Number)
    .pipe(z.number().min(0, { error: `"${title}" must be at least 0.` }))
    .optional(),
});

export const dollarsPerDay = dollars("Dollars a day", "UTC day");
export const dollarsPerMonth = dollars("Dollars a month", "month");
