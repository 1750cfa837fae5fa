/** What was spent, as it is told: today and this month, of the app and of the connection that asks. */
import { describe, expect, it } from "vitest";
import { spendingFigures, spendingOfApps } from "../../../src/spending/figures.ts";
import { appName } from "../../../src/spending/spending.ts";
import type { Spent } from "../../../src/spending/sum.ts";
import { PRICE_LIST_DATE } from "../../../src/x/prices.ts";
import { createSpendingWorld, dollars, request, SPENDER } from "./world.ts";

const TODAY = "2026-11-25";
const spent = (
  day: string,
  connection: string,
  flow: string,
  operation: string,
  amount: number,
  calls = 1,
): Spent => ({ day, connection, flow, operation, calls, microDollars: dollars(amount) });

const SPENT = [
  spent(TODAY, "a", "one", "SearchTweet", 1),
  spent("2026-11-24", "a", "one", "Tweet", 4, 2),
  spent(TODAY, "b", "two", "Tweet", 2, 3),
  spent("2026-11-24", "b", "two", "Tweet", 8),
];

// Reported by `npm run mutation`: what follows was held through HTTP alone.
it("what an app has spent is told in all, by operation, by flow and by day, the most first", () => {
  expect(spendingFigures(SPENT, [], "a", TODAY)).toEqual({
    SpentToday: 3,
    SpentThisMonth: 15,
    CallsThisMonth: 7,
    ConnectionSpentToday: 1,
    ConnectionSpentThisMonth: 5,
    ByOperation: [
      { Operation: "Tweet", SpentToday: 2, SpentThisMonth: 14, CallsThisMonth: 6 },
      { Operation: "SearchTweet", SpentToday: 1, SpentThisMonth: 1, CallsThisMonth: 1 },
    ],
    ByFlow: [
      { Flow: "two", SpentToday: 2, SpentThisMonth: 10, CallsThisMonth: 4 },
      { Flow: "one", SpentToday: 1, SpentThisMonth: 5, CallsThisMonth: 3 },
    ],
    ByDay: [
      { Day: "2026-11-24", Operation: "Tweet", Spent: 12 },
      { Day: TODAY, Operation: "Tweet", Spent: 2 },
      { Day: TODAY, Operation: "SearchTweet", Spent: 1 },
    ],
    Budgets: [],
    PricesOf: PRICE_LIST_DATE,
  });
});

it("budgets are told with what is left of them, and when they begin anew", () => {
  const beginsAnew = Date.parse("2026-11-26");
  const bound = { limit: dollars(5), spent: dollars(3), held: dollars(1), beginsAnew };
  const bounds = [
    { ...bound, pot: "app", period: "day" as const },
    { ...bound, pot: "a", period: "month" as const },
  ];
  const told = { Limit: 5, Spent: 3, Left: 1, BeginsAnew: "2026-11-26T00:00:00.000Z" };
  expect(spendingFigures([], bounds, "a", TODAY).Budgets).toEqual([
    { Budget: "app day", ...told },
    { Budget: "connection month", ...told },
  ]);
});

it("an app is named by a digest of its Client ID", () => {
  expect(appName("cGxhdGZvcm06MTpjaQ")).toMatch(/^[0-9a-f]{16}$/);
  expect(appName("a")).not.toBe(appName("b"));
});

describe("what all apps have spent", () => {
  it("is told with the app's own budgets", async () => {
    const world = createSpendingWorld({ day: dollars(10) });
    const spending = world.instance();
    await world.call(spending, request(2));
    await world.call(spending, request(1), undefined, { app: "app-2" });
    await world.quiet();
    const apps = await spendingOfApps(spending, () => world.time.now);
    const budget = { Budget: "app day", Limit: 10, BeginsAnew: "2026-11-26T00:00:00.000Z" };
    expect(apps.toSorted((a, b) => a.app.localeCompare(b.app))).toEqual([
      {
        app: SPENDER.app,
        SpentToday: 2,
        SpentThisMonth: 2,
        CallsThisMonth: 1,
        budgets: [{ ...budget, Spent: 2, Left: 8 }],
      },
      {
        app: "app-2",
        SpentToday: 1,
        SpentThisMonth: 1,
        CallsThisMonth: 1,
        budgets: [{ ...budget, Spent: 1, Left: 9 }],
      },
    ]);
  });
});
