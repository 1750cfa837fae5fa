/** Whose turn it is: processes that die, that take long, and calls that wait for another one. */
import { describe, expect, it } from "vitest";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import {
  createWorld,
  DEADLINE_MS,
  fail,
  LEASE_MS,
  NEVER,
  NOW,
  POSTED,
  paths,
  refused,
  timelineOf,
  turns,
  VIDEO,
} from "./world.ts";

describe("a process that dies", () => {
  it("after it told X to post leaves the post to the repeat, which finds it", async () => {
    const { request, time } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();

    const repeat = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets"]);
    expect(time.now - NOW).toBeGreaterThanOrEqual(LEASE_MS);
    expect(time.now - NOW).toBeLessThan(DEADLINE_MS);
  });

  it("before X had the post leaves it to the repeat, which looks for it and then posts", async () => {
    const { request } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();
    const repeat = request({ "users/tweets": {}, tweets: POSTED });
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "tweets"]);
  });

  it("during an upload leaves it to the repeat, which need not look for a post", async () => {
    const { request } = createWorld();
    void request({ "media/upload/initialize": () => NEVER }).tweet("", VIDEO);
    await turns();
    const repeat = request({
      "media/upload/initialize": { data: { id: "5" } },
      "media/upload/finalize": { data: { id: "5" } },
      tweets: POSTED,
    });
    expect(await repeat.tweet("", VIDEO)).toBe("7");
    expect(paths(repeat.calls)).not.toContain("users/1/tweets");
  });

  it("and one that only stood still do not post both", async () => {
    const { request, time } = createWorld();
    const slow = request({
      "media/upload/initialize": () => {
        time.now += LEASE_MS + 1;
        return quick.tweet("A film", VIDEO).then(() => ({ data: { id: "4" } }));
      },
    });
    const quick = request({
      "media/upload/initialize": { data: { id: "5" } },
      "media/upload/finalize": { data: { id: "5" } },
      tweets: POSTED,
    });
    expect(await slow.tweet("A film", VIDEO)).toBe("7");
    expect(paths(slow.calls)).toEqual(["media/upload/initialize"]);
    expect(slow.notices).toHaveLength(1);
  });
});

describe("a process that works for longer than a lease", () => {
  it("keeps the post, also while it waits for a single answer of X", async () => {
    const { request } = createWorld();
    let answer: (made: object) => void = () => {};
    const slow = request({
      tweets: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const first = slow.tweet("Hello");
    await turns();
    await slow.live(3 * LEASE_MS);
    const impatient = request({ "users/tweets": {}, tweets: POSTED }, { deadlineMs: 10_000 });
    await expect(impatient.tweet("Hello")).rejects.toMatchObject({ code: "XTimeout" });
    expect(impatient.calls).toEqual([]);
    answer(POSTED);
    expect(await first).toBe("7");
    expect(slow.beats.size).toBe(0);
  });

  it("goes on when the store misses a beat", async () => {
    const { request, store } = createWorld();
    let answer: (made: object) => void = () => {};
    let replaced = 0;
    const missing: Store = {
      ...store,
      replace: (...given) => {
        replaced += 1;
        if (replaced === 1) throw new StoreUnavailableError("down");
        return store.replace(...given);
      },
    };
    const waiting = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const { tweet, live } = request({ tweets: waiting }, { on: missing });
    const posted = tweet("Hello");
    await turns();
    await live(LEASE_MS);
    answer(POSTED);
    expect(await posted).toBe("7");
    expect(await request({}).tweet("Hello")).toBe("7");
  });

  it("no longer holds a post that it has given back", async () => {
    const { request } = createWorld();
    const { tweet, beats } = request({ tweets: () => fail(refused(429)) });
    const kept: (() => void)[] = [];
    const add = beats.add.bind(beats);
    beats.add = (beat) => {
      kept.push(beat);
      return add(beat);
    };
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "XRateLimited" });
    for (const beat of kept) beat();
    await turns();
    expect(await request({ tweets: POSTED }).tweet("Hello")).toBe("7");
  });
});

describe("a call that waits for another one", () => {
  it("answers 504 when the other one takes too long", async () => {
    const { request } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();
    const late = request({}, { deadlineMs: LEASE_MS / 2 });
    await expect(late.tweet("Hello")).rejects.toMatchObject({ code: "XTimeout", status: 504 });
    expect(late.calls).toEqual([]);
  });
});

describe("a call that waits for another one, look by look", () => {
  it("looks less and less often, and leaves itself the time to answer", async () => {
    const { request, store, time } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();
    let looks = 0;
    const on: Store = {
      ...store,
      read: (key) => {
        looks += 1;
        return store.read(key);
      },
    };
    const late = request({}, { on, deadlineMs: 22_500 });
    await expect(late.tweet("Hello")).rejects.toThrow("Call again within 15 minutes");
    // After 100, 200, 400 and 800 ms, and then each second, until two seconds and a wait no longer fit.
    expect([looks, time.now - NOW]).toEqual([24, 20_500]);
  });
});
