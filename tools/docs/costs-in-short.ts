/** What README says of costs, in a few lines; `cost-table.ts` has them by action. */
import { priceInDollars } from "./cost-table.ts";

/** Markdown. */
export const costsInShort = (): string =>
  [
    "X bills the owner of the X app for what is posted and for what is read:",
    "",
    "| a post | a post with a link | a tweet that is read | a user that is read, also as a tweet's author |",
    "| --- | --- | --- | --- |",
    `| ${(["post", "postWithUrl", "postRead", "userRead"] as const).map(priceInDollars).join(" | ")} |`,
    "",
    "A poll of the trigger that finds nothing new costs nothing.",
    "",
  ].join("\n");
