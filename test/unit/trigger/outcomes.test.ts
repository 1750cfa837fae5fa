/** What a poll answers: when to come again, what waits, and what was wrong. */
import { describe, expect, it, vi } from "vitest";
import { DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import { ConnectorError } from "../../../src/connector/errors.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { encodePollState, pollStateSchema } from "../../../src/trigger/poll-state.ts";
import { createStoredStates } from "../../../src/trigger/stored-state.ts";
import { createTrigger } from "../../../src/trigger/trigger.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";
import { preparedSession } from "../../harness/x-session.ts";
import { createFakeSource, type Page } from "./fake-source.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const KEY = { version: "1", bytes: new Uint8Array(32) };

const createWorld = (limits: Partial<typeof DOCUMENTED_LIMITS> = {}) => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const clock = () => time.now;
  const store = createMemoryStore({ clock });
  const keys = { newest: async () => KEY, byVersion: async () => KEY };
  const sealer = createSealer(keys, clock);
  const logged: object[] = [];
  const slept: number[] = [];
  const trigger = createTrigger({
    sealer,
    store,
    clock,
    sleep: async (ms) => void slept.push(ms),
    log: (level, record) => logged.push({ level, ...record }),
    limits: { ...DOCUMENTED_LIMITS, ...limits },
  });
  const notices: string[] = [];
  const poll = async (state: string, pages: readonly (Page | Error)[] = []) => {
    notices.length = 0;
    const { source, asked } = createFakeSource(pages);
    const { x } = preparedSession(() => undefined);
    const request = { owner: "me", workflowId: "flow", source, state };
    const outcome = await trigger.poll(
      { ...x, callCount: () => asked.length },
      request,
      (message) => notices.push(message),
    );
    return { ...outcome, asked };
  };
  const at = (minutes: number): bigint => snowflakeAt(time.now + minutes * MINUTE_MS);
  return { time, store, sealer, logged, slept, notices, poll, at };
};

/** After the first poll, an hour later. */
const anHourLater = async (limits: Partial<typeof DOCUMENTED_LIMITS> = {}) => {
  const world = createWorld(limits);
  const { state } = await world.poll("");
  world.time.now += HOUR_MS;
  return { ...world, state };
};

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("a first poll", () => {
  it("asks for a window of one id an hour ago, ten posts of it, and comes again in an hour", async () => {
    const { poll, at, store, slept } = createWorld();
    const { asked, state, ...outcome } = await poll("");
    const start = at(-60);
    expect(asked).toEqual([
      { sinceId: String(start), untilId: String(start + 1n), maxResults: 10 },
    ]);
    expect(outcome).toEqual({
      tweets: [],
      retryAfterSeconds: 3600,
      waiting: 0,
      beyondReach: 0,
      skippedSeconds: 0,
      doubt: undefined,
    });
    expect(await store.list("trigger")).toHaveLength(1);
    // Without a state of its own it waits for the store.
    expect(slept).toEqual([]);
    expect(state).not.toBe("");
  });
});

describe("a poll that comes too soon", () => {
  it("is told the rest of the hour, with the state that it brought, and asks X nothing", async () => {
    const { time, poll } = createWorld();
    const { state } = await poll("");
    for (const [passed, left] of [
      [0, 3600],
      [1, 3600],
      [30 * MINUTE_MS, 1800],
      [HOUR_MS - 1, 1],
    ] as const) {
      time.now += passed;
      const soon = await poll(state);
      expect([soon.retryAfterSeconds, soon.state, soon.asked]).toEqual([left, state, []]);
      time.now -= passed;
    }
    time.now += HOUR_MS;
    expect((await poll(state)).asked).toHaveLength(1);
  });

  it("is told no more than an hour where the clock went back", async () => {
    const { time, poll } = createWorld();
    const { state } = await poll("");
    time.now -= 10 * MINUTE_MS;
    expect((await poll(state)).retryAfterSeconds).toBe(3600);
  });

  it("is given a state where it brought none", async () => {
    const { poll } = createWorld();
    await poll("");
    const { state, asked } = await poll("");
    expect(asked).toEqual([]);
    expect((await poll(state)).asked).toEqual([]);
  });
});

