/** What a process of the bench does for the one that drives it: says where it listens, counts its CPU, moves its clock. */
import { createMovableClock, type MovableClock, patchGlobalDate } from "../local/clock.ts";

/** From the driver; the answer to `cpu` is a number of microseconds, that to `memory` a Memory. */
export type Order =
  | { readonly kind: "cpu" }
  | { readonly kind: "memory" }
  | { readonly kind: "advance"; readonly ms: number };

/** Resident memory of the process. */
export interface Memory {
  readonly nowBytes: number;
  readonly peakBytes: number;
}

const memory = (): Memory => ({
  nowBytes: process.memoryUsage.rss(),
  peakBytes: process.resourceUsage().maxRSS * 1024,
});

/** The clock of this process, which its parent may move. */
export const followParent = (): MovableClock => {
  const clock = createMovableClock();
  patchGlobalDate(clock);
  process.on("message", (order: Order) => {
    if (order.kind === "advance") clock.advance(order.ms);
    const { user, system } = process.cpuUsage();
    process.send?.(order.kind === "memory" ? memory() : user + system);
  });
  process.once("disconnect", () => process.exit());
  return clock;
};

/** The first thing that the parent hears. */
export const reportUrl = (url: string): void => {
  process.send?.(url);
};
