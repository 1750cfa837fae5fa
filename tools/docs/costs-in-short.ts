/** What README says of costs, in a few lines; `cost-table.ts` has them by action. */
import { NEW_TWEETS_PER_POLL } from "../../src/connector/limits.ts";
import { priceOf } from "../../src/x/prices.ts";
import { dollars, priceInDollars } from "./cost-table.ts";

const MOST_A_POLL = NEW_TWEETS_PER_POLL * (priceOf("postRead") + priceOf("userRead"));

/** Markdown. */
export const costsInShort = (): string =>
  [
    "X bills the owner of the X app for what is posted and for what is read:",
    "",
    "| a post | a post with a link | a tweet that is read | a user that is read, also as a tweet's author |",
    "| --- | --- | --- | --- |",
    `| ${(["post", "postWithUrl", "postRead", "userRead"] as const).map(priceInDollars).join(" | ")} |`,
    "",
    `A poll of the trigger that finds nothing new costs nothing; one that hands out ${NEW_TWEETS_PER_POLL} tweets, ${dollars(MOST_A_POLL)} at most, and ${priceInDollars("userRead")} more for each user whom they mention.`,
    "",
  ].join("\n");
