/** One page of an instance's ledger, while it is written: the calls of an app on a UTC day, and what is still open. */
import { costOf, READ_KINDS, type ReadClass, type XCall } from "../x/billing.ts";
import { priceOf } from "../x/prices.ts";
import { digestOf, type Entry, type LedgerRow, type Purpose } from "./ledger-row.ts";
import type { Paid } from "./paid.ts";
import { fromMidnight } from "./period.ts";

/** A page with more ids is full: the whole row is written with every call, and should stay small. */
const IDS_A_PAGE = 500;
/** Whoever sends ever new ids of flows fills no row: those beyond are booked without. */
const ENTRIES_A_PAGE = 200;
/** X's day may begin a little earlier or later than ours: what is read around midnight may be billed on either. */
export const MARGIN_MS = 2 * 60 * 1000;

export interface LedgerPage {
  /** Holds micro-dollars for a call that is about to be made. */
  hold(amount: number): void;
  /** Gives back what was held. */
  free(amount: number): void;
  /** Books a call, or several; answers what it comes to, in micro-dollars. */
  book(purpose: Purpose, call: XCall, calls: number): number;
  isFull(): boolean;
  /** Micro-dollars that were booked, and that are held. */
  sums(): { readonly booked: number; readonly held: number };
  /** Holds `room` beside what is held. */
  row(room: number): LedgerRow;
}

const idOf = ({ connection, flow, operation }: Purpose): string =>
  JSON.stringify([connection, flow, operation]);

export const createLedgerPage = (
  app: string,
  day: string,
  paid: Paid,
  clock: () => number,
): LedgerPage => {
  const entries = new Map<string, Entry>();
  let held = 0;
  let booked = 0;
  let ids = 0;

  const entryOf = (purpose: Purpose): Entry => {
    const known = entries.get(idOf(purpose));
    if (known) return known;
    const kept = entries.size < ENTRIES_A_PAGE ? purpose : { ...purpose, flow: "", connection: "" };
    const { connection, flow, operation } = kept;
    return entries.get(idOf(kept)) ?? { connection, flow, operation, calls: 0, fixed: 0, read: {} };
  };
  const put = (entry: Entry): void => {
    entries.set(idOf(entry), entry);
  };

  /** Counts each read anew, so that it is no repeat when rows are added. */
  const bookFixed = (purpose: Purpose, amount: number, calls: number): number => {
    const entry = entryOf(purpose);
    put({ ...entry, calls: entry.calls + calls, fixed: entry.fixed + amount });
    booked += amount;
    return amount;
  };

  const book: LedgerPage["book"] = (purpose, call, calls) => {
    if (fromMidnight(clock()) < MARGIN_MS) return bookFixed(purpose, costOf(call), calls);
    const entry = entryOf(purpose);
    const texts: Partial<Record<ReadClass, string>> = { ...entry.read };
    let fixed = call.request;
    let named = 0;
    for (const { price, ids: all, unnamed } of call.reads) {
      fixed += unnamed * priceOf(price);
      const billed = paid.take(app, day, READ_KINDS[price], all);
      if (billed.length === 0) continue;
      ids += billed.length;
      named += billed.length * priceOf(price);
      const digests = billed.map((id) => digestOf(app, day, id));
      texts[price] = [texts[price] ?? [], digests].flat().join(" ");
    }
    put({ ...entry, calls: entry.calls + calls, fixed: entry.fixed + fixed, read: texts });
    booked += fixed + named;
    return fixed + named;
  };

  return {
    hold(amount) {
      held += amount;
    },
    free(amount) {
      held -= amount;
    },
    book,
    isFull: () => ids >= IDS_A_PAGE,
    sums: () => ({ booked, held }),
    row: (room) => ({ open: held + room, entries: [...entries.values()] }),
  };
};
