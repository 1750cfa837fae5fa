/**
 * Pots that may not hold what the ledger does are brought up to it: those of a limit that was just set, and all that an
 * instance meets for the first time, because the budget may be new, or have been away for a while.
 */
import { APP_POT, type BudgetRow, EMPTY_POT, heldOf, withPot } from "./budget-row.ts";
import { monthOf } from "./period.ts";
import { type Spent, totalOf, UNSETTLED } from "./sum.ts";

/** What the ledger holds of an app's month. */
export type SpentOf = (app: string, month: string) => Promise<readonly Spent[]>;

export const createLedgerComparison = (spentOf: SpentOf) => {
  const compared = new Set<string>();

  return {
    async counted(app: string, row: BudgetRow, pots: readonly string[]): Promise<BudgetRow> {
      const open = pots.filter(
        (name) => !row.pots[name]?.isCounted || !compared.has(`${app} ${name}`),
      );
      if (open.length === 0) return row;
      const all = await spentOf(app, monthOf(row.day));
      // What is held for calls under way, the claims of the row have as well.
      const spent = all.filter(({ operation }) => operation !== UNSETTLED);
      return open.reduce((sum, name) => {
        const own = spent.filter(({ connection }) => name === APP_POT || connection === name);
        const pot = sum.pots[name] ?? EMPTY_POT;
        // What was booked and not yet told here is still held here, and is told later.
        const held = pot.isCounted ? heldOf(sum, name) : 0;
        const today = own.filter((each) => each.day === row.day);
        const month = Math.max(pot.month, totalOf(own) - held);
        const day = Math.max(pot.day, totalOf(today) - held);
        return withPot(sum, name, { ...pot, day, month, isCounted: true });
      }, row);
    },
    /** All pots of a row that was written are compared. */
    done(app: string, { pots }: BudgetRow): void {
      for (const pot of Object.keys(pots)) compared.add(`${app} ${pot}`);
    },
  };
};
