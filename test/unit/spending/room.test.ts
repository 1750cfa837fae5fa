/** What rows of the ledger hold at any moment, beside what X has billed by then. */
import { setImmediate as tick } from "node:timers/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LEAST_ROOM, MOST_ROOM } from "../../../src/spending/ledger-page-row.ts";
import { ledgerRow } from "../../../src/spending/ledger-row.ts";
import type { Reservation } from "../../../src/spending/spending.ts";
import { sumOf, totalOf } from "../../../src/spending/sum.ts";
import type { XCall } from "../../../src/x/billing.ts";
import { priceOf } from "../../../src/x/prices.ts";
import { createSpendingWorld, dollars, request, SPENDER } from "./world.ts";

const HOUR_MS = 60 * 60 * 1000;
const PARTITION = "spending-app-1-2026-11";

type World = ReturnType<typeof createSpendingWorld>;

const inStore = async ({ store }: World): Promise<number> => {
  const rows = await store.list(PARTITION);
  return totalOf(
    sumOf(
      rows.map(({ row, value }) => ({
        day: `2026-11-${row.slice(0, 2)}`,
        row: ledgerRow.schema.parse(value),
      })),
    ),
  );
};

/** What X bills: each request, and each post once a day. */
const createBill = ({ time }: World) => {
  const seen = new Set<string>();
  let total = 0;
  return {
    total: () => total,
    add({ request: fixed, reads }: XCall): void {
      total += fixed;
      for (const id of reads.flatMap(({ ids }) => ids)) {
        const key = `${new Date(time.now).toISOString().slice(0, 10)} ${id}`;
        if (!seen.has(key)) total += priceOf("postRead");
        seen.add(key);
      }
    },
  };
};

const postsRead = (ids: readonly number[]): XCall => ({
  request: 0,
  reads: [{ price: "postRead", ids: ids.map(String), unnamed: 0 }],
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      instance: fc.nat({ max: 1 }),
      call: fc.oneof(
        fc.integer({ min: 1, max: 300 }).map((cents) => request(cents / 1_000)),
        fc.array(fc.nat({ max: 30 }), { maxLength: 8 }).map(postsRead),
      ),
      more: fc.nat({ max: 200 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("settle" as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ kind: "quiet" as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("well", "away", "loses")
      .map((store) => ({ kind: "store" as const, store })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 11).map((hours) => ({ kind: "later" as const, hours })),
  },
);

/** With a budget that nothing exceeds, and without one. */
const limits = fc.constantFrom({}, { day: dollars(1_000) });

it("is never less, whatever calls come to, while writes fail or their answers are lost, and whenever a process ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.array(step, { minLength: 1, maxLength: 60 }),
      async (set, steps) => {
        const world = createSpendingWorld(set);
        const bill = createBill(world);
        const instances = [world.instance(), world.instance()];
        const underWay: (readonly [Reservation, XCall])[] = [];
        const asking: Promise<void>[] = [];
        const ask = async (instance: number, call: XCall, more: number): Promise<void> => {
          const most = { ...call, request: call.request + more * 1_000 };
          try {
            const reservation = await instances[instance]?.reserve(
              { ...SPENDER, limitClass: "post" },
              [most],
            );
            bill.add(call);
            if (reservation) underWay.push([reservation, call]);
          } catch (error) {
            expect(error).toMatchObject({ code: "StateUnavailable" });
          }
        };
        const settle = (which: number) => {
          const [ended] = underWay.splice(which % Math.max(1, underWay.length), 1);
          ended?.[0].settle(ended[1], 1);
        };
        for (const each of steps) {
          if (each.kind === "ask") asking.push(ask(each.instance, each.call, each.more));
          else if (each.kind === "settle") settle(each.which);
          else if (each.kind === "quiet") void world.quiet();
          else if (each.kind === "later") world.time.now += each.hours * HOUR_MS;
          else
            Object.assign(world.time, {
              isAway: each.store === "away",
              losesAnswers: each.store === "loses",
            });
          for (let turn = 0; turn < 3; turn += 1) {
            await tick();
            // A process that ended now would leave this.
            expect(await inStore(world)).toBeGreaterThanOrEqual(bill.total());
          }
        }
        Object.assign(world.time, { isAway: false, losesAnswers: false });
        await Promise.all(asking);
        while (underWay.length > 0) settle(0);
        await world.quiet();
        await world.quiet();
        expect(await inStore(world)).toBe(bill.total());
      },
    ),
    { numRuns: 25 },
  );
});

it.each([
  ["little, after a little", 10, LEAST_ROOM],
  ["little, after much without a pause", 3_000, MOST_ROOM],
])("is no more than that and %s, when a process ends", async (_, calls, room) => {
  const world = createSpendingWorld();
  const ends = world.instance();
  for (let call = 0; call < calls; call += 1) await world.call(ends, request(0.01));
  const booked = calls * 10_000;
  expect(await inStore(world)).toBeGreaterThanOrEqual(booked);
  expect(await inStore(world)).toBeLessThanOrEqual(booked + room);
  await world.quiet();
  expect(await inStore(world)).toBe(booked);
  // Once it was quiet, the room is small again.
  await world.call(ends, request(0.01));
  expect(await inStore(world)).toBeLessThanOrEqual(booked + 10_000 + LEAST_ROOM);
});

it("goes on behind a write whose answer was lost", async () => {
  const world = createSpendingWorld();
  const instance = world.instance();
  await world.call(instance, request(0.01));
  await world.quiet();
  world.time.losesAnswers = true;
  await world.call(instance, request(0.02));
  world.time.losesAnswers = false;
  await world.call(instance, request(0.03));
  await world.quiet();
  expect(await inStore(world)).toBe(60_000);
});
