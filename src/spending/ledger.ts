/**
 * The ledger: what each call to X came to, per app, connection, flow, operation and UTC day. Each instance writes pages
 * of its own. What a call can come to is written down before it is made and what it came to with the next write, so a
 * process that ends in between leaves too much in the ledger, never too little.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "../connector/log.ts";
import { createRows } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { XCall } from "../x/billing.ts";
import { type LedgerRow, ledgerRow, type Purpose } from "./ledger-row.ts";
import { createPage, type Page } from "./page.ts";
import { createPaid } from "./paid.ts";
import { dayOf, monthAfter, monthOf } from "./period.ts";
import { type Spent, sumOf } from "./sum.ts";
import { createWriter, type Writer } from "./writer.ts";

/** Begins the partition of an app's month. */
export const LEDGER_PARTITION = "spending";
/** Names the apps that have spent something in a month. */
export const APPS_PARTITION = "spenders";
export const KEPT_MONTHS = 13;

export interface Ledger {
  /** Writes down what a call can come to, in micro-dollars; rejects with StoreUnavailableError. */
  hold(app: string, amount: number): Promise<Held>;
  /** Books without having held anything. */
  book(app: string, purpose: Purpose, call: XCall, calls: number): number;
  bookAmount(app: string, purpose: Purpose, amount: number): void;
  /** What an app has spent in a month, `2026-11`, whoever has booked it. Rejects with StoreUnavailableError. */
  read(app: string, month: string): Promise<readonly Spent[]>;
  /** The apps that have spent something in a month. Rejects with StoreUnavailableError. */
  apps(month: string): Promise<readonly string[]>;
}

export interface Held {
  /** Gives back what was held, and books what it came to. */
  settle(purpose: Purpose, call: XCall, calls: number): number;
}

export interface LedgerOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly log: Log;
  /** Runs later, when it is quiet; never keeps the process alive. */
  later(run: () => void): void;
}

interface Written {
  readonly page: Page;
  readonly day: string;
  readonly writer: Writer;
}

export const createLedger = ({ store, clock, log, later }: LedgerOptions): Ledger => {
  const rows = createRows(store, ledgerRow);
  const instance = randomUUID().slice(0, 8);
  const paid = createPaid();
  /** Each app's, the current one last. */
  const begun = new Map<string, readonly Written[]>();
  const announced = new Set<string>();
  let pages = 0;

  const announce = async (app: string, month: string): Promise<void> => {
    const key = { partition: `${APPS_PARTITION}-${month}`, row: app };
    if (announced.has(`${month} ${app}`)) return;
    await store.create(key, "{}", { expiresAt: monthAfter(month, KEPT_MONTHS + 1) });
    announced.add(`${month} ${app}`);
  };

  const begin = (app: string, day: string): Written => {
    const page = createPage(app, day, paid, clock);
    const month = monthOf(day);
    pages += 1;
    const key = {
      partition: `${LEDGER_PARTITION}-${app}-${month}`,
      row: `${day.slice(-2)}-${instance}-${pages}`,
    };
    const options = { expiresAt: monthAfter(month, KEPT_MONTHS + 1) };
    let etag: string | undefined;
    const write = async (row: LedgerRow) => {
      await announce(app, month);
      // Nobody else writes the row; where it was removed by hand, it is made anew.
      etag = etag && (await rows.replace(key, row, etag, options));
      etag ??= await rows.create(key, row, options);
      etag ??= (await rows.read(key))?.etag;
    };
    const fail = (error: unknown) =>
      log("warn", { operation: "writeLedger", cause: String(error) });
    const writer = createWriter({ write: () => write(page.row()), later, fail });
    return { page, day, writer };
  };

  const pageOf = (app: string): Written => {
    const day = dayOf(clock());
    const before = begun.get(app) ?? [];
    const known = before.at(-1);
    if (known && known.day === day && !known.page.isFull()) return known;
    const fresh = begin(app, day);
    // Calls that began before this page did may still be booked on the two before it.
    begun.set(app, [...before.slice(-2), fresh]);
    return fresh;
  };

  return {
    async hold(app, amount) {
      const { page, writer } = pageOf(app);
      page.hold(amount);
      try {
        await writer.now();
      } catch (error) {
        page.free(amount);
        throw error;
      }
      return {
        settle(purpose, call, calls) {
          page.free(amount);
          writer.soon();
          const now = pageOf(app);
          now.writer.soon();
          return now.page.book(purpose, call, calls);
        },
      };
    },
    book(app, purpose, call, calls) {
      const { page, writer } = pageOf(app);
      writer.soon();
      return page.book(purpose, call, calls);
    },
    bookAmount(app, purpose, amount) {
      const { page, writer } = pageOf(app);
      writer.soon();
      page.bookAmount(purpose, amount);
    },
    async read(app, month) {
      await Promise.all((begun.get(app) ?? []).map(({ writer }) => writer.flush()));
      const partition = `${LEDGER_PARTITION}-${app}-${month}`;
      const found = await store.list(partition);
      return sumOf(
        found.flatMap(({ row, value }) => {
          const read = ledgerRow.schema.safeParse(value);
          return read.success ? { day: `${month}-${row.slice(0, 2)}`, row: read.data } : [];
        }),
      );
    },
    apps: async (month) => (await store.list(`${APPS_PARTITION}-${month}`)).map(({ row }) => row),
  };
};
