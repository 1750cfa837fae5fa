/** The models of what is spent at X, in US dollars. */
import * as z from "zod";
import { count, dollars, labelled, text } from "./models.ts";

const figures = {
  SpentToday: dollars("Spent today", "US dollars that were spent since the UTC day began"),
  SpentThisMonth: dollars("Spent this month", "US dollars that were spent since the month began"),
  CallsThisMonth: count("Calls this month", "How many calls were made to X"),
};

const OperationSpendingModel = z
  .object({
    Operation: text(
      "Operation",
      "Operation that spent it; unsettled is what calls under way may come to",
    ),
    ...figures,
  })
  .meta({ id: "OperationSpendingModel", description: "Represents what an operation has spent." });

const FlowSpendingModel = z
  .object({
    Flow: text("Flow id", "Id of the flow that spent it; empty where a call named none"),
    ...figures,
  })
  .meta({ id: "FlowSpendingModel", description: "Represents what a flow has spent." });

const DaySpendingModel = z
  .object({
    Day: text("Day", "UTC day, such as 2026-11-25"),
    Operation: text("Operation on the day", "Operation that spent it"),
    Spent: dollars("Spent on the day", "US dollars that the operation spent on the day"),
  })
  .meta({ id: "DaySpendingModel", description: "Represents what an operation spent on a day." });

const BudgetModel = z
  .object({
    Budget: text("Budget", "Whose budget it is and for what: app day, connection month"),
    Limit: dollars("Limit", "US dollars that may be spent"),
    Spent: dollars("Spent of the budget", "US dollars that count against it"),
    Left: dollars("Left", "US dollars that are left, without what calls under way may come to"),
    BeginsAnew: text("Begins anew", "When the budget begins anew"),
  })
  .meta({ id: "BudgetModel", description: "Represents a budget and what is left of it." });

export const SpendingModel = z
  .object({
    ...figures,
    ConnectionSpentToday: dollars(
      "Spent today by the connection",
      "US dollars of that which this connection spent",
    ),
    ConnectionSpentThisMonth: dollars(
      "Spent this month by the connection",
      "US dollars of that which this connection spent",
    ),
    ByOperation: z
      .array(OperationSpendingModel)
      .meta(labelled("By operation", "What each operation spent, the most first")),
    ByFlow: z
      .array(FlowSpendingModel)
      .meta(labelled("By flow", "What each flow spent, the most first")),
    ByDay: z
      .array(DaySpendingModel)
      .meta(labelled("By day", "What each operation spent on each day of the month")),
    Budgets: z
      .array(BudgetModel)
      .meta(labelled("Budgets", "The budgets that bound this connection")),
    PricesOf: text("Prices of", "The day of X's price list that is reckoned with"),
  })
  .meta({ id: "SpendingModel", description: "Represents what an X app spends at X." });

export type SpendingFigures = z.output<typeof SpendingModel>;

export const SpendingLimitModel = z
  .object({
    PerDay: dollars("Per day", "US dollars that the connection may spend a UTC day").nullable(),
    PerMonth: dollars("Per month", "US dollars that the connection may spend a month").nullable(),
    HoldsFrom: text("Holds from", "From when on the limit holds; empty where there is none"),
  })
  .meta({ id: "SpendingLimitModel", description: "Represents what a connection may spend." });

export const SearchCostModel = z
  .object({
    Source: text(
      "Known from",
      "What matches are known from: counts, which are X's own, or page, an estimate by the newest posts where X does not count for the app",
    ),
    Matches: count("Matches", "Posts of the last seven days that match"),
    MatchesPerHour: z.number().meta(labelled("Matches an hour", "How many match an hour")),
    MatchesPerDay: z.number().meta(labelled("Matches a day", "How many match a day")),
    PricePerPost: dollars(
      "Price a post",
      "US dollars for a post and its author, and for users that it mentions where a page was read",
    ),
    PollIntervalMinutes: count("Minutes between polls", "How often the trigger looks"),
    TriggerPerMonth: dollars("Trigger a month", "US dollars a month for the trigger, at most"),
    HourlyActionPerMonth: dollars(
      "Hourly action a month",
      "US dollars a month for an action that searches every hour, at most",
    ),
    PricesOf: text("Prices of", "The day of X's price list that is reckoned with"),
  })
  .meta({ id: "SearchCostModel", description: "Represents what a search comes to at X." });
