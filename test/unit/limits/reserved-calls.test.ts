/** Calls that are counted together before the first is made, and given back where they were not. */
import { expect, it } from "vitest";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { createWorld, HOUR_MS, MINUTE_MS } from "./world.ts";

const createReservingWorld = () => {
  const { time, store, instance } = createWorld();
  const limits = instance();
  const reserve = (count: number, at = time.now, isRepeat = false) =>
    limits.reserve("c", "post", { count, at, isRepeat });
  const remaining = () => limits.peek("c", "post")?.remaining;
  return { time, store, instance, limits, reserve, remaining };
};

// All of it reported by `npm run mutation`: no test noticed when it broke.
it("calls are counted together, all or none", async () => {
  const { time, reserve, remaining } = createReservingWorld();
  expect(await reserve(10)).toEqual({
    state: { limit: 12, remaining: 2, resetSeconds: 3600 },
    at: time.now,
  });
  await expect(reserve(3)).rejects.toMatchObject({ code: "HourlyLimitReached" });
  expect(remaining()).toBe(2);
  expect((await reserve(2)).state.remaining).toBe(0);
});

it("calls that do not fit are told when as many as they need no longer count", async () => {
  const { time, limits, reserve } = createReservingWorld();
  for (let minute = 0; minute < 10; minute += 1) {
    await limits.take("c", "post");
    time.now += MINUTE_MS;
  }
  // Two are left, so the third oldest has to go: it was made at the third minute, and this is the tenth.
  const error = await reserve(5).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "HourlyLimitReached",
    message:
      "This takes 5 posts at once, and of the 12 an hour 2 are left to this connection, so none was made. Try again after 3120 seconds.",
    options: { retryAfterSeconds: 52 * 60 },
  });
  time.now += 52 * MINUTE_MS - 1;
  await expect(reserve(5)).rejects.toMatchObject({ options: { retryAfterSeconds: 1 } });
  time.now += 1;
  expect((await reserve(5)).state.remaining).toBe(0);
});

it("more calls than an hour has are refused for good, as many are not", async () => {
  const { reserve, remaining } = createReservingWorld();
  await expect(reserve(13)).rejects.toMatchObject({ code: "InvalidParameter" });
  expect(remaining()).toBeUndefined();
  expect((await reserve(12)).state.remaining).toBe(0);
});

it("calls are noted by a later time where the last one was later, and that is told", async () => {
  const { time, store, instance, limits } = createReservingWorld();
  await limits.take("c", "post");
  const late = time.now;
  time.now -= MINUTE_MS;
  const wanted = { count: 1, at: time.now, isRepeat: false };
  expect((await instance(store).reserve("c", "post", wanted)).at).toBe(late);
});

it("calls are noted by the time that their owner gave, though his clock is fast, and others follow", async () => {
  const { time, limits, reserve } = createReservingWorld();
  const at = time.now + 5_000;
  expect((await reserve(1, at)).at).toBe(at);
  await limits.take("c", "post");
  time.now += MINUTE_MS;
  expect((await reserve(1)).at).toBe(time.now);
});

it("a repeat is told by what its calls are noted, whatever was counted since", async () => {
  const { time, limits, reserve } = createReservingWorld();
  const { at } = await reserve(2);
  time.now += MINUTE_MS;
  await limits.take("c", "post");
  expect((await reserve(2, at, true)).at).toBe(at);
});

it("a repeat does not count again what is counted, and counts what is not", async () => {
  const { time, reserve, remaining } = createReservingWorld();
  const { at } = await reserve(3);
  time.now += MINUTE_MS;
  expect(await reserve(3, at, true)).toMatchObject({ state: { remaining: 9 }, at });
  expect((await reserve(4, at, true)).state.remaining).toBe(5);
  expect((await reserve(3, at, false)).state.remaining).toBe(2);
  expect((await reserve(1, time.now + 1, true)).state.remaining).toBe(1);
  expect(remaining()).toBe(1);
});

it("what is given back is free again, and nothing else is", async () => {
  const { time, limits, reserve, remaining } = createReservingWorld();
  await limits.take("c", "post");
  time.now += MINUTE_MS;
  const { at } = await reserve(4);
  time.now += MINUTE_MS;
  await limits.take("c", "post");
  expect(remaining()).toBe(6);
  expect((await limits.giveBack("c", "post", { count: 3, at })).state.remaining).toBe(9);
  expect((await limits.giveBack("c", "post", { count: 3, at })).state.remaining).toBe(10);
  expect((await limits.giveBack("c", "post", { count: 3, at })).state.remaining).toBe(10);
  // The first call is two minutes old, the last was made now.
  time.now += HOUR_MS - 2 * MINUTE_MS;
  expect(remaining()).toBe(11);
});

it("a row of which all is given back is gone, and is counted on from", async () => {
  const { time, store, limits, reserve } = createReservingWorld();
  const { at } = await reserve(2);
  expect((await limits.giveBack("c", "post", { count: 2, at })).state.remaining).toBe(12);
  expect(await store.list("hour-post")).toEqual([]);
  time.now += MINUTE_MS;
  expect((await reserve(1)).state.remaining).toBe(11);
  expect(await store.list("hour-post")).toHaveLength(1);
});

it("a row that another instance has changed keeps its calls when the rest is given back", async () => {
  const { instance, limits, reserve } = createReservingWorld();
  const { at } = await reserve(2);
  const other = instance();
  const theirs = await other.reserve("c", "post", { count: 1, at: at + 1, isRepeat: false });
  expect(theirs.state.remaining).toBe(9);
  expect((await limits.giveBack("c", "post", { count: 2, at })).state.remaining).toBe(12 - 1);
});

it("nothing is written where nothing is given back", async () => {
  const { time, store, instance } = createReservingWorld();
  const writes: string[] = [];
  const counting = <Name extends "create" | "replace" | "delete">(name: Name): Pick<Store, Name> =>
    ({
      [name]: (...given: Parameters<Store[Name]>) => {
        writes.push(name);
        return Reflect.apply(store[name], store, given);
      },
    }) as Pick<Store, Name>;
  const limits = instance({
    ...store,
    ...counting("create"),
    ...counting("replace"),
    ...counting("delete"),
  });
  const giveBack = () => limits.giveBack("c", "post", { count: 1, at: time.now + 1 });
  expect((await giveBack()).state.remaining).toBe(12);
  await limits.take("c", "post");
  expect((await giveBack()).state.remaining).toBe(11);
  expect(writes).toEqual(["create"]);
});

it("posts are refused while the store is away, and what it breaks otherwise is handed on", async () => {
  const { time, store, instance } = createReservingWorld();
  const wanted = { count: 2, at: time.now, isRepeat: false };
  const failing = (error: Error) =>
    instance({
      ...store,
      read: async () => {
        throw error;
      },
    });
  const away = failing(new StoreUnavailableError());
  await expect(away.reserve("c", "post", wanted)).rejects.toMatchObject({
    code: "StateUnavailable",
    message: expect.stringContaining("cannot count posts right now"),
  });
  await expect(away.giveBack("c", "post", wanted)).rejects.toThrow(StoreUnavailableError);
  const broken = failing(new RangeError("bug"));
  await expect(broken.reserve("c", "post", wanted)).rejects.toThrow(RangeError);
});
