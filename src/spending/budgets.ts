/**
 * Budgets that stop a call before it is made. What a call can come to is held in one row of the app, changed under
 * optimistic concurrency, so any number of instances together never exceed a budget. Calls of one instance share writes.
 * What was held and not used goes back with the next write, at the latest when it is quiet.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "../connector/log.ts";
import { createBatches, type Taker } from "../store/batches.ts";
import { createRows } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { type Bound, boundsOf, budgetReached, leftOf } from "./bounds.ts";
import {
  APP_POT,
  type BudgetRow,
  budgetRow,
  type ConnectionLimit,
  EMPTY_POT,
  type Limits,
  turnedTo,
  withoutLapsed,
  withPot,
  withSpent,
} from "./budget-row.ts";
import { type Amounts, amountOf, amountsOf, createHoldings, type Holdings } from "./holdings.ts";
import { dayOf, monthAfter, monthOf } from "./period.ts";
import type { Spent } from "./sum.ts";

/** The partition of the rows, one an app. */
export const BUDGET_PARTITION = "budget";
/** No call takes so long; who has not told of its calls by then has ended. */
const CLAIM_MS = 3 * 60 * 1000;
/** How long an instance relies on there being no limit, and how much later a new one holds. */
const KNOWN_MS = 50_000;
export const LIMIT_HOLDS_AFTER_MS = 60_000;
const KEPT_MONTHS = 2;
/** From here on the log warns, once a budget and period. */
export const WARN_SHARE = 0.8;

export interface BudgetsOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
  /** Runs later, when it is quiet; never keeps the process alive. */
  later(run: () => void): void;
  /** Each X app's, by the settings. */
  readonly appLimits: Limits;
  /** What the ledger holds of an app's month. */
  spentOf(app: string, month: string): Promise<readonly Spent[]>;
  /** Told what an instance that has ended left behind, in micro-dollars. */
  onLapsed(app: string, amount: number): void;
}

/** A call that wants to be made: what it can come to in each of its forms, in micro-dollars. */
interface Wish {
  readonly pots: readonly string[];
  readonly atMost: readonly number[];
}

export interface BudgetHold {
  /** Which of the forms fits. */
  readonly chosen: number;
  /** Gives back what was held, and counts what it came to, in micro-dollars. */
  settle(amount: number): void;
}

export interface Budgets {
  /** The pots that bound a connection's calls. Rejects with StoreUnavailableError. */
  potsOf(app: string, connection: string): Promise<readonly string[]>;
  /** The same as far as this instance knows right now; undefined where it would have to look. */
  knownPotsOf(app: string, connection: string): readonly string[] | undefined;
  /** Whether a connection had a limit of its own when this instance last looked. */
  mayBeLimited(app: string, connection: string): boolean;
  /** Rejects with BudgetReached or StoreUnavailableError. */
  hold(app: string, wish: Wish): Promise<BudgetHold>;
  /** Counts what was spent without having been held, in micro-dollars. */
  count(app: string, amount: number): void;
  /** Where the budgets of an app and a connection stand. Rejects with StoreUnavailableError. */
  read(app: string, connection: string): Promise<readonly Bound[]>;
  limitOf(app: string, connection: string): Promise<ConnectionLimit | undefined>;
  /** Limits a connection's own spending; without figures there is none any more. Rejects with StoreUnavailableError. */
  setLimit(app: string, connection: string, limits: Limits): Promise<ConnectionLimit | undefined>;
}

interface Known {
  readonly row: BudgetRow;
  readonly etag: string | undefined;
  readonly readAt: number;
}

