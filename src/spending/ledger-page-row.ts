/**
 * A page's row in the store. It must never hold less than X may have billed, so what a call can come to is written before
 * the call is made, unless the row has room for it: a write that a call waits for makes room for the calls after it, and
 * one that nobody waits for takes back what is left of it.
 */
import { createRows } from "../store/rows.ts";
import type { RowKey, Store } from "../store/store.ts";
import type { LedgerPage } from "./ledger-page.ts";
import { type LedgerRow, ledgerRow } from "./ledger-row.ts";
import { createWriter } from "./writer.ts";

/**
 * Micro-dollars. Room is made for as much as was booked since it was quiet, within these: no more than that is left too
 * much in the ledger by a process that ends.
 */
export const LEAST_ROOM = 200_000;
export const MOST_ROOM = 2_000_000;

const roomAfter = (booked: number): number => Math.min(Math.max(LEAST_ROOM, booked), MOST_ROOM);

export interface PageRow {
  /** Holds micro-dollars for a call that is about to be made. Rejects with StoreUnavailableError. */
  hold(amount: number): Promise<void>;
  /** Has what was booked written with the next write, at the latest when it is quiet. Never fails. */
  soon(): void;
  /** Writes what is not yet written, if there is anything. Rejects with StoreUnavailableError. */
  flush(): Promise<void>;
}

export interface PageRowOptions {
  readonly store: Store;
  readonly key: RowKey;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly page: LedgerPage;
  /** Done before each write. */
  before(): Promise<void>;
  later(run: () => void): void;
  /** Told once when writes that nobody waits for begin to fail; they are tried again. */
  fail(error: unknown): void;
}

export const createPageRow = (options: PageRowOptions): PageRow => {
  const { key, expiresAt, page, before, later, fail } = options;
  const rows = createRows(options.store, ledgerRow);
  let etag: string | undefined;
  /** What the row holds at least, in micro-dollars. */
  let written = 0;
  let bookedWhenQuiet = 0;
  let waiting = 0;

  /**
   * Nobody else writes the row. An etag that does not fit is older than a write whose answer was lost; a row that was
   * removed by hand is made anew.
   */
  const put = async (row: LedgerRow): Promise<string> =>
    (etag && (await rows.replace(key, row, etag, { expiresAt }))) ||
    (await rows.create(key, row, { expiresAt })) ||
    putAnew(row);

  const putAnew = async (row: LedgerRow): Promise<string> => {
    etag = (await rows.read(key))?.etag;
    return put(row);
  };

  const write = async (): Promise<void> => {
    const { booked, held } = page.sums();
    const room = waiting > 0 ? roomAfter(booked - bookedWhenQuiet) : 0;
    if (waiting === 0) bookedWhenQuiet = booked;
    const total = booked + held + room;
    // Until the write has succeeded nobody knows which of the two is there.
    written = Math.min(written, total);
    const row = page.row(room);
    await before();
    etag = await put(row);
    written = total;
  };

  const writer = createWriter({ write, later, fail });

  const isCovered = (): boolean => {
    const { booked, held } = page.sums();
    return booked + held <= written;
  };

  return {
    async hold(amount) {
      page.hold(amount);
      if (isCovered()) return;
      waiting += 1;
      try {
        await writer.now();
      } catch (error) {
        page.free(amount);
        throw error;
      } finally {
        waiting -= 1;
        // What was held in vain, and room that nobody needs, is taken back.
        writer.soon();
      }
    },
    soon: writer.soon,
    flush: writer.flush,
  };
};
