/** What was spent, as “Get spending” and the health check tell it: in US dollars, today and this month. */
import type { SpendingFigures } from "../connector/spending-models.ts";
import { PRICE_LIST_DATE, toDollars } from "../x/prices.ts";
import { type Bound, leftOf } from "./bounds.ts";
import { APP_POT } from "./budget-row.ts";
import { dayOf } from "./period.ts";
import type { Spending } from "./spending.ts";
import { type Spent, totalOf } from "./sum.ts";

const total = (spent: readonly Spent[]): number => toDollars(totalOf(spent));

const on = (day: string, spent: readonly Spent[]): readonly Spent[] =>
  spent.filter((each) => each.day === day);

const totals = (day: string, spent: readonly Spent[]) => ({
  SpentToday: total(on(day, spent)),
  SpentThisMonth: total(spent),
  CallsThisMonth: spent.reduce((sum, { calls }) => sum + calls, 0),
});

const groups = (
  spent: readonly Spent[],
  keyOf: (spent: Spent) => string,
): (readonly [string, readonly Spent[]])[] => {
  const found = new Map<string, Spent[]>();
  for (const each of spent) {
    const key = keyOf(each);
    const group = found.get(key) ?? [];
    group.push(each);
    found.set(key, group);
  }
  return [...found].toSorted(([, a], [, b]) => total(b) - total(a));
};

const budgetFigures = (bound: Bound) => ({
  Budget: `${bound.pot === APP_POT ? "app" : "connection"} ${bound.period}`,
  Limit: toDollars(bound.limit),
  Spent: toDollars(bound.spent),
  Left: toDollars(leftOf(bound)),
  BeginsAnew: new Date(bound.beginsAnew).toISOString(),
});

/** Of an app's month, for one of its connections. `day` is today. */
export const spendingFigures = (
  spent: readonly Spent[],
  bounds: readonly Bound[],
  connection: string,
  day: string,
): SpendingFigures => {
  const own = spent.filter((each) => each.connection === connection);
  return {
    ...totals(day, spent),
    ConnectionSpentToday: total(on(day, own)),
    ConnectionSpentThisMonth: total(own),
    ByOperation: groups(spent, ({ operation }) => operation).map(([Operation, all]) => ({
      Operation,
      ...totals(day, all),
    })),
    ByFlow: groups(spent, ({ flow }) => flow).map(([Flow, all]) => ({
      Flow,
      ...totals(day, all),
    })),
    ByDay: groups(spent, (each) => each.day)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .flatMap(([Day, ofDay]) =>
        groups(ofDay, ({ operation }) => operation).map(([Operation, all]) => ({
          Day,
          Operation,
          Spent: total(all),
        })),
      ),
    Budgets: bounds.map(budgetFigures),
    PricesOf: PRICE_LIST_DATE,
  };
};

/** What each X app has spent this month, and where its budgets stand; an app is named by a digest of its Client ID. */
export const spendingOfApps = async (spending: Spending, clock: () => number) => {
  const day = dayOf(clock());
  const apps = await spending.apps();
  return Promise.all(
    apps.map(async (app) => {
      const spent = await spending.spentThisMonth(app);
      const bounds = await spending.bounds(app, "");
      return { app, ...totals(day, spent), budgets: bounds.map(budgetFigures) };
    }),
  );
};
