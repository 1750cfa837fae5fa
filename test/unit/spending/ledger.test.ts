import { describe, expect, it } from "vitest";
import type { XCall } from "../../../src/x/billing.ts";
import { createSpendingWorld, dollars, posts, request, SPENDER } from "./world.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

describe("the ledger", () => {
  it("has what was spent by connection, flow, operation and day, whichever instance booked it", async () => {
    const { time, instance, call, quiet } = createSpendingWorld();
    const [first, second] = [instance(), instance()];
    await call(first, request(0.015));
    await call(second, request(0.2), [request(0.2)], { operation: "Tweet", flow: "" });
    time.now += DAY_MS;
    await call(second, request(0.015));
    await call(second, request(0.01), [request(0.01)], { connection: "connection-2" });
    await quiet();
    const { limitClass: _, app, ...purpose } = SPENDER;
    const spent = await first.spentThisMonth(app);
    expect(spent.toSorted((a, b) => a.microDollars - b.microDollars)).toEqual([
      { ...purpose, day: "2026-11-26", calls: 1, microDollars: 10_000, connection: "connection-2" },
      { ...purpose, day: "2026-11-25", calls: 1, microDollars: 15_000 },
      { ...purpose, day: "2026-11-26", calls: 1, microDollars: 15_000 },
      {
        ...purpose,
        day: "2026-11-25",
        calls: 1,
        microDollars: 200_000,
        operation: "Tweet",
        flow: "",
      },
    ]);
    expect(await first.apps()).toEqual([app]);
  });

  it("has what was read twice within a UTC day once, though two instances read it", async () => {
    const { time, instance, call, total, quiet } = createSpendingWorld();
    const [first, second] = [instance(), instance()];
    expect(await call(first, posts("1", "2"))).toBe(10_000);
    expect(await call(first, posts("2", "3"))).toBe(5_000);
    expect(await call(second, posts("1", "2", "3", "4"))).toBe(20_000);
    await quiet();
    expect(await total(second)).toBe(20_000);
    time.now += DAY_MS;
    expect(await call(first, posts("1", "2"))).toBe(10_000);
    await quiet();
    expect(await total(second)).toBe(30_000);
  });

  // Reported: what an owner has read as their own was booked again where a search found it.
  it("has what was read at two prices once: at that of the first, or the dearer one where two instances read it", async () => {
    const { instance, call, total, quiet } = createSpendingWorld();
    const [first, second] = [instance(), instance()];
    const own = (...ids: string[]): XCall => ({
      request: 0,
      reads: [{ price: "ownPostRead", ids, unnamed: 0 }],
    });
    const user: XCall = { request: 0, reads: [{ price: "userRead", ids: ["1"], unnamed: 0 }] };
    expect(await call(first, own("1", "2"))).toBe(2_000);
    expect(await call(first, posts("1"))).toBe(0);
    expect(await call(first, user)).toBe(10_000);
    expect(await call(second, posts("2", "3"))).toBe(10_000);
    expect(await call(second, own("3"))).toBe(0);
    await quiet();
    expect(await total(first)).toBe(1_000 + 5_000 + 5_000 + 10_000);
  });

  it("takes nothing for a repeat that is read as a day begins or ends: X's may do so earlier or later", async () => {
    const { time, instance, call, total, quiet } = createSpendingWorld();
    const one = instance();
    expect(await call(one, posts("1"))).toBe(5_000);
    time.now = Date.parse("2026-11-25T23:59:30Z");
    expect(await call(one, posts("1"))).toBe(5_000);
    time.now = Date.parse("2026-11-26T00:00:30Z");
    expect(await call(one, posts("1"))).toBe(5_000);
    time.now += 5 * 60 * 1000;
    expect(await call(one, posts("1"))).toBe(5_000);
    expect(await call(one, posts("1"))).toBe(0);
    await quiet();
    expect(await total(one)).toBe(20_000);
    const spent = await one.spentThisMonth(SPENDER.app);
    expect(spent.map(({ day, calls }) => [day, calls])).toEqual([
      ["2026-11-25", 2],
      ["2026-11-26", 3],
    ]);
  });

  it("has what a call can come to while it is under way, and keeps that of a process that ends", async () => {
    const { instance, call, total, quiet } = createSpendingWorld();
    const [ends, stays] = [instance(), instance()];
    await ends.reserve(SPENDER, [request(0.2)]);
    await call(stays, request(0.015));
    await quiet();
    expect(await total(stays)).toBe(215_000);
    expect(await stays.spentThisMonth(SPENDER.app)).toContainEqual(
      expect.objectContaining({ operation: "unsettled", microDollars: 200_000 }),
    );
  });

  it("goes to the store for one call in many, and shares trips among calls at once", async () => {
    const { time, instance, call, quiet } = createSpendingWorld();
    const one = instance();
    await call(one, request(0.01));
    await quiet();
    time.trips = 0;
    for (let count = 0; count < 100; count += 1) await call(one, request(0.01));
    await quiet();
    expect(time.trips).toBeLessThanOrEqual(5);
    time.trips = 0;
    await Promise.all(Array.from({ length: 100 }, () => call(one, request(0.5))));
    await quiet();
    expect(time.trips).toBeLessThanOrEqual(5);
  });

  it("asks the store nothing for what costs nothing", async () => {
    const { time, instance, call } = createSpendingWorld();
    expect(await call(instance(), request(0))).toBe(0);
    expect(time.trips).toBe(0);
  });

  it("goes on to another row when one is full, and adds them up", async () => {
    const { instance, call, total, quiet, store } = createSpendingWorld();
    const one = instance();
    for (let page = 0; page < 12; page += 1) {
      await call(one, posts(...Array.from({ length: 100 }, (_, index) => `${page}-${index}`)));
    }
    await quiet();
    expect(await total(one)).toBe(1_200 * 5_000);
    const rows = await store.list("spending-app-1-2026-11");
    expect(rows.length).toBeGreaterThan(1);
    for (const { value } of rows) expect(value.length).toBeLessThan(10_000);
  });

  it("is filled by nobody who makes up flows", async () => {
    const { instance, call, total, quiet, store } = createSpendingWorld();
    const one = instance();
    for (let flow = 0; flow < 500; flow += 1) {
      await call(one, request(0.01), [request(0.01)], { flow: `made-up-${flow}` });
    }
    await call(one, request(0.01), [request(0.01)], { flow: "made-up-0" });
    await quiet();
    expect(await total(one)).toBe(dollars(5.01));
    const { limitClass: _, app, ...purpose } = SPENDER;
    const spent = await one.spentThisMonth(app);
    const ofDay = { ...purpose, day: "2026-11-25" };
    expect(spent).toContainEqual({
      ...ofDay,
      flow: "made-up-0",
      calls: 2,
      microDollars: 20_000,
    });
    expect(spent).toContainEqual({
      ...ofDay,
      flow: "",
      connection: "",
      calls: 300,
      microDollars: dollars(3),
    });
    const [row] = await store.list("spending-app-1-2026-11");
    expect(JSON.parse(row?.value ?? "{}").entries.length).toBeLessThanOrEqual(201);
  });

  it("has all that was booked when it is asked for, though a day has turned since", async () => {
    const { time, instance, call, total } = createSpendingWorld();
    const one = instance();
    time.now = Date.parse("2026-11-25T23:59:50Z");
    await call(one, request(0.01), [request(0.9)]);
    time.now += 60_000;
    await call(one, request(0.01), [request(0.5)]);
    expect(await total(one)).toBe(20_000);
  });

  it("is kept 13 months, and purged then", async () => {
    const { time, instance, call, total, quiet, store } = createSpendingWorld();
    const one = instance();
    await call(one, request(0.01));
    await quiet();
    time.now = Date.parse("2027-12-31T23:59:00Z");
    await store.purgeExpired(100);
    expect(await store.list("spending-app-1-2026-11")).toHaveLength(1);
    time.now = Date.parse("2028-01-01T00:00:00Z");
    expect(await store.purgeExpired(100)).toBe(2);
    expect(await total(one)).toBe(0);
  });

  it("is made anew where somebody has removed its row", async () => {
    const { instance, call, total, quiet, store } = createSpendingWorld();
    const one = instance();
    await call(one, request(0.01));
    await quiet();
    const partition = "spending-app-1-2026-11";
    for (const { row, etag } of await store.list(partition))
      await store.delete({ partition, row }, etag);
    await call(one, request(0.02));
    await quiet();
    expect(await total(one)).toBe(30_000);
  });
});

describe("while the store is away", () => {
  it("posts are refused; reads are let through and booked when it is back", async () => {
    const { time, instance, call, total, quiet, logs } = createSpendingWorld();
    const one = instance();
    await call(one, request(0.01));
    await quiet();
    time.isAway = true;
    const post = { limitClass: "post", operation: "Tweet" } as const;
    expect(await call(one, request(0.015), [request(0.015)], post)).toBe("StateUnavailable");
    expect(await call(one, posts("1", "2"))).toBe(10_000);
    await quiet();
    expect(logs).toEqual([
      { level: "warn", operation: "writeLedger", cause: "StoreUnavailableError: Away." },
    ]);
    time.isAway = false;
    await quiet();
    expect(await total(one)).toBe(20_000);
  });
});
