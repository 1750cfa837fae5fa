/** Posts of the hour that are counted together: all of them or none, once, and given back where they were not used. */
import { setImmediate as tick } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import { createHourlyLimits } from "../../../src/limits/hourly-limits.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const createWorld = () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const clock = () => time.now;
  const store = createMemoryStore({ clock });
  const instance = (on: Store = store) => {
    const limits = createHourlyLimits({
      store: on,
      clock,
      sleep: () => tick(),
      limits: DOCUMENTED_LIMITS,
    });
    return {
      take: () => limits.take("c", "post"),
      remaining: async () => limits.peek("c", "post")?.remaining,
      reserve: (count: number, at = clock(), isRepeat = false) =>
        limits.reserve("c", "post", { count, at, isRepeat }),
      giveBack: (count: number, at: number) => limits.giveBack("c", "post", { count, at }),
    };
  };
  return { time, store, instance };
};

describe("posts that are counted together", () => {
  it("count at once, and the one that is too many waits for the oldest of them", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    const { state, at } = await limits.reserve(12);
    expect([state, at]).toEqual([{ limit: 12, remaining: 0, resetSeconds: 3600 }, time.now]);
    await expect(limits.take()).rejects.toMatchObject({ code: "HourlyLimitReached" });
    time.now += HOUR_MS;
    expect((await limits.take())?.remaining).toBe(11);
  });

  it("are none where not all fit, and are told when all will", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    for (let post = 0; post < 5; post += 1) {
      await limits.take();
      time.now += MINUTE_MS;
    }
    // Ten fit once three of the five are an hour old.
    await expect(limits.reserve(10)).rejects.toMatchObject({
      code: "HourlyLimitReached",
      message:
        "This takes 10 posts at once, and of the 12 an hour 7 are left to this connection, so none was made. Try again after 3420 seconds.",
      options: { retryAfterSeconds: 57 * 60 },
    });
    expect(await limits.remaining()).toBe(7);
    time.now += 57 * MINUTE_MS - 1;
    await expect(limits.reserve(10)).rejects.toMatchObject({ code: "HourlyLimitReached" });
    time.now += 1;
    expect((await limits.reserve(10)).state.remaining).toBe(0);
  });

  it("are refused for good where the limit never has room for so many", async () => {
    const { instance } = createWorld();
    await expect(instance().reserve(13)).rejects.toMatchObject({
      code: "InvalidParameter",
      message: expect.stringContaining("set POSTS_PER_HOUR"),
    });
  });

  it("are counted once, whichever instance repeats it and however often", async () => {
    const { time, instance } = createWorld();
    const { at } = await instance().reserve(10);
    time.now += MINUTE_MS;
    const repeats = await Promise.all([
      instance().reserve(10, at, true),
      instance().reserve(10, at, true),
    ]);
    expect(repeats.map(({ state, at }) => [state.remaining, at])).toEqual([
      [2, at],
      [2, at],
    ]);
  });

  it("are counted by the repeat of one who died before it", async () => {
    const { time, instance } = createWorld();
    const at = time.now;
    time.now += MINUTE_MS;
    const limits = instance();
    await limits.reserve(2);
    const repeated = await limits.reserve(10, at, true);
    expect([repeated.state.remaining, repeated.at]).toEqual([0, time.now]);
  });

  it("are noted not before what was counted last, by which they are found again", async () => {
    const { time, instance } = createWorld();
    await instance().take();
    const last = time.now;
    time.now -= MINUTE_MS;
    const { at } = await instance().reserve(10);
    expect(at).toBe(last);
    expect((await instance().reserve(10, at, true)).state.remaining).toBe(1);
  });
});

describe("posts that were not used", () => {
  it("come back, so many and no more", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    await limits.take();
    time.now += MINUTE_MS;
    const { at } = await limits.reserve(10);
    expect((await limits.giveBack(4, at)).state.remaining).toBe(5);
    expect((await limits.giveBack(100, at)).state.remaining).toBe(11);
    expect((await limits.giveBack(1, at)).state.remaining).toBe(11);
  });

  it("leave no row where they were all", async () => {
    const { store, instance } = createWorld();
    const limits = instance();
    const { at } = await limits.reserve(3);
    await limits.giveBack(3, at);
    expect(await store.list("hour-post")).toEqual([]);
    expect((await limits.reserve(12)).state.remaining).toBe(0);
  });

  it("come back from another instance, of a row that somebody has changed since", async () => {
    const { time, instance } = createWorld();
    const [one, other] = [instance(), instance()];
    const { at } = await one.reserve(10);
    time.now += MINUTE_MS;
    await other.take();
    expect((await one.giveBack(10, at)).state.remaining).toBe(11);
    expect((await other.take())?.remaining).toBe(10);
  });
});

describe("while the store is away", () => {
  const away = async () => {
    throw new StoreUnavailableError();
  };

  it("nothing is counted, and the caller hears that nothing is posted", async () => {
    const { store, instance } = createWorld();
    await expect(instance({ ...store, read: away }).reserve(2)).rejects.toMatchObject({
      code: "StateUnavailable",
      message: expect.stringContaining("it posts nothing"),
    });
    await expect(instance({ ...store, create: away }).reserve(2)).rejects.toMatchObject({
      code: "StateUnavailable",
    });
    expect((await instance().reserve(2)).state.remaining).toBe(10);
  });

  it("nothing is given back, and whoever wanted to hears it", async () => {
    const { store, instance } = createWorld();
    const { at } = await instance().reserve(2);
    const limits = instance({ ...store, read: away });
    await expect(limits.giveBack(2, at)).rejects.toThrow(StoreUnavailableError);
    expect((await instance().giveBack(2, at)).state.remaining).toBe(12);
  });

  it("a bug of the store stays one", async () => {
    const { store, instance } = createWorld();
    const broken = async () => {
      throw new TypeError("bug");
    };
    await expect(instance({ ...store, read: broken }).reserve(2)).rejects.toThrow("bug");
  });
});
