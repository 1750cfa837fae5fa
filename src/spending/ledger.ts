/**
 * The ledger: what each call to X came to, per app, connection, flow, operation and UTC day. Each instance writes pages
 * of its own, which never hold less than its calls may have come to: a process that ends leaves too much in the ledger,
 * never too little.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "../connector/log.ts";
import type { Store } from "../store/store.ts";
import type { XCall } from "../x/billing.ts";
import { createLedgerPage, type LedgerPage } from "./ledger-page.ts";
import { createPageRow, type PageRow } from "./ledger-page-row.ts";
import { ledgerRow, type Purpose } from "./ledger-row.ts";
import { createPaid } from "./paid.ts";
import { dayOf, monthAfter, monthOf } from "./period.ts";
import { type Spent, sumOf } from "./sum.ts";

/** Begins the partition of an app's month. */
export const LEDGER_PARTITION = "spending";
/** Names the apps that have spent something in a month. */
export const APPS_PARTITION = "spenders";
export const KEPT_MONTHS = 13;

export interface Ledger {
  /** Has what a call can come to written down, in micro-dollars; rejects with StoreUnavailableError. */
  hold(app: string, amount: number): Promise<Held>;
  /** Books without having held anything. */
  book(app: string, purpose: Purpose, call: XCall, calls: number): number;
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

interface Begun {
  readonly day: string;
  readonly page: LedgerPage;
  readonly row: PageRow;
}

export const createLedger = ({ store, clock, log, later }: LedgerOptions): Ledger => {
  const instance = randomUUID().slice(0, 8);
  const paid = createPaid();
  /** Each app's, the current one last. */
  const begun = new Map<string, readonly Begun[]>();
  const announced = new Set<string>();
  let pages = 0;

  const announce = async (app: string, month: string): Promise<void> => {
    const key = { partition: `${APPS_PARTITION}-${month}`, row: app };
    if (announced.has(`${month} ${app}`)) return;
    await store.create(key, "{}", { expiresAt: monthAfter(month, KEPT_MONTHS + 1) });
    announced.add(`${month} ${app}`);
  };

  const begin = (app: string, day: string): Begun => {
    const page = createLedgerPage(app, day, paid, clock);
    const month = monthOf(day);
    pages += 1;
    const row = createPageRow({
      store,
      key: {
        partition: `${LEDGER_PARTITION}-${app}-${month}`,
        row: `${day.slice(-2)}-${instance}-${pages}`,
      },
      expiresAt: monthAfter(month, KEPT_MONTHS + 1),
      page,
      before: () => announce(app, month),
      later,
      fail: (error) => log("warn", { operation: "writeLedger", cause: String(error) }),
    });
    return { day, page, row };
  };

  const current = (app: string): Begun => {
    const day = dayOf(clock());
    const before = begun.get(app) ?? [];
    const known = before.at(-1);
    if (known && known.day === day && !known.page.isFull()) return known;
    const fresh = begin(app, day);
    // Calls that began before this page did are booked on the two before it.
    begun.set(app, [...before.slice(-2), fresh]);
    return fresh;
  };

  return {
    async hold(app, amount) {
      const { page, row } = current(app);
      await row.hold(amount);
      return {
        settle(purpose, call, calls) {
          page.free(amount);
          row.soon();
          return page.book(purpose, call, calls);
        },
      };
    },
    book(app, purpose, call, calls) {
      const { page, row } = current(app);
      row.soon();
      return page.book(purpose, call, calls);
    },
    async read(app, month) {
      await Promise.all((begun.get(app) ?? []).map(({ row }) => row.flush()));
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
