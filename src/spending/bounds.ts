/** Which budgets bound a call, what is left of each, and the refusal of what does not fit. */
import { ConnectorError } from "../connector/errors.ts";
import { toDollars } from "../x/prices.ts";
import { APP_POT, type BudgetRow, EMPTY_POT, heldOf, type Limits } from "./budget-row.ts";
import { monthAfter, monthOf, nextDay } from "./period.ts";

export type Period = "day" | "month";
export const PERIODS: readonly Period[] = ["day", "month"];

/** A budget and where it stands, in micro-dollars. */
export interface Bound {
  readonly pot: string;
  readonly period: Period;
  readonly limit: number;
  readonly spent: number;
  /** Held for calls under way. */
  readonly held: number;
  /** Epoch milliseconds. */
  readonly beginsAnew: number;
}

export const leftOf = ({ limit, spent, held }: Bound): number => Math.max(0, limit - spent - held);

/** The limits of a pot: the app's by setting, a connection's by the row. */
const limitsOf = (row: BudgetRow, pot: string, app: Limits): Limits =>
  (pot === APP_POT ? app : row.pots[pot]?.limit) ?? {};

export const boundsOf = (
  row: BudgetRow,
  pots: readonly string[],
  app: Limits,
  now: number,
): Bound[] =>
  pots.flatMap((pot) => {
    const limits = limitsOf(row, pot, app);
    const held = heldOf(row, pot);
    return PERIODS.flatMap((period): Bound[] => {
      const limit = limits[period];
      if (limit === undefined) return [];
      const spent = (row.pots[pot] ?? EMPTY_POT)[period];
      const beginsAnew = period === "day" ? nextDay(now) : monthAfter(monthOf(row.day), 1);
      return [{ pot, period, limit, spent, held, beginsAnew }];
    });
  });

/** Three digits, as X's prices have. */
const dollarText = (microDollars: number): string => `$${toDollars(microDollars).toFixed(3)}`;

/** The refusal of a call that may cost `atLeast` micro-dollars, by the bound that it does not fit into. */
export const budgetReached = (bound: Bound, atLeast: number, now: number): ConnectorError => {
  const { pot, period, limit, beginsAnew } = bound;
  const isApp = pot === APP_POT;
  const whose = isApp ? "this X app" : "this connection";
  const remedy = isApp
    ? `have BUDGET_PER_${period.toUpperCase()} raised`
    : "set another limit with “Set spending limit”";
  const left = dollarText(leftOf(bound));
  const until = new Date(beginsAnew).toISOString();
  return new ConnectorError(
    "BudgetReached",
    `The budget of ${whose} is ${dollarText(limit)} a ${period}, of which ${left} is left, and this call may cost ${dollarText(atLeast)}. X was not asked. Ask for less, wait until ${until}, or ${remedy}.`,
    {
      extra: { budget: `${isApp ? "app" : "connection"} ${period}`, left, beginsAnew: until },
      retryAfterSeconds: Math.max(1, Math.ceil((beginsAnew - now) / 1000)),
    },
  );
};
