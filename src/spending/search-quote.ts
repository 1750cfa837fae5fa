/** What a search comes to a month at X's prices: for the trigger, and for an action that searches every hour. */
import type { AdjustableLimits } from "../connector/adjustable-limits.ts";
import { priceOf } from "../x/prices.ts";
import { SEARCH_MIN_RESULTS } from "../x/search.ts";
import type { Density } from "../x/search-density.ts";

export const HOURS_A_MONTH = 730;
const HOURS_A_DAY = 24;

/** How often a trigger polls, and how much a poll hands out. */
export type PollLimits = Pick<AdjustableLimits, "pollIntervalMinutes" | "tweetsPerPoll">;

/** In micro-dollars. */
export interface SearchQuote {
  /** A post with its author, as if each had another one, and whom it mentions as far as that is known. */
  readonly perPost: number;
  readonly triggerPerMonth: number;
  readonly actionPerMonth: number;
}

/** How many posts an hour the trigger hands out at most. */
export const handedOutAtMost = ({ tweetsPerPoll, pollIntervalMinutes }: PollLimits): number =>
  (tweetsPerPoll * 60) / pollIntervalMinutes;

/**
 * `coming` is how many matches an hour are to come. What the action found an hour before is free, until the UTC day ends:
 * only the first run of a day pays for a whole page.
 */
export const searchQuote = (
  { matches, mentions }: Pick<Density, "matches" | "mentions">,
  coming: number,
  limits: PollLimits,
  maxResults: number,
): SearchQuote => {
  const perPost = priceOf("postRead") + priceOf("userRead") * (1 + mentions);
  const page = Math.max(maxResults, SEARCH_MIN_RESULTS);
  const readADay = Math.min(matches, page) + (HOURS_A_DAY - 1) * Math.min(coming, page);
  return {
    perPost,
    triggerPerMonth: Math.min(coming, handedOutAtMost(limits)) * HOURS_A_MONTH * perPost,
    actionPerMonth: (readADay / HOURS_A_DAY) * HOURS_A_MONTH * perPost,
  };
};
