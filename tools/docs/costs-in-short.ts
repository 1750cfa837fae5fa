/** What README says of costs, in a few lines; `cost-table.ts` has them by action. */
import { PRICES } from "../../src/x/prices.ts";
import { dollars } from "./cost-table.ts";

const { postRead, userRead, post, postWithUrl } = PRICES;

/** Markdown. */
export const costsInShort = (): string =>
  [
    "X bills the owner of the X app for what is posted and for what is read:",
    "",
    "| a post | a post with a link | a tweet that is read | a user that is read, also as a tweet's author |",
    "| --- | --- | --- | --- |",
    `| ${[post, postWithUrl, postRead, userRead].map(dollars).join(" | ")} |`,
    "",
    "A poll of the trigger that finds nothing new costs nothing.",
    "",
  ].join("\n");
