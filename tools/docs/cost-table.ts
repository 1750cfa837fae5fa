/** The part of docs/costs.md that tells what each action costs at X, from X's price list and the connector's own limits. */
import {
  DEFAULT_MAX_RESULTS,
  NEW_TWEETS_PER_POLL,
  TRIGGER_POLL_INTERVAL_MINUTES,
  USERS_MAX_RESULTS,
} from "../../src/connector/limits.ts";
import { operations } from "../../src/operations/index.ts";
import type { AnyOperation } from "../../src/operations/operation.ts";
import { POST_WINDOW } from "../../src/posting/post-row.ts";
import { HOURS_A_MONTH } from "../../src/spending/search-quote.ts";
import { X_ENDPOINTS, type XEndpoint } from "../../src/x/endpoints.ts";
import { OWN_POSTS_LOOKED_AT } from "../../src/x/own-posts.ts";
import {
  PRICE_LIST,
  PRICE_LIST_DATE,
  type PriceClass,
  priceOf,
  toDollars,
} from "../../src/x/prices.ts";
import { SEARCH_MAX_RESULTS, SEARCH_MIN_RESULTS } from "../../src/x/search.ts";
import { HANDLE_KEPT_MS } from "../../src/x/user-directory.ts";

export const dollars = (microDollars: number): string => `$${toDollars(microDollars).toFixed(3)}`;
export const priceInDollars = (price: PriceClass): string => dollars(priceOf(price));
const postRead = priceOf("postRead");
const userRead = priceOf("userRead");

/** For as many as are asked for unless a maker says how many. */
const usual = (each: number): string => dollars(DEFAULT_MAX_RESULTS * each);

const TIMELINE = `what a search costs, and ${dollars(postRead)} for each tweet that is retweeted, quoted or replied to, and ${dollars(userRead)} for its author`;

const BY_POST = `${dollars(postRead)} a post, and ${dollars(userRead)} for each author and each user mentioned`;

/** What there is to say of single endpoints beyond their price. */
const COSTS: Partial<Readonly<Record<XEndpoint, string>>> = {
  "POST tweets": `${priceInDollars("post")}; ${priceInDollars("postWithUrl")} when it holds a link`,
  "GET tweets/search/recent": `${dollars(postRead)} a tweet, and ${dollars(userRead)} for each author and each user mentioned: ${usual(postRead)} to ${usual(postRead + userRead)} for ${DEFAULT_MAX_RESULTS} tweets that mention nobody. Five by one author: ${dollars(5 * postRead + userRead)}; five replies of theirs to as many users: ${dollars(5 * (postRead + userRead) + userRead)}`,
  "GET tweets": BY_POST,
  "GET users/{id}/mentions": BY_POST,
  "GET tweets/counts/recent": `${priceInDollars("counts")}, however many there are`,
  "GET users/{id}/tweets": TIMELINE,
  "GET users/{id}/timelines/reverse_chronological": TIMELINE,
};

/** What is billed for each user of a list. */
const USERS = `${dollars(userRead)} a user: ${usual(userRead)} for ${DEFAULT_MAX_RESULTS}, ${dollars(USERS_MAX_RESULTS * userRead)} for ${USERS_MAX_RESULTS}`;

const OF_A_HANDLE = "2 (the handle is asked for too, so that it is still the same user's)";

/** How many calls it takes where others are needed beside the one that it is for. */
const CALLS: Partial<Readonly<Record<XEndpoint, string>>> = {
  "POST tweets": "1; with an image 4 to 6, with a video more",
  "GET users/{id}/tweets": "1 (a handle not met before is looked up first)",
  "GET users/{id}/followers": OF_A_HANDLE,
  "GET users/{id}/following": OF_A_HANDLE,
};

/** Of an operation that is just being written types say nothing here. */
const classOf = (endpoint: XEndpoint): PriceClass => {
  if (endpoint in X_ENDPOINTS) return X_ENDPOINTS[endpoint];
  throw new Error(`${endpoint} has no price: give it one in src/x/endpoints.ts.`);
};

