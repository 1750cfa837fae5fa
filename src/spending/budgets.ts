/**
 * Budgets that stop a call before it is made. What a call can come to is held in one row of the app, changed under
 * optimistic concurrency, so any number of instances together never exceed a budget. Calls of one instance share writes.
 * What was held and not used goes back with the next write, at the latest when it is quiet.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "../connector/log.ts";
import { createBatches, type Taker } from "../store/batches.ts";
import type { Store } from "../store/store.ts";
import { type Claimed, NONE_CLAIMED } from "./amounts.ts";
import { type Bound, boundsOf } from "./bounds.ts";
import {
  APP_POT,
  type BudgetRow,
  type ConnectionLimit,
  EMPTY_POT,
  type Limits,
  turnedTo,
  withoutLapsed,
  withPot,
  withSpent,
} from "./budget-row.ts";
import { createBudgetRows, type Known } from "./budget-rows.ts";
import { createBudgetWarnings } from "./budget-warnings.ts";
import { createHoldings, type Holdings } from "./holdings.ts";
import { createLedgerComparison, type SpentOf } from "./ledger-comparison.ts";
import { dayOf } from "./period.ts";
import { type Decision, decide, type Wish } from "./wishes.ts";

/** No call takes so long; who has not told of its calls by then has ended. */
export const CLAIM_MS = 3 * 60 * 1000;
/** How long an instance relies on there being no limit, and how much later a new one holds. */
const KNOWN_MS = 50_000;
export const LIMIT_HOLDS_AFTER_MS = 60_000;

export interface BudgetsOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
  /** Runs later, when it is quiet; never keeps the process alive. */
  later(run: () => void): void;
  /** Each X app's, by the settings. */
  readonly appLimits: Limits;
  readonly spentOf: SpentOf;
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

type Answer = BudgetHold | undefined;
type Takers = readonly Taker<Wish | undefined, Answer>[];

export const createBudgets = (options: BudgetsOptions): Budgets => {
  const { store, clock, sleep, log, later, appLimits, spentOf } = options;
  const rows = createBudgetRows(store, clock);
  const warn = createBudgetWarnings(log, appLimits, clock);
  const comparison = createLedgerComparison(spentOf);
  const instance = randomUUID().slice(0, 8);
  const holdings = new Map<string, Holdings>();
  const limited = new Set<string>();
  const isBudgeted = appLimits.day !== undefined || appLimits.month !== undefined;

  const holdingsOf = (app: string): Holdings => {
    const there = holdings.get(app) ?? createHoldings();
    holdings.set(app, there);
    return there;
  };

  /** The row as it stands now, with what this instance has to tell. */
  const current = async (app: string, { row }: Known, pots: readonly string[], mine: Holdings) => {
    const turned = turnedTo(row, dayOf(clock()));
    const live = withoutLapsed(turned, instance, clock());
    const all = [...new Set([...pots, ...mine.pots()])];
    const unreported = mine.unreported();
    const whole = all.reduce((sum, name) => withPot(sum, name, sum.pots[name] ?? EMPTY_POT), live);
    const told = [...unreported].reduce(
      (sum, [day, { pots: spent }]) => withSpent(sum, spent, day),
      whole,
    );
    return { row: await comparison.counted(app, told, all), unreported };
  };

  const withClaim = (row: BudgetRow, claimed: Claimed): BudgetRow => {
    const { [instance]: _, ...others } = row.claims;
    if (claimed.held.total === 0) return { ...row, claims: others };
    const claim = { until: clock() + CLAIM_MS, ...claimed };
    return { ...row, claims: { ...others, [instance]: claim } };
  };

  const holdOf = (
    app: string,
    { chosen, claim }: Extract<Decision, { kind: "fits" }>,
    { pots }: Wish,
  ): BudgetHold => ({
    chosen,
    settle(spent) {
      holdingsOf(app).settle(claim, pots, spent, dayOf(clock()));
      reportLater(app);
    },
  });

  const tell = (
    app: string,
    takers: Takers,
    decisions: readonly (Decision | undefined)[],
  ): void => {
    takers.forEach(({ wanted, resolve, reject }, index) => {
      const decision = decisions[index];
      if (decision?.kind === "refused") reject(decision.refusal);
      else resolve(decision && wanted && holdOf(app, decision, wanted));
    });
  };

  /** One write for all takers; what does not fit into the row as it was last known is tried on the row as it is. */
  const admit = async (app: string, takers: Takers): Promise<boolean> => {
    const mine = holdingsOf(app);
    const isFresh = !rows.known(app);
    const before = rows.known(app) ?? (await rows.read(app));
    const pots = takers.flatMap(({ wanted }) => wanted?.pots ?? []);
    const { row, unreported } = await current(app, before, pots, mine);
    const rowWith = (more: Claimed) => withClaim(row, mine.claimed(more));
    const wishes = takers.map(({ wanted }) => wanted);
    const { decisions, taken } = decide(wishes, rowWith, appLimits, clock());
    const isRefused = (decision: Decision | undefined) => decision?.kind === "refused";
    if (!isFresh && decisions.some(isRefused)) {
      rows.forget(app);
      return admit(app, takers);
    }
    if (!decisions.every(isRefused)) {
      const claimed = mine.claimed(taken);
      const next = rowWith(taken);
      if (!(await rows.write(app, before, next))) return false;
      mine.written(taken, claimed, unreported);
      comparison.done(app, next);
      warn(app, next);
    }
    tell(app, takers, decisions);
    return true;
  };

  const batch = createBatches<Wish | undefined, Answer>(async (app, takers) => {
    try {
      return await admit(app, takers);
    } catch (error) {
      rows.forget(app);
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
    const last = rows.known(app);
    return last && clock() - last.readAt < KNOWN_MS ? potsIn(app, last.row, connection) : undefined;
  };

  return {
    knownPotsOf,
    mayBeLimited: (app, connection) => limited.has(`${app} ${connection}`),
    potsOf: async (app, connection) =>
      knownPotsOf(app, connection) ?? potsIn(app, (await rows.read(app)).row, connection),
    async hold(app, wish) {
      const hold = await batch(app, wish);
      if (!hold) throw new Error("A wish was answered with nothing.");
      return hold;
    },
    count(app, amount) {
      if (!isBudgeted) return;
      holdingsOf(app).settle(NONE_CLAIMED, [APP_POT], amount, dayOf(clock()));
      reportLater(app);
    },
    async read(app, connection) {
      await batch(app, undefined);
      const { row } = rows.known(app) ?? (await rows.read(app));
      const pots = potsIn(app, row, connection);
      // A limit that no call has met yet counts what was spent before, too.
      return boundsOf(await comparison.counted(app, row, pots), pots, appLimits, clock());
    },
    limitOf: async (app, connection) => (await rows.read(app)).row.pots[connection]?.limit,
    async setLimit(app, connection, limits) {
      for (;;) {
        const before = await rows.read(app);
        const row = turnedTo(before.row, dayOf(clock()));
        const pot = row.pots[connection] ?? EMPTY_POT;
        const isNone = limits.day === undefined && limits.month === undefined;
        const from = pot.limit?.from ?? clock() + LIMIT_HOLDS_AFTER_MS;
        const limit = isNone ? undefined : { ...limits, from };
        // A limit that was away for a while has not counted what was spent meanwhile.
        const next = { ...pot, limit, isCounted: pot.isCounted && limit !== undefined };
        if (await rows.write(app, before, withPot(row, connection, next))) return limit;
        await sleep(1);
      }
    },
  };
};
