/**
 * Adds up the rows of all instances. What two of them have read on one day counts once: which was first nobody knows, so as
 * the dearer one of them has it.
 */
import { READ_CLASSES, READ_KINDS } from "../x/billing.ts";
import { priceOf } from "../x/prices.ts";
import type { Entry, LedgerRow, Purpose } from "./ledger-row.ts";

/** What was spent for one purpose on one day. */
export interface Spent extends Purpose {
  /** `2026-11-25` */
  readonly day: string;
  readonly calls: number;
  readonly microDollars: number;
}

export interface DayRow {
  readonly day: string;
  readonly row: LedgerRow;
}

/** The operation of what calls under way may come to, or what a process that ended has left behind. */
export const UNSETTLED = "unsettled";

/** In micro-dollars. */
export const totalOf = (spent: readonly Spent[]): number =>
  spent.reduce((sum, { microDollars }) => sum + microDollars, 0);

export const sumOf = (rows: readonly DayRow[]): Spent[] => {
  const counted = new Map<string, number>();
  const costOfRead = (day: string, read: Entry["read"]): number => {
    let cost = 0;
    for (const price of READ_CLASSES) {
      for (const id of read[price]?.split(" ") ?? []) {
        const key = `${day} ${READ_KINDS[price]} ${id}`;
        const before = counted.get(key) ?? 0;
        const after = Math.max(before, priceOf(price));
        counted.set(key, after);
        cost += after - before;
      }
    }
    return cost;
  };

  return rows.flatMap(({ day, row: { open, entries } }) => [
    ...entries.map(({ connection, flow, operation, calls, fixed, read }) => ({
      day,
      connection,
      flow,
      operation,
      calls,
      microDollars: fixed + costOfRead(day, read),
    })),
    ...(open > 0
      ? [{ day, connection: "", flow: "", operation: UNSETTLED, calls: 0, microDollars: open }]
      : []),
  ]);
};
