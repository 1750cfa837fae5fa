/** How many posts of the last seven days match a search: https://docs.x.com/x-api/posts/get-count-of-recent-posts */
import * as z from "zod";
import { ConnectorError } from "../connector/errors.ts";
import { leniently } from "./lenient.ts";
import { problemText, problemType, toProblem } from "./problem.ts";
import type { XSearch } from "./search.ts";
import { searchRange } from "./search-range.ts";
import type { XSession } from "./session.ts";
import { XError } from "./x-error.ts";

export type Granularity = "hour" | "day";

export interface PostCount {
  /** As ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly count: number;
}

/** Seven days of hours fit into one page of X's. */
const MOST_PAGES = 5;

const countsPage = leniently(({ optional }) => {
  const count = optional(z.int());
  // A number that cannot be read is never left out: the total would be wrong without a word.
  const bucket = z
    .object({ start: z.string(), end: z.string(), tweet_count: count, post_count: count })
    .transform(({ start, end, tweet_count, post_count }, { addIssue }) => {
      const number = tweet_count ?? post_count ?? undefined;
      if (number === undefined) addIssue("No number.");
      return { start, end, count: number ?? 0 };
    });
  return z.object({
    data: z.array(bucket).nullish(),
    meta: optional(z.object({ next_token: optional(z.string()) })),
  });
});

/** X's document names the app's own token alone for this call, its pages those of users as well. */
const isForAppsOnly = (error: unknown): boolean =>
  error instanceof XError &&
  error.failure.kind === "refused" &&
  problemType(toProblem(error.failure.body)) === "unsupported-authentication";

const appsOnly = (error: XError): XError => {
  const reason = error.failure.kind === "refused" && problemText(toProblem(error.failure.body));
  const message = `X counts posts for apps only, not for users who signed in to one: ${reason}. Search for the posts instead.`;
  return new XError("NotPermitted", message, error.failure, error.options);
};

const endless = (): ConnectorError =>
  new ConnectorError(
    "XUnavailable",
    "X gave page after page of numbers without coming to an end. Try again later.",
  );

/** The oldest first. `now` is epoch milliseconds. Makes no call where nothing can be found. Rejects with ConnectorError. */
export const countPosts = async (
  x: XSession,
  wanted: XSearch,
  granularity: Granularity,
  now: number,
): Promise<readonly PostCount[]> => {
  const range = searchRange(wanted, {}, now);
  if (!range) return [];
  const counts: PostCount[] = [];
  let nextToken: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = { query: wanted.query, granularity, ...range, next_token: nextToken };
    const page = await x.get("tweets/counts/recent", countsPage, query).catch((error: unknown) => {
      throw error instanceof XError && isForAppsOnly(error) ? appsOnly(error) : error;
    });
    counts.push(...(page.data ?? []));
    nextToken = page.meta?.next_token ?? undefined;
    if (nextToken === undefined) return counts.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  }
  throw endless();
};

export const totalOf = (counts: readonly PostCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
