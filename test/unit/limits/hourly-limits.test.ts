import { setImmediate as tick } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { callsPerHour, DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import { createHourlyLimits } from "../../../src/limits/hourly-limits.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { createWorld, HOUR_MS, MINUTE_MS } from "./world.ts";

const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "through",
    (error: { code?: string }) => error.code ?? "failed",
  );
const count = (outcomes: readonly string[], what: string) =>
  outcomes.filter((each) => each === what).length;

describe("the hourly limits", () => {
  it("are those that an admin has set", async () => {
    const limits = createWorld({ postsPerHour: 2, otherCallsPerHour: 1 }).instance();
    expect((await limits.take("c", "post"))?.limit).toBe(2);
    expect((await limits.take("c", "other"))?.remaining).toBe(0);
    expect(await outcome(limits.take("c", "other"))).toBe("HourlyLimitReached");
  });

  it("stay exact where two instances take turns", async () => {
    const { instance } = createWorld();
    const instances = [instance(), instance()] as const;
    for (let post = 1; post <= 12; post += 1) {
      const limits = instances[post % 2 === 0 ? 0 : 1];
      expect((await limits.take("c", "post"))?.remaining).toBe(12 - post);
    }
    for (const limits of instances) {
      expect(await outcome(limits.take("c", "post"))).toBe("HourlyLimitReached");
    }
  });

  it("let 12 posts through and refuse the thirteenth until the first is an hour old", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    for (let post = 1; post <= 12; post += 1) {
      expect((await limits.take("c", "post"))?.remaining).toBe(12 - post);
      time.now += MINUTE_MS;
    }
    await expect(limits.take("c", "post")).rejects.toMatchObject({
      code: "HourlyLimitReached",
      status: 429,
      message:
        "This connection has made its 12 posts of the last hour. Try again after 2880 seconds, or make fewer calls.",
      options: { retryAfterSeconds: 48 * 60 },
    });
    time.now += 48 * MINUTE_MS - 1;
    expect(await outcome(limits.take("c", "post"))).toBe("HourlyLimitReached");
    time.now += 1;
    expect(await outcome(limits.take("c", "post"))).toBe("through");
  });

  it("do not let twice the limit through across the turn of an hour", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    time.now += 59 * MINUTE_MS;
    for (let post = 0; post < 12; post += 1) await limits.take("c", "post");
    time.now += 2 * MINUTE_MS;
    expect(await outcome(limits.take("c", "post"))).toBe("HourlyLimitReached");
  });

  it("keep a whole hour where one instance's clock is ten minutes slow", async () => {
    const { time, store, instance } = createWorld();
    const slow = createHourlyLimits({
      store,
      clock: () => time.now - 10 * MINUTE_MS,
      sleep: () => tick(),
      limits: DOCUMENTED_LIMITS,
    });
    const limits = instance();
    for (let post = 0; post < 11; post += 1) await limits.take("c", "post");
    await slow.take("c", "post");
    time.now += 59 * MINUTE_MS;
    expect(await outcome(limits.take("c", "post"))).toBe("HourlyLimitReached");
    time.now += MINUTE_MS;
    expect(await outcome(limits.take("c", "post"))).toBe("through");
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it("note no call earlier than the one before it, where a clock is slow", async () => {
    const { time, store, instance } = createWorld();
    const limits = instance();
    for (let post = 0; post < 3; post += 1) {
      await limits.take("c", "post");
      time.now += 5 * MINUTE_MS;
    }
    const slow = createHourlyLimits({
      store,
      clock: () => time.now - 15 * MINUTE_MS,
      sleep: () => tick(),
      limits: DOCUMENTED_LIMITS,
    });
    await slow.take("c", "post");
    time.now += 50 * MINUTE_MS;
    // The third and the slow one are 55 minutes old, and this is the next.
    expect((await instance().take("c", "post"))?.remaining).toBe(9);
  });

  it("count classes and connections apart", async () => {
    const { instance } = createWorld();
    const limits = instance();
    for (let post = 0; post < 12; post += 1) await limits.take("c", "post");
    expect((await limits.take("c", "other"))?.remaining).toBe(599);
    expect((await limits.take("d", "post"))?.remaining).toBe(11);
  });

  it.each(["post", "other"] as const)(
    "are exact for 1,000 calls at once over four instances: %s",
    async (limitClass) => {
      const { instance } = createWorld();
      const instances = [instance(), instance(), instance(), instance()];
      const outcomes = await Promise.all(
        Array.from({ length: 1000 }, (_, index) =>
          outcome(instances[index % 4]?.take("c", limitClass) ?? Promise.reject(new Error())),
        ),
      );
      expect(count(outcomes, "through")).toBe(callsPerHour(DOCUMENTED_LIMITS, limitClass));
      expect(count(outcomes, "HourlyLimitReached")).toBe(
        1000 - callsPerHour(DOCUMENTED_LIMITS, limitClass),
      );
    },
  );

  it("never let more through in any hour of three, minute by minute", async () => {
    const { time, instance } = createWorld();
    const limits = instance();
    const admitted: number[] = [];
    for (let minute = 0; minute < 180; minute += 1) {
      for (let call = 0; call < (minute * 7) % 5; call += 1) {
        if ((await outcome(limits.take("c", "post"))) === "through") admitted.push(time.now);
      }
      time.now += MINUTE_MS;
    }
    for (const end of admitted) {
      const inHour = admitted.filter((at) => at <= end && at > end - HOUR_MS);
      expect(inHour.length).toBeLessThanOrEqual(12);
    }
    expect(admitted.length).toBeGreaterThanOrEqual(36);
  });

  it("tell where a connection stands, as far as they know, without counting and without the store", async () => {
    const { time, store, instance } = createWorld();
    let reads = 0;
    const limits = instance({
      ...store,
      read: (key) => {
        reads += 1;
        return store.read(key);
      },
    });
    await limits.take("c", "post");
    reads = 0;
    const state = { limit: 12, remaining: 11, resetSeconds: 3600 };
    expect(limits.peek("c", "post")).toEqual(state);
    expect(limits.peek("c", "post")).toEqual(state);
    expect(limits.peek("c", "other")).toBeUndefined();
    time.now += HOUR_MS;
    expect(limits.peek("c", "post")).toEqual({ limit: 12, remaining: 12, resetSeconds: 0 });
    for (let call = 0; call < 12; call += 1) await limits.take("c", "post");
    reads = 0;
    await expect(limits.take("c", "post")).rejects.toMatchObject({ code: "HourlyLimitReached" });
    expect(limits.peek("c", "post")).toMatchObject({ remaining: 0 });
    expect(reads).toBe(0);
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it("speak of calls where it was no post", async () => {
    const { instance } = createWorld();
    const limits = instance();
    await Promise.all(Array.from({ length: 600 }, () => limits.take("c", "other")));
    await expect(limits.take("c", "other")).rejects.toThrow("has made its 600 calls of");
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it("tell each of the calls that share a write where it stands", async () => {
    const { store, instance } = createWorld();
    const writes: string[] = [];
    const limits = instance({
      ...store,
      create: (...given) => {
        writes.push("create");
        return store.create(...given);
      },
      replace: (...given) => {
        writes.push("replace");
        return store.replace(...given);
      },
    });
    const take = () => limits.take("c", "post");
    const states = await Promise.all(Array.from({ length: 12 }, take));
    expect(states.map((state) => state?.remaining)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    // The first was already on its way when the others came.
    expect(writes).toEqual(["create", "replace"]);
    expect(await outcome(take())).toBe("HourlyLimitReached");
    expect(writes).toHaveLength(2);
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it("wait up to 25 ms before they try again where another instance was faster", async () => {
    const { time, store, instance } = createWorld();
    const slept: number[] = [];
    const limits = createHourlyLimits({
      store,
      clock: () => time.now,
      sleep: async (ms) => void slept.push(ms),
      limits: DOCUMENTED_LIMITS,
    });
    await limits.take("c", "post");
    await instance().take("c", "post");
    using _random = vi.spyOn(Math, "random").mockReturnValue(0.5);
    expect((await limits.take("c", "post"))?.remaining).toBe(9);
    expect(slept).toEqual([12.5]);
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it("keep 2,000 connections in mind, and read the row of one that came longest ago", async () => {
    const { instance } = createWorld();
    const limits = instance();
    for (let index = 0; index <= 2_000; index += 1) await limits.take(`c${index}`, "other");
    expect(limits.peek("c0", "other")).toBeUndefined();
    expect(limits.peek("c1", "other")).toMatchObject({ remaining: 599 });
    expect((await limits.take("c0", "other"))?.remaining).toBe(598);
  });

  // Reported by `npm run mutation`: no test noticed when this broke.
  it.each(["", "-1", " 1", "1  2", "12!"])(
    "set a row aside that holds no times, and count anew: %j",
    async (value) => {
      const logged: object[] = [];
      const clock = () => Date.parse("2026-11-23T12:00:00Z");
      const store = createMemoryStore({ clock, log: (_, record) => void logged.push(record) });
      const expiresAt = clock() + HOUR_MS;
      await store.create({ partition: "hour-post", row: "c" }, value, { expiresAt });
      const limits = createHourlyLimits({
        store,
        clock,
        sleep: () => tick(),
        limits: DOCUMENTED_LIMITS,
      });
      expect((await limits.take("c", "post"))?.remaining).toBe(11);
      expect(logged).toEqual([expect.objectContaining({ operation: "setAside" })]);
    },
  );

  it("refuse posts and let reads through while the store is away", async () => {
    const { store, instance } = createWorld();
    const away = async () => {
      throw new StoreUnavailableError();
    };
    const limits = instance({ ...store, read: away });
    await expect(limits.take("c", "post")).rejects.toMatchObject({
      code: "StateUnavailable",
      status: 503,
      message:
        "The connector cannot count posts right now, so it posts nothing. Try again in a moment.",
      options: { retryAfterSeconds: 10 },
    });
    expect(await limits.take("c", "other")).toBeUndefined();
    expect(limits.peek("c", "other")).toBeUndefined();
  });

  it("hand on what is a bug of the store", async () => {
    const { store, instance } = createWorld();
    const broken = async () => {
      throw new TypeError("bug");
    };
    const limits = instance({ ...store, read: broken });
    await expect(limits.take("c", "other")).rejects.toThrow("bug");
  });

  it("keep a full hour in a short row, with one trip to the store a call", async () => {
    const { time, store, instance } = createWorld();
    let operations = 0;
    const counted: Store = {
      ...store,
      read: (key) => {
        operations += 1;
        return store.read(key);
      },
      replace: (...args) => {
        operations += 1;
        return store.replace(...args);
      },
    };
    const limits = instance(counted);
    for (let call = 0; call < 600; call += 1) {
      await limits.take("c", "other");
      time.now += 5000;
    }
    // The first call of an instance reads the row, and finds none, before it makes one.
    expect(operations).toBe(600);
    const [row] = await store.list("hour-other");
    expect(row?.value.length).toBeLessThan(4000);
  });
});
