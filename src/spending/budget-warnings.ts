/** Warns in the log, once a budget and period, when a budget is nearly used up. */
import type { Log } from "../connector/log.ts";
import { boundsOf } from "./bounds.ts";
import type { BudgetRow, Limits } from "./budget-row.ts";

/** From here on. */
export const WARN_SHARE = 0.8;

export const createBudgetWarnings = (log: Log, appLimits: Limits, clock: () => number) => {
  const warned = new Set<string>();

  return (app: string, row: BudgetRow): void => {
    for (const bound of boundsOf(row, Object.keys(row.pots), appLimits, clock())) {
      const { pot, period, limit, spent, beginsAnew } = bound;
      const id = `${app} ${pot} ${period} ${beginsAnew}`;
      if (spent < limit * WARN_SHARE || warned.has(id)) continue;
      warned.add(id);
      const usedPercent = limit === 0 ? 100 : Math.floor((spent / limit) * 100);
      log("warn", { operation: "budget", app, budget: `${pot} ${period}`, usedPercent });
    }
  };
};
