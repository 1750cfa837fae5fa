/** Instances of the connector that count calls on one store, with a clock that is set. */
import { setImmediate as tick } from "node:timers/promises";
import { DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import { createHourlyLimits } from "../../../src/limits/hourly-limits.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import type { Store } from "../../../src/store/store.ts";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export const createWorld = (changed: Partial<typeof DOCUMENTED_LIMITS> = {}) => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const clock = () => time.now;
  const store = createMemoryStore({ clock });
  const limits = { ...DOCUMENTED_LIMITS, ...changed };
  const instance = (on: Store = store) =>
    createHourlyLimits({ store: on, clock, sleep: () => tick(), limits });
  return { time, store, instance };
};
