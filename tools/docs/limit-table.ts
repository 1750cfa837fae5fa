/** The limits as docs/limits.md tells them, and in short README. */
import { IDLE_HOURS, PROMISE_MS } from "../../src/connections/slots.ts";
import * as limits from "../../src/connector/limits.ts";

const MEGABYTE = 1024 * 1024;

const ROWS: readonly (readonly [limit: string, value: string])[] = [
  ["posts and retweets", `${limits.POST_CALLS_PER_HOUR} an hour and connection`],
  ["other calls", `${limits.OTHER_CALLS_PER_HOUR} an hour and connection`],
  [
    "polls of the trigger",
    `one in ${limits.TRIGGER_POLL_INTERVAL_MINUTES} minutes, ${limits.NEW_TWEETS_PER_POLL} new tweets each`,
  ],
  ["search text", `${limits.SEARCH_TEXT_MAX_LENGTH} characters`],
  [
    "results",
    `${limits.DEFAULT_MAX_RESULTS} unless told; ${limits.TWEETS_MAX_RESULTS} tweets, ${limits.USERS_MAX_RESULTS} users, ${limits.SEARCH_POSTS_MAX_RESULTS} posts of *Search posts* at most: more is capped, and \`x-connector-notice\` says so`,
  ],
  [
    "image, video",
    `${limits.IMAGE_MAX_BYTES / MEGABYTE} MB, ${limits.VIDEO_MAX_BYTES / MEGABYTE} MB`,
  ],
  [
    "connections",
    `${limits.CONNECTIONS_PER_USER} for an X account and app; one more takes the place of one that can no longer work, was never used, or was not used for ${IDLE_HOURS} hours; where all are in use, signing in once more within ${PROMISE_MS / 60_000} minutes takes the place of the one used least recently`,
  ],
];

const IN_SHORT = new Set([
  "posts and retweets",
  "other calls",
  "polls of the trigger",
  "search text",
  "image, video",
]);

/** Markdown. */
export const limitTable = (): string =>
  ["| limit | value |", "| --- | --- |", ...ROWS.map((row) => `| ${row.join(" | ")} |`), ""].join(
    "\n",
  );

/** The limits that a maker meets first, in one line of Markdown. */
export const limitsInShort = (): string =>
  `${ROWS.filter(([limit]) => IN_SHORT.has(limit))
    .map(([limit, value]) => `**${limit}** ${value}`)
    .join("; ")}.\n`;
