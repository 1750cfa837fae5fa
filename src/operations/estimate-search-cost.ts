import { maxPostsOfHourlyAction, searchQuery } from "../connector/parameters.ts";
import { capTweets } from "../connector/results.ts";
import { SearchCostModel } from "../connector/spending-models.ts";
import { readLastingSearch } from "../search/read-search.ts";
import { handedOutAtMost, searchQuote } from "../spending/search-quote.ts";
import { PRICE_LIST_DATE, toDollars } from "../x/prices.ts";
import { densityOf } from "../x/search-density.ts";
import { defineOperation } from "./operation.ts";

/** Three digits, as X's prices have. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
const dollars = (microDollars: number): number => rounded(toDollars(microDollars));

export const estimateSearchCost = defineOperation({
  operationId: "EstimateSearchCost",
  method: "GET",
  route: "estimatesearchcost",
  summary: "Estimate search cost",
  description:
    "This operation tells how often a search matched within the last seven days, and what it comes to at X a month: for the trigger, and for an action that searches every hour.",
  visibility: "advanced",
  parameters: { searchQuery, maxResults: maxPostsOfHourlyAction },
  returns: { model: SearchCostModel },
  limitClass: "other",
  xEndpoints: ["GET tweets/counts/recent", "GET tweets/search/recent"],
  async run(input, context) {
    const { x, clock, notice, trigger } = context;
    const maxResults = capTweets(input.maxResults, context);
    const { wanted, isOver } = readLastingSearch(input.searchQuery, context);
    const density = await densityOf(x, wanted, clock());
    const { source, matches, perHour } = density;
    const coming = isOver ? 0 : perHour;
    const { pollIntervalMinutes, tweetsPerPoll } = trigger.pace;
    if (coming > handedOutAtMost(trigger.pace)) {
      notice(
        `More matches than the trigger hands out, which is ${tweetsPerPoll} in ${pollIntervalMinutes} minutes: it would fall behind. Narrow the search, or have TWEETS_PER_POLL raised.`,
      );
    }
    const quote = searchQuote(density, coming, trigger.pace, maxResults);
    return {
      Source: source,
      Matches: matches,
      MatchesPerHour: rounded(perHour),
      MatchesPerDay: rounded(perHour * 24),
      PricePerPost: dollars(quote.perPost),
      PollIntervalMinutes: pollIntervalMinutes,
      TriggerPerMonth: dollars(quote.triggerPerMonth),
      HourlyActionPerMonth: dollars(quote.actionPerMonth),
      PricesOf: PRICE_LIST_DATE,
    };
  },
});
