/** What budgets write into the store, and when: what no test noticed as `npm run mutation` reported. */
import { expect, it } from "vitest";
import { createSpendingWorld, dollars, request, SPENDER } from "./world.ts";

const MINUTE_MS = 60 * 1000;
const APP = SPENDER.app;

type World = ReturnType<typeof createSpendingWorld>;

const rowOf = async ({ store }: World) =>
  JSON.parse((await store.list("budget"))[0]?.value ?? "{}") as {
    readonly pots: Readonly<Record<string, unknown>>;
    readonly claims: Readonly<Record<string, unknown>>;
  };

it("an instance leaves nothing of itself in the row once its calls have ended", async () => {
  const world = createSpendingWorld({ day: dollars(1) });
  const one = world.instance();
  const hold = await one.reserve(SPENDER, [request(0.5)]);
  expect(Object.keys((await rowOf(world)).claims)).toHaveLength(1);
  hold.settle(request(0.2), 1);
  await world.quiet();
  const { pots, claims } = await rowOf(world);
  expect(claims).toEqual({});
  expect(Object.keys(pots)).toEqual(["app"]);
});

it("a call that is refused looks at the row as it is, and writes nothing", async () => {
  const world = createSpendingWorld({ day: dollars(1) });
  const { instance, call } = world;
  const [knows, comes] = [instance(), instance()];
  await call(knows, request(0.9));
  await world.quiet();
  const before = await world.store.list("budget");
  world.time.trips = 0;
  expect(await call(knows, request(0.2))).toBe("BudgetReached");
  expect(world.time.trips).toBe(1);
  expect(await call(comes, request(0.2))).toBe("BudgetReached");
  expect(await world.store.list("budget")).toEqual(before);
});

it("what was spent is reported though the store is away when it is quiet", async () => {
  const world = createSpendingWorld({ day: dollars(1) });
  const { time, instance, call, quiet } = world;
  const [spends, asks] = [instance(), instance()];
  await call(asks, request(0.1));
  await call(spends, request(0.2));
  time.isAway = true;
  await quiet();
  time.isAway = false;
  await quiet();
  time.now += 4 * MINUTE_MS;
  expect((await asks.bounds(APP, "connection-1")).map(({ spent }) => spent)).toEqual([
    dollars(0.3),
  ]);
});

it("a sign-in counts against the app's budget, and is counted nowhere where there is none", async () => {
  const world = createSpendingWorld({ day: dollars(1) });
  const one = world.instance();
  one.bookSignIn(APP, "42");
  await world.quiet();
  expect((await one.bounds(APP, "connection-1")).map(({ spent }) => spent)).toEqual([10_000]);
  const free = createSpendingWorld();
  free.instance().bookSignIn(APP, "42");
  await free.quiet();
  expect(await free.store.list("budget")).toEqual([]);
});

it("a connection's limit holds from its minute on, and not before", async () => {
  const { time, instance, call } = createSpendingWorld();
  const one = instance();
  await call(one, request(0.5));
  await one.setLimit(APP, "connection-1", { month: dollars(0.4) });
  time.now += MINUTE_MS - 1;
  expect(await one.bounds(APP, "connection-1")).toEqual([]);
  expect(await call(one, request(0.1))).toBe(100_000);
  time.now += 1;
  expect(await call(one, request(0.1))).toBe("BudgetReached");
});

it("what was spent while a connection had no limit counts when it has one again", async () => {
  const { time, instance, call, quiet } = createSpendingWorld();
  const one = instance();
  const limit = () => one.setLimit(APP, "connection-1", { day: dollars(1) });
  await limit();
  time.now += MINUTE_MS;
  await call(one, request(0.2));
  await one.setLimit(APP, "connection-1", {});
  await call(one, request(0.3));
  await quiet();
  await limit();
  time.now += MINUTE_MS;
  expect((await one.bounds(APP, "connection-1")).map(({ spent }) => spent)).toEqual([dollars(0.5)]);
  expect(await call(one, request(0.6))).toBe("BudgetReached");
});

it("a warning is given where 80 % are used, and where something is that may not be", async () => {
  const warned = async (day: number) => {
    const { instance, logs, quiet } = createSpendingWorld({ day: dollars(day) });
    // A user that is read costs a cent.
    instance().bookSignIn(APP, "42");
    await quiet();
    return logs;
  };
  const warning = { level: "warn", operation: "budget", app: APP, budget: "app day" };
  expect(await warned(0.0125)).toEqual([{ ...warning, usedPercent: 80 }]);
  expect(await warned(0.012_501)).toEqual([]);
  expect(await warned(0)).toEqual([{ ...warning, usedPercent: 100 }]);
});
