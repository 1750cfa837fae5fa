/** An app's row of budgets as this instance last knew it, so that most calls go to the store once. */
import { createRows } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { type BudgetRow, budgetRow } from "./budget-row.ts";
import { dayOf, monthAfter, monthOf } from "./period.ts";

/** The partition of the rows, one an app. */
export const BUDGET_PARTITION = "budget";
const KEPT_MONTHS = 2;

export interface Known {
  readonly row: BudgetRow;
  /** Undefined where there is none yet. */
  readonly etag: string | undefined;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

export interface BudgetRows {
  known(app: string): Known | undefined;
  /** Has the row read again before it is next relied on. */
  forget(app: string): void;
  /** Rejects with StoreUnavailableError, as the next one. */
  read(app: string): Promise<Known>;
  /** False where somebody else has written meanwhile. */
  write(app: string, before: Known, row: BudgetRow): Promise<boolean>;
}

export const createBudgetRows = (store: Store, clock: () => number): BudgetRows => {
  const rows = createRows(store, budgetRow);
  const known = new Map<string, Known>();
  const keyOf = (app: string) => ({ partition: BUDGET_PARTITION, row: app });

  return {
    known: (app) => known.get(app),
    forget(app) {
      known.delete(app);
    },
    async read(app) {
      const found = await rows.read(keyOf(app));
      const none: BudgetRow = { day: dayOf(clock()), pots: {}, claims: {} };
      const fresh = { row: found?.value ?? none, etag: found?.etag, readAt: clock() };
      known.set(app, fresh);
      return fresh;
    },
    async write(app, { etag }, row) {
      const expiresAt = monthAfter(monthOf(row.day), KEPT_MONTHS);
      const written = etag
        ? await rows.replace(keyOf(app), row, etag, { expiresAt })
        : await rows.create(keyOf(app), row, { expiresAt });
      if (written === undefined) known.delete(app);
      else known.set(app, { row, etag: written, readAt: clock() });
      return written !== undefined;
    },
  };
};