export const createBudgets = (options: BudgetsOptions): Budgets => {
  const { store, clock, sleep, log, later, appLimits, spentOf, onLapsed } = options;
  const rows = createRows(store, budgetRow);
  const instance = randomUUID().slice(0, 8);
  const known = new Map<string, Known>();
  const holdings = new Map<string, Holdings>();
  const warned = new Set<string>();
  const limited = new Set<string>();
  /** Pots that this instance has compared with the ledger. */
  const compared = new Set<string>();
  const isBudgeted = appLimits.day !== undefined || appLimits.month !== undefined;
  const keyOf = (app: string) => ({ partition: BUDGET_PARTITION, row: app });

  const holdingsOf = (app: string): Holdings => {
    const there = holdings.get(app) ?? createHoldings();
    holdings.set(app, there);
    return there;
  };

  const read = async (app: string): Promise<Known> => {
    const found = await rows.read(keyOf(app));
    const none: BudgetRow = { day: dayOf(clock()), pots: {}, claims: {} };
    const fresh = { row: found?.value ?? none, etag: found?.etag, readAt: clock() };
    known.set(app, fresh);
    return fresh;
  };

  const write = async (app: string, { etag }: Known, row: BudgetRow): Promise<boolean> => {
    const expiresAt = monthAfter(monthOf(row.day), KEPT_MONTHS);
    const written = etag
      ? await rows.replace(keyOf(app), row, etag, { expiresAt })
      : await rows.create(keyOf(app), row, { expiresAt });
    if (written === undefined) known.delete(app);
    else known.set(app, { row, etag: written, readAt: clock() });
    return written !== undefined;
  };

  /**
   * Pots that may not hold what the ledger does: those of a limit that was just set, and all that an instance meets for
   * the first time, because the budget may be new, or have been away for a while.
   */
  const counted = async (app: string, row: BudgetRow, pots: readonly string[]) => {
    const open = pots.filter(
      (name) => !row.pots[name]?.isCounted || !compared.has(`${app} ${name}`),
    );
    if (open.length === 0) return row;
    const spent = await spentOf(app, monthOf(row.day));
    return open.reduce((sum, name) => {
      const own = spent.filter(({ connection }) => name === APP_POT || connection === name);
      const pot = sum.pots[name] ?? EMPTY_POT;
      const total = (of: readonly Spent[]) =>
        of.reduce((all, { microDollars }) => all + microDollars, 0);
      const month = Math.max(pot.month, total(own));
      const day = Math.max(pot.day, total(own.filter((each) => each.day === row.day)));
      return withPot(sum, name, { ...pot, day, month, isCounted: true });
    }, row);
  };

  /** Which form of a call fits into all its bounds; undefined for none. */
  const formOf = (bounds: readonly Bound[], atMost: readonly number[]): number | undefined => {
    const left = Math.min(...bounds.map(leftOf));
    const found = atMost.findIndex((amount) => amount <= left);
    return found === -1 ? undefined : found;
  };

  const refusalOf = (bounds: readonly Bound[], atMost: readonly number[]): Error | undefined => {
    const least = Math.min(...atMost);
    const bound = bounds.find((each) => leftOf(each) < least);
    return bound && budgetReached(bound, least, clock());
  };

  const warn = (app: string, row: BudgetRow): void => {
    for (const { pot, period, limit, spent, beginsAnew } of boundsOf(
      row,
      Object.keys(row.pots),
      appLimits,
      clock(),
    )) {
      const id = `${app} ${pot} ${period} ${beginsAnew}`;
      if (spent < limit * WARN_SHARE || warned.has(id)) continue;
      warned.add(id);
      const usedPercent = limit === 0 ? 100 : Math.floor((spent / limit) * 100);
      log("warn", { operation: "budget", app, budget: `${pot} ${period}`, usedPercent });
    }
  };

  type Answer = BudgetHold | undefined;

  /** The row as it stands now, with what this instance has to tell. */
  const current = async (app: string, { row }: Known, pots: readonly string[], mine: Holdings) => {
    const turned = turnedTo(row, dayOf(clock()));
    const { row: live, lapsed } = withoutLapsed(turned, instance, clock());
    const all = [...new Set([...pots, ...mine.pots()])];
    const unreported = mine.unreported();
    const whole = all.reduce((sum, name) => withPot(sum, name, sum.pots[name] ?? EMPTY_POT), live);
    const told = [...unreported].reduce(
      (sum, [day, { pots: spent }]) => withSpent(sum, spent, day),
      whole,
    );
    return { row: await counted(app, told, all), lapsed, unreported };
  };

  const held = (row: BudgetRow, mine: Amounts): BudgetRow => {
    const { [instance]: _, ...others } = row.claims;
    if (mine.total === 0) return { ...row, claims: others };
    return { ...row, claims: { ...others, [instance]: { until: clock() + CLAIM_MS, ...mine } } };
  };

  const holdOf = (
    app: string,
    chosen: number,
    pots: readonly string[],
    amount: number,
  ): BudgetHold => ({
    chosen,
    settle(spent) {
      holdingsOf(app).settle(pots, amount, spent, dayOf(clock()));
      reportLater(app);
    },
  });

  /** One write for all takers; what does not fit into the row as it was last known is tried on the row as it is. */
  const admit = async (
    app: string,
    takers: readonly Taker<Wish | undefined, Answer>[],
  ): Promise<boolean> => {
    const mine = holdingsOf(app);
    const isFresh = !known.has(app);
    const before = known.get(app) ?? (await read(app));
    const pots = takers.flatMap(({ wanted }) => wanted?.pots ?? []);
    const { row, lapsed, unreported } = await current(app, before, pots, mine);
    let taken = amountsOf([]);
    let next = held(row, mine.held(taken));
    const answers = takers.map(({ wanted }) => {
      if (!wanted) return { hold: undefined };
      const bounds = boundsOf(next, wanted.pots, appLimits, clock());
      const chosen = formOf(bounds, wanted.atMost);
      const amount = chosen === undefined ? undefined : wanted.atMost[chosen];
      if (chosen === undefined || amount === undefined) {
        return { refusal: refusalOf(bounds, wanted.atMost) };
      }
      taken = amountsOf([taken, amountOf(wanted.pots, amount)]);
      next = held(row, mine.held(taken));
      return { hold: holdOf(app, chosen, wanted.pots, amount) };
    });
    if (!isFresh && answers.some(({ refusal }) => refusal)) {
      known.delete(app);
      return admit(app, takers);
    }
    const claimed = mine.held(taken);
    const isAllRefused = taken.total === 0 && takers.every(({ wanted }) => wanted);
    if (!isAllRefused && !(await write(app, before, next))) return false;
    if (!isAllRefused) {
      mine.written(taken, claimed, unreported);
      for (const pot of Object.keys(next.pots)) compared.add(`${app} ${pot}`);
      if (lapsed > 0) onLapsed(app, lapsed);
      warn(app, next);
    }
    takers.forEach(({ resolve, reject }, index) => {
      const { hold, refusal } = answers[index] ?? {};
      if (refusal) reject(refusal);
      else resolve(hold);
    });
    return true;
  };

  const batch = createBatches<Wish | undefined, Answer>(async (app, takers) => {
    try {
      return await admit(app, takers);
    } catch (error) {
      known.delete(app);
      throw error;
    }
  }, sleep);

  const planned = new Set<string>();
  const reportLater = (app: string): void => {
    if (planned.has(app)) return;
    planned.add(app);
    later(() => {
      planned.delete(app);
      if (!holdingsOf(app).isReported()) {
        batch(app, undefined).catch(() => reportLater(app));
      }
    });
  };

  const potsIn = (app: string, row: BudgetRow, connection: string): readonly string[] => {
    const { limit } = row.pots[connection] ?? EMPTY_POT;
    const isLimited = limit !== undefined && limit.from <= clock();
    if (isLimited) limited.add(`${app} ${connection}`);
    else limited.delete(`${app} ${connection}`);
    return [...(isBudgeted ? [APP_POT] : []), ...(isLimited ? [connection] : [])];
  };

  const knownPotsOf: Budgets["knownPotsOf"] = (app, connection) => {
    const last = known.get(app);
    return last && clock() - last.readAt < KNOWN_MS ? potsIn(app, last.row, connection) : undefined;
  };

  return {
    knownPotsOf,
    mayBeLimited: (app, connection) => limited.has(`${app} ${connection}`),
    potsOf: async (app, connection) =>
      knownPotsOf(app, connection) ?? potsIn(app, (await read(app)).row, connection),
    async hold(app, wish) {
      const hold = await batch(app, wish);
      if (!hold) throw new Error("A wish was answered with nothing.");
      return hold;
    },
    count(app, amount) {
      if (!isBudgeted) return;
      holdingsOf(app).settle([APP_POT], 0, amount, dayOf(clock()));
      reportLater(app);
    },
    async read(app, connection) {
      await batch(app, undefined);
      const { row } = known.get(app) ?? (await read(app));
      return boundsOf(row, potsIn(app, row, connection), appLimits, clock());
    },
    limitOf: async (app, connection) => (await read(app)).row.pots[connection]?.limit,
    async setLimit(app, connection, limits) {
      for (;;) {
        const before = await read(app);
        const row = turnedTo(before.row, dayOf(clock()));
        const pot = row.pots[connection] ?? EMPTY_POT;
        const isNone = limits.day === undefined && limits.month === undefined;
        const from = pot.limit?.from ?? clock() + LIMIT_HOLDS_AFTER_MS;
        const limit = isNone ? undefined : { ...limits, from };
        // A limit that was away for a while has not counted what was spent meanwhile.
        const next = { ...pot, limit, isCounted: pot.isCounted && limit !== undefined };
        if (await write(app, before, withPot(row, connection, next))) return limit;
        await sleep(1);
      }
    },
  };
};