describe("a poll that reads", () => {
  it("hands out, comes again in an hour, and says how many wait", async () => {
    const { poll, state, at, notices, slept } = await anHourLater();
    const ids = Array.from({ length: 7 }, (_, index) => at(-50 + index));
    const outcome = await poll(state, [{ ids: ids.toReversed() }]);
    expect(outcome.tweets.map(({ TweetId }) => TweetId)).toEqual(ids.slice(0, 5).map(String));
    expect(outcome).toMatchObject({
      retryAfterSeconds: 3600,
      waiting: 2,
      beyondReach: 0,
      skippedSeconds: 0,
      doubt: undefined,
    });
    expect(outcome.state).not.toBe(state);
    expect(notices).toEqual([]);
    // With a state of its own it does not wait for the store for long.
    expect(slept).toEqual([500]);
  });

  it("comes again as often as an admin has set", async () => {
    const { poll, state } = await anHourLater({ pollIntervalMinutes: 15 });
    expect((await poll(state)).retryAfterSeconds).toBe(900);
  });

  it("says how many will be out of reach before their turn", async () => {
    const { poll, state, time, sealer, notices } = await anHourLater();
    const before = await sealer.open("trigger", state, pollStateSchema);
    time.now = before.at + 6 * DAY_MS;
    const newest = snowflakeAt(before.at);
    const ids = Array.from({ length: 200 }, (_, index) => newest - BigInt(index));
    const old = { ...before, cursor: (ids.at(-1) ?? 0n) - 1n };
    const brought = await sealer.seal("trigger", encodePollState(old), 3600);
    const { beyondReach, waiting } = await poll(brought, [{ ids: ids.slice(0, 150) }]);
    // In the day that is left there are 24 polls of five.
    expect([waiting, beyondReach]).toEqual([145, 25]);
    expect(notices).toEqual([
      "About 145 tweets wait, and about 25 of them will be beyond it before their turn. Narrow the search, or have TWEETS_PER_POLL raised.",
    ]);
  });

  it("passes over what X no longer reaches, five minutes more than that, and says how much", async () => {
    const { poll, state, time, notices, at } = await anHourLater();
    const reach = 7 * 24 * 60;
    // The cursor is at the first poll's time, an hour ago.
    time.now += 7 * DAY_MS - HOUR_MS - 5 * MINUTE_MS - 1;
    const within = await poll(state);
    expect([within.skippedSeconds, notices]).toEqual([0, []]);
    time.now += 2 * HOUR_MS + 1;
    const beyond = await poll(state);
    expect(beyond.asked[0]?.sinceId).toBe(String(at(-reach + 5)));
    expect(beyond.skippedSeconds).toBe(7201);
    expect(notices).toEqual([
      expect.stringMatching(/^It reaches back\. What was posted in the 121 minutes before that/),
    ]);
  });
});

