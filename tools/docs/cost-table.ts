/** The part of docs/costs.md that tells what each action costs at X, from X's price list and the connector's own limits. */
import { DEFAULT_MAX_RESULTS, NEW_TWEETS_PER_POLL } from "../../src/connector/limits.ts";
import { POST_WINDOW } from "../../src/posting/post-row.ts";
import { OWN_POSTS_LOOKED_AT } from "../../src/x/own-posts.ts";
import { PRICE_LIST_DATE, PRICES } from "../../src/x/prices.ts";

export const dollars = (amount: number): string => `$${amount.toFixed(3)}`;
const HOURS_A_MONTH = 730;
const { postRead, userRead, post, postWithUrl, repost } = PRICES;

/** For as many as are asked for unless a maker says how many. */
const usual = (each: number): string => dollars(DEFAULT_MAX_RESULTS * each);

const ACTIONS: readonly (readonly [action: string, calls: string, cost: string])[] = [
  [
    "Post a tweet",
    "1; with an image 4 to 6, with a video more",
    `${dollars(post)}; ${dollars(postWithUrl)} when it holds a link`,
  ],
  ["Retweet", "1", dollars(repost)],
  [
    "Search tweets",
    "1",
    `${dollars(postRead)} a tweet, and ${dollars(userRead)} for each author and each user mentioned: ${usual(postRead)} to ${usual(postRead + userRead)} for ${DEFAULT_MAX_RESULTS} tweets that mention nobody. Five by one author: ${dollars(5 * postRead + userRead)}; five replies of theirs to as many users: ${dollars(5 * (postRead + userRead) + userRead)}`,
  ],
  [
    "Get user timeline, Get home timeline",
    "1 (a handle not met before is looked up first)",
    `the same, and ${dollars(postRead)} for each tweet that is retweeted, quoted or replied to, and ${dollars(userRead)} for its author`,
  ],
  ["Get user", "1", dollars(userRead)],
  [
    "Get followers, Get following",
    "2 (the handle is asked for too, so that it is still the same user's)",
    `${dollars(userRead)} a user, the one asked about included: ${usual(userRead)} for ${DEFAULT_MAX_RESULTS}, ${dollars(1000 * userRead)} for 1000`,
  ],
  [
    "Get my followers, Get my following",
    "1",
    `${dollars(userRead)} a user; less where the user owns the X app`,
  ],
];

const month = (tweetsAnHour: number): string => {
  const tweets = tweetsAnHour * HOURS_A_MONTH;
  return dollars(tweets * (postRead + userRead));
};

/** Markdown. */
export const costTable =
  (): string => `From X's pay-per-use price list as of ${PRICE_LIST_DATE}. X bills what it returns; the same post or user read again
within one UTC day is free, so these are upper bounds. The connector asks for no more than a flow asked for (X's own
minimum is 10 for searches, 5 for user timelines), remembers which id a handle has for six hours, and never looks the
signed-in user up. The header \`x-connector-x-calls\` tells how many calls an answer took; the log adds what was read.

| action | calls to X | cost |
| --- | --- | --- |
${ACTIONS.map((row) => `| ${row.join(" | ")} |`).join("\n")}

Uploading media has no price on the list. When X's answer to a post is lost, or X says that the text was posted before,
the connector reads up to ${OWN_POSTS_LOOKED_AT} of the user's own posts to find it, for a picture twice: ${dollars(OWN_POSTS_LOOKED_AT * postRead)} a look at most. A repeat of the
same post within ${POST_WINDOW} makes no call to X.

*When a new tweet is posted*: one search an hour, which costs nothing when nothing matches. While more than
${NEW_TWEETS_PER_POLL} tweets wait, a poll makes up to ten searches, most of them of empty times and free: what is read beyond the
tweets handed out comes to 15 % at most.

| new matches an hour | a month, at most; ${dollars(userRead)} more for each user mentioned |
| ---: | ---: |
| 0 | ${month(0)} |
| 1 | ${month(1)} |
| ${NEW_TWEETS_PER_POLL} (what is handed out unless \`TWEETS_PER_POLL\` says more) | ${month(NEW_TWEETS_PER_POLL)} |
`;
