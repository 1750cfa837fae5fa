/** What is booked without a budget, what may be refused, and what a sign-in costs. */
import { describe, expect, it } from "vitest";
import { createSpendingWorld, dollars, posts, request, SPENDER } from "./world.ts";

const { app, connection } = SPENDER;
const USER_READ = 0.01;

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a sign-in", () => {
  const signedIn = async (...users: (string | undefined)[]) => {
    const world = createSpendingWorld({ day: dollars(1) });
    const spending = world.instance();
    for (const user of users) spending.bookSignIn(app, user);
    await world.quiet();
    const [bound] = await spending.bounds(app, "");
    return { spent: await spending.spentThisMonth(app), ofBudget: bound?.spent };
  };

  it("is booked of nobody's connection or flow, and counts for the budget", async () => {
    expect(await signedIn("1")).toEqual({
      spent: [
        {
          day: "2026-11-25",
          connection: "",
          flow: "",
          operation: "SignIn",
          calls: 1,
          microDollars: dollars(USER_READ),
        },
      ],
      ofBudget: dollars(USER_READ),
    });
  });

  it("of the same user costs nothing again on the day; one that nobody knows costs each time", async () => {
    const again = await signedIn("1", "1", "2");
    expect(again.spent).toMatchObject([{ calls: 3, microDollars: dollars(2 * USER_READ) }]);
    const unknown = await signedIn(undefined, undefined);
    expect(unknown.spent).toMatchObject([{ calls: 2, microDollars: dollars(2 * USER_READ) }]);
  });

  it("is booked where there is no budget, too", async () => {
    const world = createSpendingWorld();
    const spending = world.instance();
    spending.bookSignIn(app, "1");
    await world.quiet();
    expect(await world.total(spending)).toBe(dollars(USER_READ));
    expect(await spending.bounds(app, "")).toEqual([]);
  });
});

describe("whether a call may be refused", () => {
  it("is not known before anybody has looked, and then is as it was found", async () => {
    const world = createSpendingWorld();
    const spending = world.instance();
    expect(spending.isBounded(app, connection)).toBe(true);
    await world.call(spending, request(1));
    expect(spending.isBounded(app, connection)).toBe(false);
    world.time.now += 50_000 - 1;
    expect(spending.isBounded(app, connection)).toBe(false);
    world.time.now += 1;
    expect(spending.isBounded(app, connection)).toBe(true);
  });

  it.each([{ day: dollars(1) }, { month: dollars(1) }])(
    "is certain where the app has a budget: %j",
    async (limits) => {
      const world = createSpendingWorld(limits);
      const spending = world.instance();
      await world.call(spending, request(0.5));
      expect(spending.isBounded(app, connection)).toBe(true);
    },
  );
});

describe("a connection's own limit", () => {
  it("is told as it was set, and is gone when it is set to nothing", async () => {
    const world = createSpendingWorld();
    const spending = world.instance();
    expect(await spending.limitOf(app, connection)).toBeUndefined();
    const from = world.time.now + 60_000;
    const set = await spending.setLimit(app, connection, { day: dollars(2) });
    expect(set).toEqual({ day: dollars(2), from });
    expect(await world.instance().limitOf(app, connection)).toEqual(set);
    expect(await spending.setLimit(app, connection, {})).toBeUndefined();
    expect(await world.instance().limitOf(app, connection)).toBeUndefined();
  });

  it("holds a minute after it was set, with what was spent before", async () => {
    const world = createSpendingWorld();
    const spending = world.instance();
    await world.call(spending, request(3));
    await world.call(spending, request(9), undefined, { connection: "other" });
    await world.quiet();
    await spending.setLimit(app, connection, { day: dollars(4) });
    expect(await world.call(spending, request(0.5))).toBe(dollars(0.5));
    await world.quiet();
    world.time.now += 60_000;
    expect(await world.call(spending, request(1))).toBe("BudgetReached");
    expect(await world.call(spending, request(0.5))).toBe(dollars(0.5));
    expect(await world.call(spending, request(1), undefined, { connection: "other" })).toBe(
      dollars(1),
    );
  });
});

describe("while the store is away", () => {
  const away = async (
    limits: Parameters<typeof createSpendingWorld>[0],
    readsWithoutStore: boolean,
    limitClass: "post" | "other",
  ) => {
    const world = createSpendingWorld(limits);
    const spending = world.instance(readsWithoutStore);
    world.time.isAway = true;
    return world.call(spending, request(1), undefined, { limitClass });
  };

  it.each([
    ["a read without a budget is made", {}, false, "other", dollars(1)],
    ["a post is not", {}, true, "post", "StateUnavailable"],
    [
      "a read within a day's budget is not",
      { day: dollars(9) },
      false,
      "other",
      "StateUnavailable",
    ],
    ["nor within a month's", { month: dollars(9) }, false, "other", "StateUnavailable"],
    ["unless an admin has allowed it", { month: dollars(9) }, true, "other", dollars(1)],
  ] as const)("%s", async (_, limits, readsWithoutStore, limitClass, outcome) => {
    expect(await away(limits, readsWithoutStore, limitClass)).toBe(outcome);
  });

  it("what costs nothing is not even asked for", async () => {
    const world = createSpendingWorld({ day: dollars(1) });
    world.time.isAway = true;
    const free = await world.instance().reserve(SPENDER, [posts()]);
    expect(free.settle(posts(), 1)).toBe(0);
    const paid = [posts(), request(1)];
    await expect(world.instance().reserve(SPENDER, paid)).rejects.toMatchObject({
      code: "StateUnavailable",
    });
  });
});
