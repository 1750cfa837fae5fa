/** Time that nobody waits for: whoever sleeps wakes at once, and the clock has moved on by as much. */
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import type { MovableClock } from "../../local/clock.ts";

/** For all of the process that sleeps by `node:timers/promises`. Answers how to undo it. */
export const skipSleep = (clock: MovableClock): (() => void) => {
  const real = timers.setTimeout;
  const put = (sleep: typeof real) => {
    timers.setTimeout = sleep;
    syncBuiltinESMExports();
  };
  put(async <T>(ms = 0, value?: T) => {
    clock.advance(Math.ceil(ms));
    await timers.setImmediate();
    return value as T;
  });
  return () => put(real);
};
