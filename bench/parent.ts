/** What a process of the bench does for the one that drives it: says where it listens, counts its CPU, moves its clock. */
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";
import { createMovableClock, type MovableClock, patchGlobalDate } from "../local/clock.ts";

/**
 * From the driver; the answer to `cpu` is a number of microseconds, that to `memory` a Memory, that to `block` the
 * longest time in milliseconds since the last such order that nothing else could run.
 */
export type Order =
  | { readonly kind: "cpu" }
  | { readonly kind: "memory" }
  | { readonly kind: "block" }
  | { readonly kind: "advance"; readonly ms: number };

/** Memory of the process: resident, what of the engine's heap is in use, and how often that was collected. */
export interface Memory {
  readonly nowBytes: number;
  readonly peakBytes: number;
  readonly heapBytes: number;
  readonly collections: number;
}

let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ["gc"] });

const memory = (): Memory => ({
  nowBytes: process.memoryUsage.rss(),
  peakBytes: process.resourceUsage().maxRSS * 1024,
  heapBytes: process.memoryUsage().heapUsed,
  collections,
});

const delays = monitorEventLoopDelay({ resolution: 1 });

/** The first order begins the measuring. */
const longestBlock = (): number => {
  const milliseconds = delays.max / 1e6;
  delays.enable();
  delays.reset();
  return milliseconds;
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const ANSWERS: Readonly<Record<Order["kind"], () => unknown>> = {
  cpu,
  memory,
  block: longestBlock,
  advance: cpu,
};

/** The clock of this process, which its parent may move. */
export const followParent = (): MovableClock => {
  const clock = createMovableClock();
  patchGlobalDate(clock);
  process.on("message", (order: Order) => {
    if (order.kind === "advance") clock.advance(order.ms);
    process.send?.(ANSWERS[order.kind]());
  });
  process.once("disconnect", () => process.exit());
  return clock;
};

/** The first thing that the parent hears. */
export const reportUrl = (url: string): void => {
  process.send?.(url);
};