describe("a poll that X lets down", () => {
  const limited = (seconds?: number) =>
    new ConnectorError("XRateLimited", "Too many.", {
      ...(seconds && { retryAfterSeconds: seconds }),
    });

  it.each([
    ["when X says", limited(30), 30],
    ["in an hour at most", limited(9_000), 3600],
    ["in five minutes where X does not say", limited(), 300],
  ])("comes again %s, with its state as it was", async (_, error, seconds) => {
    const { poll, state, notices } = await anHourLater();
    expect(await poll(state, [error])).toMatchObject({
      tweets: [],
      state,
      retryAfterSeconds: seconds,
      doubt: "XRateLimited",
    });
    expect(notices).toEqual(["Nothing was read this time: Too many."]);
  });

  it.each([
    "XUnavailable",
    "XTimeout",
    "HourlyLimitReached",
    "BudgetReached",
    "StateUnavailable",
  ] as const)("does not fail of what passes: %s", async (code) => {
    const { poll, state } = await anHourLater();
    expect((await poll(state, [new ConnectorError(code, "No.")])).doubt).toBe(code);
  });

  it("does not fail of a store that is away beneath X either", async () => {
    const { poll, state, notices } = await anHourLater();
    const outcome = await poll(state, [new StoreUnavailableError("Away.")]);
    expect(outcome).toMatchObject({ state, doubt: "StateUnavailable", retryAfterSeconds: 300 });
    expect(notices).toEqual(["Nothing was read this time: Away."]);
  });

  it("fails of what the maker has to mend, and of a bug", async () => {
    const { poll, state } = await anHourLater();
    const wrong = new ConnectorError("InvalidParameter", "Wrong.");
    await expect(poll(state, [wrong])).rejects.toBe(wrong);
    const bug = Object.assign(new RangeError("bug"), { code: "XTimeout" });
    await expect(poll(state, [bug])).rejects.toBe(bug);
  });

  it("hands out what it has, and says that it is not all", async () => {
    const { poll, state, sealer, at, notices } = await anHourLater();
    const before = await sealer.open("trigger", state, pollStateSchema);
    const ahead = { oldest: at(-20), newest: at(-15), count: 3 };
    const narrow = { ...before, ahead, width: at(1) - at(0) };
    const brought = await sealer.seal("trigger", encodePollState(narrow), 3600);
    const post = before.cursor + 5n;
    const { tweets, doubt } = await poll(brought, [{ ids: [post] }, limited()]);
    expect([tweets.length, doubt]).toEqual([1, "XRateLimited"]);
    expect(notices).toEqual(["Not everything was read this time: Too many."]);
  });

  it("stays where it is, and comes again soon, where X leads from page to page without end", async () => {
    const { poll, state, notices } = await anHourLater();
    const endless = Array.from({ length: 20 }, (): Page => ({ ids: [], next: "more" }));
    const outcome = await poll(state, endless);
    expect(outcome).toMatchObject({ tweets: [], state, retryAfterSeconds: 300, doubt: "endless" });
    expect(notices).toEqual(["X gave page after page without tweets; the next poll asks again."]);
  });

  it("goes on where that befell it after it had found something", async () => {
    const { poll, state, sealer, at } = await anHourLater();
    const before = await sealer.open("trigger", state, pollStateSchema);
    const ahead = { oldest: at(-20), newest: at(-15), count: 3 };
    const narrow = { ...before, ahead, width: at(1) - at(0) };
    const brought = await sealer.seal("trigger", encodePollState(narrow), 3600);
    const endless = Array.from({ length: 20 }, (): Page => ({ ids: [], next: "more" }));
    const outcome = await poll(brought, [{ ids: [before.cursor + 5n] }, ...endless]);
    expect(outcome).toMatchObject({ doubt: "endless", retryAfterSeconds: 3600 });
    expect(outcome.tweets).toHaveLength(1);
    expect(outcome.state).not.toBe(brought);
  });
});

describe("the state of a flow", () => {
  const stateAt = (at: number) => ({
    key: "key",
    at,
    cursor: 1n,
    width: 1n,
    seen: [],
    ahead: undefined,
    waiting: 0,
    held: 0,
    partial: 0,
  });

  it("that cannot be saved is told the log, and the poll is answered", async () => {
    const { poll, state, store, logged } = await anHourLater();
    vi.spyOn(store, "replace").mockRejectedValue(new StoreUnavailableError("Away."));
    await poll(state);
    expect(logged).toEqual([
      {
        level: "warn",
        operation: "saveTriggerState",
        cause: "StoreUnavailableError: Away.",
      },
    ]);
  });

  it("that a bug keeps from being opened hides nothing", async () => {
    const { poll, state, sealer } = await anHourLater();
    vi.spyOn(sealer, "open").mockRejectedValue(new RangeError("bug"));
    await expect(poll(state)).rejects.toThrow(RangeError);
  });

  it("is that of one flow: another finds nothing, and says nothing of it", async () => {
    const { poll, notices } = createWorld();
    await poll("");
    expect(notices).toEqual([]);
  });

  it.each([
    [15, 3 * HOUR_MS],
    [60, 3 * HOUR_MS],
    [24 * 60, 3 * DAY_MS],
  ])("serves, with polls every %i minutes, three hours or three polls", async (minutes, serves) => {
    const { time, store } = createWorld();
    const stored = createStoredStates(store, () => time.now, minutes * MINUTE_MS);
    const state = stateAt(time.now);
    await stored.save("row", state);
    time.now += serves - 1;
    expect(await stored.read("row")).toEqual(state);
    time.now += 1;
    expect(await stored.read("row")).toBeUndefined();
  });

  it("is written once where it can be, and tried five times where another writes it, too", async () => {
    const { time, store } = createWorld();
    const create = vi.spyOn(store, "create");
    const stored = createStoredStates(store, () => time.now, HOUR_MS);
    const state = stateAt(time.now);
    await stored.save("one", state);
    expect(create).toHaveBeenCalledTimes(1);
    create.mockResolvedValue(undefined);
    await stored.save("two", state);
    expect(create).toHaveBeenCalledTimes(6);
  });
});
