/** `npm run bench:limits`: what counting a call costs, in memory and on Azurite's Table service, in the same run. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createTableClient } from "../src/azure-clients.ts";
import { DOCUMENTED_LIMITS } from "../src/connector/adjustable-limits.ts";
import { createHourlyLimits } from "../src/limits/hourly-limits.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Store } from "../src/store/store.ts";
import { createTableStore } from "../src/store/table-store.ts";
import { startAzurite } from "../test/harness/azurite.ts";
import { median } from "./statistics.ts";

const CALLS = 500;
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

const measure = async (name: string, store: Store) => {
  const { counted, operations } = counting(store);
  const limits = createHourlyLimits({ store: counted, clock, sleep, limits: DOCUMENTED_LIMITS });
  const connection = randomUUID();
  await limits.take(randomUUID(), "other");
  const before = operations();
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const start = performance.now();
    await limits.take(connection, "other");
    times.push(performance.now() - start);
  }
  const perCall = (operations() - before) / CALLS;
  console.log(
    `${name.padEnd(10)} median ${median(times).toFixed(3)} ms a call, ${perCall.toFixed(2)} store operations a call`,
  );
};

const azurite = await startAzurite();
const location = {
  connectionString: azurite.connectionString,
  endpoint: undefined,
  tableName: "bench",
};
const client = createTableClient(location, undefined);
await measure("in memory", createMemoryStore({ clock }));
await measure("on Azurite", createTableStore({ client: () => client, clock, timeoutMs: 1_500 }));
await azurite.close();
