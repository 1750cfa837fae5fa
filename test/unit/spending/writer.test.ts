/** When a row is written by its only writer, and what becomes of a write that fails. */
import { setImmediate as tick } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { amountOf, NONE_CLAIMED } from "../../../src/spending/amounts.ts";
import { createHoldings } from "../../../src/spending/holdings.ts";
import { createWriter } from "../../../src/spending/writer.ts";

const createWorld = () => {
  const world = { writes: 0, isAway: false, failed: 0 };
  const planned: (() => void)[] = [];
  const ends: (() => void)[] = [];
  const writer = createWriter({
    write: async () => {
      world.writes += 1;
      if (world.isAway) throw new Error("Away.");
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    later: (run) => planned.push(run),
    fail: () => {
      world.failed += 1;
    },
  });
  /** Lets all that waits go on, writes included. */
  const settle = async () => {
    for (let round = 0; round < 5; round += 1) {
      for (const end of ends.splice(0)) end();
      for (let turn = 0; turn < 3; turn += 1) await tick();
    }
  };
  const quiet = async () => {
    for (const run of planned.splice(0)) run();
    await settle();
  };
  return { world, planned, writer, settle, quiet };
};

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a row", () => {
  it("is not written where nothing is due", async () => {
    const { world, writer } = createWorld();
    await writer.flush();
    expect(world.writes).toBe(0);
  });

  it("is written at once, and once more for all that came meanwhile", async () => {
    const { world, writer, settle } = createWorld();
    const calls = [writer.now(), writer.now(), writer.now()];
    expect(world.writes).toBe(1);
    await settle();
    await Promise.all(calls);
    expect(world.writes).toBe(2);
    const later = writer.now();
    await settle();
    await later;
    expect(world.writes).toBe(3);
    await writer.flush();
    expect(world.writes).toBe(3);
  });

  it("is written once when it is quiet, however often that was asked for", async () => {
    const { world, planned, writer, quiet } = createWorld();
    writer.soon();
    writer.soon();
    expect([planned.length, world.writes]).toEqual([1, 0]);
    await quiet();
    expect(world.writes).toBe(1);
    writer.soon();
    expect(planned).toHaveLength(1);
    await quiet();
    expect(world.writes).toBe(2);
  });

  it("that was written meanwhile is not written once more when it is quiet", async () => {
    const { world, writer, settle, quiet } = createWorld();
    writer.soon();
    const written = writer.now();
    await settle();
    await written;
    await quiet();
    expect(world.writes).toBe(1);
  });

  it("is tried again when it is quiet, which is told once until a write succeeds", async () => {
    const { world, planned, writer, quiet } = createWorld();
    world.isAway = true;
    writer.soon();
    await quiet();
    await quiet();
    expect([world.writes, world.failed, planned.length]).toEqual([2, 1, 1]);
    world.isAway = false;
    await quiet();
    expect([world.writes, planned.length]).toEqual([3, 0]);
    world.isAway = true;
    writer.soon();
    await quiet();
    expect(world.failed).toBe(2);
  });

  it("whose write failed is still due for whoever asks next", async () => {
    const { world, writer, settle } = createWorld();
    world.isAway = true;
    await expect(writer.now()).rejects.toThrow("Away.");
    world.isAway = false;
    const flushed = writer.flush();
    await settle();
    await flushed;
    expect([world.writes, world.failed]).toEqual([2, 0]);
  });
});

describe("what an instance holds", () => {
  const claim = (amount: number) => ({
    held: amountOf(["app"], amount),
    least: amountOf(["app"], amount / 2),
  });

  it("is told once the row has it, and has what was spent of it", () => {
    const holdings = createHoldings();
    expect(holdings.isReported()).toBe(true);
    const taken = claim(100);
    holdings.written(taken, holdings.claimed(taken), new Map());
    expect(holdings.isReported()).toBe(true);
    holdings.settle(taken, ["app"], 30, "2026-11-25");
    expect(holdings.isReported()).toBe(false);
    expect(holdings.pots()).toEqual(["app"]);
    expect(holdings.claimed(NONE_CLAIMED).held.total).toBe(0);
    const reported = holdings.unreported();
    holdings.written(NONE_CLAIMED, holdings.claimed(NONE_CLAIMED), reported);
    expect([holdings.isReported(), holdings.pots()]).toEqual([true, []]);
  });

  it("is not told while the row holds too much, or lacks what was spent", () => {
    const free = createHoldings();
    free.written(claim(100), free.claimed(claim(100)), new Map());
    free.settle(claim(100), ["app"], 0, "2026-11-25");
    expect([free.isReported(), free.unreported().size]).toEqual([false, 0]);
    const spent = createHoldings();
    spent.settle(NONE_CLAIMED, ["app"], 5, "2026-11-25");
    expect(spent.isReported()).toBe(false);
    expect([...spent.unreported()]).toEqual([["2026-11-25", { total: 5, pots: { app: 5 } }]]);
  });

  it("keeps the days apart on which something was spent", () => {
    const holdings = createHoldings();
    holdings.settle(NONE_CLAIMED, ["app"], 5, "2026-11-24");
    holdings.settle(NONE_CLAIMED, ["app", "a"], 7, "2026-11-25");
    holdings.settle(NONE_CLAIMED, ["app"], 1, "2026-11-25");
    expect([...holdings.unreported()]).toEqual([
      ["2026-11-24", { total: 5, pots: { app: 5 } }],
      ["2026-11-25", { total: 8, pots: { app: 8, a: 7 } }],
    ]);
  });
});
