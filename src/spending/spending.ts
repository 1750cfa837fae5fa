/** What calls to X may cost and have cost: the ledger and the budgets as the rest of the connector sees them. */
import { createHash } from "node:crypto";
import { stateUnavailable } from "../connector/errors.ts";
import type { LimitClass } from "../connector/limits.ts";
import { StoreUnavailableError } from "../store/store.ts";
import { costOf, UNBILLED, type XCall } from "../x/billing.ts";
import type { Bound } from "./bounds.ts";
import type { ConnectionLimit, Limits } from "./budget-row.ts";
import { type BudgetsOptions, createBudgets } from "./budgets.ts";
import { createLedger } from "./ledger.ts";
import type { Purpose } from "./ledger-row.ts";
import { dayOf, monthOf } from "./period.ts";
import type { Spent } from "./sum.ts";

export interface Spender extends Purpose {
  /** As `appName` writes it. */
  readonly app: string;
  readonly limitClass: LimitClass;
}

/** The right to make a call. */
export interface Reservation {
  /** Which of its forms fits into the budgets. */
  readonly chosen: number;
  /** Books what the call came to, in the end, for so many calls to X; answers that in micro-dollars. */
  settle(call: XCall, calls: number): number;
}

export interface Spending {
  /**
   * Asks for a call, whose forms can come to so much. Rejects with BudgetReached, or with StateUnavailable where it must
   * not be made uncounted.
   */
  reserve(spender: Spender, forms: readonly XCall[]): Promise<Reservation>;
  /** Books that a user was read at a sign-in, which no budget stops. */
  bookSignIn(app: string, userId: string | undefined): void;
  /** Whether a call may be refused: whoever asks should wait for the answer before anything is counted for it. */
  isBounded(app: string, connection: string): boolean;
  /** This month's, whoever has booked it. Rejects with StoreUnavailableError. */
  spentThisMonth(app: string): Promise<readonly Spent[]>;
  bounds(app: string, connection: string): Promise<readonly Bound[]>;
  limitOf(app: string, connection: string): Promise<ConnectionLimit | undefined>;
  setLimit(app: string, connection: string, limits: Limits): Promise<ConnectionLimit | undefined>;
  /** Each app's, by the settings. */
  readonly appLimits: Limits;
  /** The apps that have spent something this month. */
  apps(): Promise<readonly string[]>;
}

export interface SpendingOptions extends Omit<BudgetsOptions, "spentOf"> {
  /** Whether reads that a budget bounds are let through while the store is away. */
  readonly readsWithoutStore: boolean;
}

/** The operation that a sign-in is booked under. */
const SIGN_IN = "SignIn";

const NAME_LENGTH = 16;

/** Tells X apps apart without naming them. */
export const appName = (appId: string): string =>
  createHash("sha256").update(appId).digest("hex").slice(0, NAME_LENGTH);

export const createSpending = (options: SpendingOptions): Spending => {
  const { appLimits, clock, readsWithoutStore } = options;
  const ledger = createLedger(options);
  const budgets = createBudgets({ ...options, spentOf: ledger.read });

  const uncounted = (spender: Spender): Reservation => ({
    chosen: 0,
    settle: (call, calls) => ledger.book(spender.app, spender, call, calls),
  });

  /** A process that ends leaves in the ledger what the call can have come to. */
  const noted = async (
    spender: Spender,
    forms: readonly XCall[],
    chosen = 0,
  ): Promise<Reservation> => {
    const held = await ledger.hold(spender.app, costOf(forms[chosen] ?? UNBILLED));
    return { chosen, settle: (call, calls) => held.settle(spender, call, calls) };
  };

  const bounded = async (
    spender: Spender,
    pots: readonly string[],
    forms: readonly XCall[],
  ): Promise<Reservation> => {
    const { chosen, settle } = await budgets.hold(spender.app, { pots, forms: forms.map(costOf) });
    try {
      const reservation = await noted(spender, forms, chosen);
      return {
        chosen,
        settle(call, calls) {
          const amount = reservation.settle(call, calls);
          settle(amount);
          return amount;
        },
      };
    } catch (error) {
      settle(0);
      throw error;
    }
  };

  const hasBudget = appLimits.day !== undefined || appLimits.month !== undefined;

  const whileAway = (spender: Spender, error: StoreUnavailableError): Reservation => {
    const isFree = !hasBudget && !budgets.mayBeLimited(spender.app, spender.connection);
    const mayRead = spender.limitClass === "other" && (isFree || readsWithoutStore);
    if (mayRead) return uncounted(spender);
    throw stateUnavailable(
      "The connector cannot tell right now what may still be spent, so it asks X nothing. Try again in a moment.",
      error,
    );
  };

  return {
    async reserve(spender, forms) {
      if (forms.every((form) => costOf(form) === 0)) return uncounted(spender);
      try {
        const pots = await budgets.potsOf(spender.app, spender.connection);
        return await (pots.length > 0 ? bounded(spender, pots, forms) : noted(spender, forms));
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        return whileAway(spender, error);
      }
    },
    bookSignIn(app, userId) {
      const ids = userId === undefined ? [] : [userId];
      const reads = [{ price: "userRead" as const, ids, unnamed: 1 - ids.length }];
      const purpose = { connection: "", flow: "", operation: SIGN_IN };
      budgets.count(app, ledger.book(app, purpose, { request: 0, reads }, 1));
    },
    isBounded: (app, connection) => budgets.knownPotsOf(app, connection)?.length !== 0,
    spentThisMonth: (app) => ledger.read(app, monthOf(dayOf(clock()))),
    bounds: budgets.read,
    limitOf: budgets.limitOf,
    setLimit: budgets.setLimit,
    appLimits,
    apps: () => ledger.apps(monthOf(dayOf(clock()))),
  };
};
