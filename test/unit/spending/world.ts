/** Instances of the connector that spend on one store, with a clock that is set and a quiet that is called for. */
import { setImmediate as tick } from "node:timers/promises";
import type { LogRecord } from "../../../src/connector/log.ts";
import type { Limits } from "../../../src/spending/budget-row.ts";
import { createSpending, type Spender } from "../../../src/spending/spending.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import type { XCall } from "../../../src/x/billing.ts";

/** Whole dollars as micro-dollars. */
export const dollars = (amount: number): number => Math.round(amount * 1_000_000);

export const SPENDER: Spender = {
  app: "app-1",
  connection: "connection-1",
  flow: "flow-1",
  operation: "SearchTweet",
  limitClass: "other",
};

/** A request that costs so much by itself. */
export const request = (amount: number): XCall => ({ request: dollars(amount), reads: [] });

/** Posts that were read, by their ids. */
export const posts = (...ids: string[]): XCall => ({
  request: 0,
  reads: [{ price: "postRead", ids, unnamed: 0 }],
});

const TRIPS = ["read", "create", "replace", "list"] as const;

export const createSpendingWorld = (appLimits: Limits = {}) => {
  const time = {
    now: Date.parse("2026-11-25T12:00:00Z"),
    isAway: false,
    losesAnswers: false,
    trips: 0,
  };
  const clock = () => time.now;
  const store = createMemoryStore({ clock });
  const logs: (LogRecord & { readonly level: string })[] = [];
  let waiting: (() => void)[] = [];

  /** The store as it is over a network: every trip takes a turn, and it, or its answers, can be away. */
  const distant: Store = {
    ...store,
    ...Object.fromEntries(
      TRIPS.map((name) => [
        name,
        async (...parameters: unknown[]) => {
          time.trips += 1;
          await tick();
          if (time.isAway) throw new StoreUnavailableError("Away.");
          const answer = (store[name] as (...all: unknown[]) => unknown)(...parameters);
          if (time.losesAnswers) throw new StoreUnavailableError("Lost.");
          return answer;
        },
      ]),
    ),
  };

  const instance = (readsWithoutStore = false) =>
    createSpending({
      store: distant,
      clock,
      sleep: () => tick(),
      log: (level, record) => logs.push({ level, ...record }),
      later: (run) => waiting.push(run),
      appLimits,
      readsWithoutStore,
    });

  /** Lets everybody write what is only written when it is quiet. */
  const quiet = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      const due = waiting;
      waiting = [];
      for (const run of due) run();
      for (let turn = 0; turn < 30; turn += 1) await tick();
    }
  };

  /** Makes a call that may come to `most` and comes to `actual`; answers what was booked, or the code of its refusal. */
  const call = async (
    spending: ReturnType<typeof instance>,
    actual: XCall,
    most: readonly XCall[] = [actual],
    spender: Partial<Spender> = {},
  ): Promise<number | string> => {
    try {
      const reservation = await spending.reserve({ ...SPENDER, ...spender }, most);
      await tick();
      return reservation.settle(actual, 1);
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };

  const total = async (spending: ReturnType<typeof instance>): Promise<number> =>
    (await spending.spentThisMonth(SPENDER.app)).reduce(
      (sum, { microDollars }) => sum + microDollars,
      0,
    );

  return { time, store, logs, instance, quiet, call, total };
};
