/**
 * `npm run bench:limits`: what counting and booking a call costs, in memory and on Azurite's Table service, in the same
 * run: the hourly limit alone, with the ledger, and with a budget.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createTableClient } from "../src/azure-clients.ts";
import { DOCUMENTED_LIMITS } from "../src/connector/adjustable-limits.ts";
import { createAdmission } from "../src/http/admission.ts";
import { createAllowance } from "../src/http/allowance.ts";
import { createHourlyLimits } from "../src/limits/hourly-limits.ts";
import type { Limits } from "../src/spending/budget-row.ts";
import { createSpending } from "../src/spending/spending.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Store } from "../src/store/store.ts";
import { createTableStore } from "../src/store/table-store.ts";
import { answeredCall, outlookOf } from "../src/x/billing.ts";
import { startAzurite } from "../test/harness/azurite.ts";
import { median } from "./statistics.ts";

const CALLS = 500;
const QUIET_MS = 1_000;
const clock = () => Date.now();

/** The store, with its operations counted. */
const counting = (store: Store) => {
  let operations = 0;
  const counted = new Proxy(store, {
    get: (target, name) => {
      operations += 1;
      return Reflect.get(target, name);
    },
  });
  return { counted, operations: () => operations };
};

/** Makes the calls of one connection, one after the other. */
type Caller = (store: Store) => (index: number) => Promise<void>;

const limitsOn = (store: Store) =>
  createHourlyLimits({ store, clock, sleep, limits: DOCUMENTED_LIMITS });

const counted: Caller = (store) => {
  const limits = limitsOn(store);
  const connection = randomUUID();
  return async () => {
    await limits.take(connection, "other");
  };
};

const booked =
  (appLimits: Limits): Caller =>
  (store) => {
    const limits = limitsOn(store);
    const connectionId = randomUUID();
    const app = randomUUID();
    const later = (run: () => void) => {
      setTimeout(run, QUIET_MS).unref();
    };
    const log = () => {};
    const readsWithoutStore = false;
    const spending = createSpending({
      store,
      clock,
      sleep,
      log,
      later,
      appLimits,
      readsWithoutStore,
    });
    return async (index) => {
      const limitClass = "other";
      const admit = createAdmission({
        spending,
        allowance: createAllowance({ limits, connectionId, limitClass, onLimit: () => {} }),
        spender: { app, connection: connectionId, flow: "", operation: "User", limitClass },
        callsSince: () => 1,
        onLean: () => {},
        onBooked: () => {},
      });
      const { settle } = await admit([outlookOf("userRead")]);
      settle(answeredCall("userRead", { data: { id: String(index) } }));
    };
  };

const WAYS: readonly (readonly [name: string, caller: Caller])[] = [
  ["counted", counted],
  ["counted and booked", booked({})],
  ["counted, booked, in a budget", booked({ day: 1_000_000_000 })],
];

const measure = async (name: string, way: string, caller: Caller, store: Store) => {
  const watched = counting(store);
  const call = caller(watched.counted);
  await call(0);
  const before = watched.operations();
  const times: number[] = [];
  for (let index = 1; index <= CALLS; index += 1) {
    const start = performance.now();
    await call(index);
    times.push(performance.now() - start);
  }
  await sleep(QUIET_MS + 100);
  const perCall = (watched.operations() - before) / CALLS;
  console.log(
    `${name.padEnd(10)} ${way.padEnd(28)} median ${median(times).toFixed(3)} ms a call, ${perCall.toFixed(2)} store operations a call`,
  );
};

const azurite = await startAzurite();
const location = {
  connectionString: azurite.connectionString,
  endpoint: undefined,
  tableName: "bench",
};
const client = createTableClient(location, undefined);
const STORES: readonly (readonly [name: string, store: Store])[] = [
  ["in memory", createMemoryStore({ clock })],
  ["on Azurite", createTableStore({ client: () => client, clock, timeoutMs: 1_500 })],
];
for (const [name, store] of STORES) {
  for (const [way, caller] of WAYS) await measure(name, way, caller, store);
}
await azurite.close();