/** Of operations that do not always ask the same. */
const COSTS_BY_OPERATION: Readonly<Record<string, string>> = {
  EstimateSearchCost: `${priceInDollars("counts")}; ${dollars(SEARCH_MIN_RESULTS * postRead)} at most where X does not count for the app`,
};

const costOf = ({ operationId, xEndpoints: [own], returns }: AnyOperation): string => {
  if (!own) return "nothing";
  const price = classOf(own);
  if (price === "unlisted") return "not on X's list";
  return (
    COSTS_BY_OPERATION[operationId] ??
    COSTS[own] ??
    (returns.many && price === "userRead" ? USERS : priceInDollars(price))
  );
};

/** The same where an operation calls more often than others of its endpoint. */
const CALLS_BY_OPERATION: Readonly<Record<string, string>> = {
  SearchPosts: `1 for ${SEARCH_MAX_RESULTS} posts`,
  EstimateSearchCost: "1; 2 where X does not count for the app",
};

const callsOf = ({ operationId, xEndpoints: [own, ...others] }: AnyOperation): string => {
  others.forEach(classOf);
  if (!own) return "0";
  return CALLS_BY_OPERATION[operationId] ?? (others.length > 0 ? CALLS[own] : undefined) ?? "1";
};

const cellsOf = (operation: AnyOperation): string => `${callsOf(operation)} | ${costOf(operation)}`;

/** One row for operations that cost the same. */
const actionRows = (operations: readonly AnyOperation[]): string => {
  const names = new Map<string, string[]>();
  for (const operation of operations.filter(({ trigger }) => !trigger)) {
    const cells = cellsOf(operation);
    names.set(cells, [...(names.get(cells) ?? []), operation.summary]);
  }
  return [...names].map(([cells, alike]) => `| ${alike.join(", ")} | ${cells} |`).join("\n");
};

const month = (tweetsAnHour: number): string => {
  const tweets = tweetsAnHour * HOURS_A_MONTH;
  return dollars(tweets * (postRead + userRead));
};

const priceRows = (): string =>
  Object.entries(PRICE_LIST)
    .map(([price, { title }]) => `| ${title} | ${priceInDollars(price as PriceClass)} |`)
    .join("\n");

/** Markdown. */
export const costTable =
  (): string => `From X's pay-per-use price list as of ${PRICE_LIST_DATE}. X bills what it returns; the same post or user read again
within one UTC day is free, so these are upper bounds. The connector asks for no more than a flow asked for (X's own
minimum is 10 for searches, 5 for user timelines), remembers which id a handle has for ${HANDLE_KEPT_MS / 3_600_000} hours, and never looks the
signed-in user up. The header \`x-connector-x-calls\` tells how many calls an answer took; the log adds what was read.

| action | calls to X | cost |
| --- | --- | --- |
${actionRows(operations)}

The list itself, as far as the connector calls for it:

| X bills | each |
| --- | ---: |
${priceRows()}

One's own followers and followed users cost less where the user owns the X app; whoever is asked about by handle is
billed as one user more. Uploading media has no price on the list. When X's answer to a post is lost, or X says that the
text was posted before, the connector reads up to ${OWN_POSTS_LOOKED_AT} of the user's own posts to find it, for a picture twice: ${dollars(OWN_POSTS_LOOKED_AT * postRead)} a
look at most. A repeat of the same post within ${POST_WINDOW} makes no call to X.

*When a new tweet is posted*: one search in ${TRIGGER_POLL_INTERVAL_MINUTES} minutes, which costs nothing when nothing matches. While more than
${NEW_TWEETS_PER_POLL} tweets wait, a poll makes up to ten searches, most of them of empty times and free: what is read beyond the
tweets handed out comes to 15 % at most.

*When I am mentioned* asks for mentions in the same way, at the same prices; where the user owns the X app, less.

| new matches an hour | a month, at most; ${dollars(userRead)} more for each user mentioned |
| ---: | ---: |
| 0 | ${month(0)} |
| 1 | ${month(1)} |
| ${NEW_TWEETS_PER_POLL} (what is handed out unless \`TWEETS_PER_POLL\` says more) | ${month(NEW_TWEETS_PER_POLL)} |
`;
