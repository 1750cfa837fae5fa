import { describe, expect, it } from "vitest";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";
import {
  createWorld,
  DEADLINE_MS,
  DUPLICATE,
  fail,
  failing,
  LEASE_MS,
  NEVER,
  NOW,
  PICTURE,
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

describe("a lost answer", () => {
  const lost = () => fail({ kind: "lost" });

  it("is looked for among the posts since the attempt, and only those are read", async () => {
    const { request } = createWorld();
    const { tweet, calls } = request({
      tweets: lost,
      "users/tweets": timelineOf({ id: "8", text: "Other" }, { id: "7", text: "Hello" }),
    });
    expect(await tweet("Hello")).toBe("7");
    // Two minutes before the attempt, by which X's clock may be behind.
    expect(calls[1]?.values).toMatchObject({ since_id: String(snowflakeAt(NOW - 2 * 60_000)) });
  });

  it("stays in doubt when X then refuses the repeat for another reason", async () => {
    const { request } = createWorld();
    await expect(
      request({ tweets: lost, "users/tweets": {} }).tweet("Hello"),
    ).rejects.toMatchObject({
      code: "XUnavailable",
      message: expect.stringContaining("not known"),
    });
    const limited = request({ "users/tweets": {}, tweets: () => fail(refused(429)) });
    await expect(limited.tweet("Hello")).rejects.toMatchObject({ code: "XRateLimited" });
    const third = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await third.tweet("Hello")).toBe("7");
  });

  it("that X calls a duplicate at the repeat is the post of the first attempt", async () => {
    const { request } = createWorld();
    await expect(request({ tweets: lost, "users/tweets": {} }).tweet("Hello")).rejects.toThrow();
    let looks = 0;
    const repeat = request({
      tweets: () => fail(DUPLICATE),
      "users/tweets": () => {
        looks += 1;
        return looks === 1 ? {} : timelineOf({ id: "7", text: "Hello" });
      },
    });
    expect(await repeat.tweet("Hello")).toBe("7");
  });

  // X refused the repeat as a duplicate, the look for the post failed, and the answer was final.
  it("stays in doubt when X refuses the repeat and cannot be asked for the post", async () => {
    const { request } = createWorld();
    await expect(request({ tweets: lost, "users/tweets": {} }).tweet("Hello")).rejects.toThrow();
    let looks = 0;
    const repeat = request({
      tweets: () => fail(DUPLICATE),
      "users/tweets": () => {
        looks += 1;
        return looks === 1 ? {} : fail(refused(503));
      },
    });
    await expect(repeat.tweet("Hello")).rejects.toMatchObject({
      code: "XTimeout",
      message: expect.stringContaining("not known"),
    });
    const third = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await third.tweet("Hello")).toBe("7");
  });

  it("is not taken for the same text with media", async () => {
    const { request } = createWorld();
    const withMedia = { id: "6", text: "Hello", attachments: { media_keys: ["3_5"] } };
    const { tweet } = request({ tweets: lost, "users/tweets": timelineOf(withMedia) });
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "XUnavailable" });
  });

  it("is a bug's too, when nobody knows what it broke", async () => {
    const { request } = createWorld();
    const broken = request({
      tweets: () => {
        throw new TypeError("undefined is not a function");
      },
      "users/tweets": {},
    });
    await expect(broken.tweet("Hello")).rejects.toThrow(TypeError);
    const repeat = request({ "users/tweets": {}, tweets: POSTED });
    await repeat.tweet("Hello");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "tweets"]);
  });
});

describe("a picture whose answer was lost", () => {
  const lost = () => fail({ kind: "lost" });
  const uploaded = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": { data: { id: "5" } },
  };
  const shown = timelineOf({ id: "7", text: "", attachments: { media_keys: ["3_5"] } });
  /** A timeline that shows the picture from then on. */
  const showingAfter = (time: { readonly now: number }, at: number) => () =>
    time.now >= at ? shown : {};

  it("is looked for a second time once X must show it", async () => {
    const { request, time } = createWorld();
    const { tweet, calls } = request({
      ...uploaded,
      tweets: lost,
      "users/tweets": showingAfter(time, NOW + 10_000),
    });
    expect(await tweet("", PICTURE)).toBe("7");
    expect(paths(calls).slice(-3)).toEqual(["tweets", "users/1/tweets", "users/1/tweets"]);
    expect(time.now - NOW).toBe(10_000);
  });

  it("is not looked for a second time when it is found at once", async () => {
    const { request, time } = createWorld();
    const { tweet } = request({ ...uploaded, tweets: lost, "users/tweets": shown });
    expect(await tweet("", PICTURE)).toBe("7");
    expect(time.now).toBe(NOW);
  });

  it("is not posted again before X must show it", async () => {
    const { request, time } = createWorld();
    const first = request({ ...uploaded, tweets: lost, "users/tweets": {} }, { deadlineMs: 5_000 });
    await expect(first.tweet("", PICTURE)).rejects.toMatchObject({
      code: "XUnavailable",
      message: expect.stringContaining("not known"),
    });
    expect(time.now).toBe(NOW);

    const hurried = request({ "users/tweets": {} }, { deadlineMs: 5_000 });
    await expect(hurried.tweet("", PICTURE)).rejects.toMatchObject({ code: "XTimeout" });

    const repeat = request({ "users/tweets": showingAfter(time, NOW + 9_000), tweets: POSTED });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "users/1/tweets"]);
  });

  it("is posted again with the same media when X does not show it", async () => {
    const { request, time } = createWorld();
    const first = request({ ...uploaded, tweets: lost, "users/tweets": {} });
    await expect(first.tweet("", PICTURE)).rejects.toMatchObject({ code: "XUnavailable" });
    expect(time.now - NOW).toBe(10_000);
    const repeat = request({ "users/tweets": {}, tweets: POSTED });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "tweets"]);
    expect(repeat.calls[1]?.values).toEqual({ media: { media_ids: ["5"] } });
  });

  it("is the post of the first attempt when X then refuses its media", async () => {
    const { request, time } = createWorld();
    const first = request({ ...uploaded, tweets: lost, "users/tweets": {} });
    await expect(first.tweet("", PICTURE)).rejects.toThrow();
    const repeat = request({
      tweets: () => {
        time.now += 1;
        return fail(refused(400, { detail: "Your media IDs are invalid." }));
      },
      "users/tweets": showingAfter(time, time.now + 1),
    });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "tweets", "users/1/tweets"]);
  });
});

describe("the same again on purpose", () => {
  const POSTED_ANEW = { data: { id: "8" } };

  it("by another run of the flow reaches X, a retry of the same run does not", async () => {
    const { request } = createWorld();
    expect(await request({ tweets: POSTED }, { runId: "one" }).tweet("Hello")).toBe("7");
    const retry = request({}, { runId: "one" });
    expect(await retry.tweet("Hello")).toBe("7");
    expect(retry.calls).toEqual([]);
    const another = request({ tweets: POSTED_ANEW }, { runId: "two" });
    expect(await another.tweet("Hello")).toBe("8");
  });

  it("by a caller that names no run reaches X after 15 minutes", async () => {
    const { request, time } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    time.now += 15 * 60_000 - 1;
    expect(await request({}).tweet("Hello")).toBe("7");
    time.now += 1;
    expect(await request({ tweets: POSTED_ANEW }).tweet("Hello")).toBe("8");
  });

  it("through another X app is another post", async () => {
    const { request } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    expect(await request({ tweets: POSTED_ANEW }, { appId: "b" }).tweet("Hello")).toBe("8");
  });
});

describe("a video", () => {
  const upload = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": {
      data: { id: "5", processing_info: { state: "pending", check_after_secs: 5 } },
    },
  };
  const status = (info: object) => ({ data: { id: "5", processing_info: info } });

  it("is asked for as X says, until the time runs out, and its id is kept", async () => {
    const { request, time } = createWorld();
    const first = request({
      ...upload,
      "media/upload": status({ state: "in_progress", check_after_secs: 10 }),
    });
    await expect(first.tweet("A film", VIDEO)).rejects.toMatchObject({ code: "XTimeout" });
    expect(paths(first.calls).filter((path) => path === "media/upload")).toHaveLength(10);
    expect(time.now - NOW).toBe(95_000);

    const repeat = request({ "media/upload": status({ state: "succeeded" }), tweets: POSTED });
    expect(await repeat.tweet("A film", VIDEO)).toBe("7");
    expect(repeat.calls.at(-1)?.values).toEqual({ text: "A film", media: { media_ids: ["5"] } });
  });

  it("is asked for after a second when X does not say when", async () => {
    const { request, time } = createWorld();
    let asked = 0;
    const { tweet } = request({
      ...upload,
      "media/upload/finalize": status({ state: "pending" }),
      "media/upload": () => {
        asked += 1;
        return status({ state: asked < 3 ? "in_progress" : "succeeded" });
      },
      tweets: POSTED,
    });
    expect(await tweet("A film", VIDEO)).toBe("7");
    expect(time.now - NOW).toBe(3_000);
  });

  it.each([[{ state: "dreaming" }], [{}], [{ state: null }]])(
    "of the state %j is asked for on, and posted when it is ready",
    async (info) => {
      const { request } = createWorld();
      let asked = 0;
      const { tweet } = request({
        ...upload,
        "media/upload": () => {
          asked += 1;
          return status(asked < 3 ? info : { state: "succeeded" });
        },
        tweets: POSTED,
      });
      expect(await tweet("A film", VIDEO)).toBe("7");
      expect(asked).toBe(3);
    },
  );

  it("whose state nobody knows is given up at the deadline, and its id is kept", async () => {
    const { request, time } = createWorld();
    const { tweet } = request({ ...upload, "media/upload": status({}) });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({
      code: "XTimeout",
      message: expect.stringContaining("within 15 minutes"),
    });
    expect(time.now - NOW).toBeLessThanOrEqual(DEADLINE_MS - 5_000);
    const repeat = request({ "media/upload": status({ state: "succeeded" }), tweets: POSTED });
    expect(await repeat.tweet("A film", VIDEO)).toBe("7");
  });

  // Reported: no test noticed when media's deadline left no time for the post.
  it.each([
    [5_000, "is posted"],
    [4_999, "is not waited for"],
  ])("that leaves %i ms for the post itself %s", async (left, outcome) => {
    const { request } = createWorld();
    const { tweet, calls } = request(
      {
        ...upload,
        "media/upload/finalize": status({ state: "pending", check_after_secs: 20 }),
        "media/upload": status({ state: "succeeded" }),
        tweets: POSTED,
      },
      { deadlineMs: 20_000 + left },
    );
    const posted = await tweet("A film", VIDEO).catch(({ code }) => code);
    expect(posted).toBe(outcome === "is posted" ? "7" : "XTimeout");
    expect(paths(calls).includes("tweets")).toBe(outcome === "is posted");
  });

  it("that X failed without a reason is refused, and the next try uploads again", async () => {
    const { request } = createWorld();
    const { tweet } = request({ ...upload, "media/upload": status({ state: "failed" }) });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({
      code: "UnsupportedMedia",
      message: expect.stringContaining("InvalidMedia"),
    });
    const next = request({
      ...upload,
      "media/upload": status({ state: "succeeded" }),
      tweets: POSTED,
    });
    await next.tweet("A film", VIDEO);
    expect(paths(next.calls)).toContain("media/upload/initialize");
  });

  it("whose upload X answers without an id is an error", async () => {
    const { request } = createWorld();
    const { tweet } = request({ "media/upload/initialize": {} });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({ code: "XUnavailable" });
  });
});

describe("a store that is away", () => {
  const unavailable = { code: "StateUnavailable", status: 503, options: { retryAfterSeconds: 10 } };
  const upload = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": { data: { id: "5" } },
  };

  it("at first means 503 with Retry-After, and X is not called", async () => {
    const { request, store } = createWorld();
    const { tweet, calls } = request({ tweets: POSTED }, { on: failing(store, "create") });
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("at the repeat means 503 with Retry-After, and X is not called", async () => {
    const { request, store } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    const { tweet, calls } = request({ tweets: POSTED }, { on: failing(store, "read") });
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("during an upload means 503 with Retry-After, and nothing is posted", async () => {
    const { request, store } = createWorld();
    const { tweet, calls } = request(
      { ...upload, tweets: POSTED },
      { on: failing(store, "replace", 2) },
    );
    await expect(tweet("Hello", VIDEO)).rejects.toMatchObject(unavailable);
    expect(paths(calls)).not.toContain("tweets");
  });

  it("after X has posted changes nothing for the caller, and the repeat finds the post", async () => {
    const { request, store } = createWorld();
    expect(
      await request({ tweets: POSTED }, { on: failing(store, "replace") }).tweet("Hello"),
    ).toBe("7");
    const repeat = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await repeat.tweet("Hello")).toBe("7");
  });

  it("when X has refused leaves X's reason", async () => {
    const { request, store } = createWorld();
    const { tweet } = request(
      { tweets: () => fail(refused(402)) },
      { on: failing(store, "delete") },
    );
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "CreditsDepleted" });
  });
});

it("a post without media takes two operations of the store, and its repeat three", async () => {
  const { request, store } = createWorld();
  const operations: string[] = [];
  const counted = new Proxy(store, {
    get: (target, name) => {
      operations.push(String(name));
      return Reflect.get(target, name);
    },
  });
  await request({ tweets: POSTED }, { on: counted }).tweet("Hello");
  await request({ tweets: POSTED }, { on: counted }).tweet("Hello");
  expect(operations).toEqual(["create", "replace", "create", "read", "read"]);
});

it.each([
  ["no JSON", "}{"],
  ["of another shape", '{"leaseUntil":"soon","tweetId":7}'],
])("a row that cannot be read, being %s, is set aside and counts as missing", async (_, value) => {
  const { request, store, logged } = createWorld();
  const damaging: Store = {
    ...store,
    create: (key, __, options) => store.create(key, value, options),
    replace: async () => undefined,
  };
  await request({ tweets: POSTED }, { on: damaging }).tweet("Hello");
  const next = request({ tweets: { data: { id: "8" } } });
  expect(await next.tweet("Hello")).toBe("8");
  expect(logged).toEqual([expect.objectContaining({ operation: "setAside", kind: "post" })]);
  expect(await request({}).tweet("Hello")).toBe("8");
});

describe("a duplicate", () => {
  it("of another text's media has no id", async () => {
    const { request } = createWorld();
    const { tweet } = request({
      "media/upload/initialize": { data: { id: "5" } },
      "media/upload/finalize": { data: { id: "5" } },
      tweets: () => fail(DUPLICATE),
    });
    await expect(tweet("", VIDEO)).rejects.toMatchObject({
      code: "DuplicateContent",
      options: { x: {} },
    });
  });

  it("is told without an id when the timeline cannot be read", async () => {
    const { request } = createWorld();
    const { tweet } = request({
      tweets: () => fail(DUPLICATE),
      "users/tweets": () => fail({ kind: "timeout" }),
    });
    const error = await tweet("Hello").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "DuplicateContent" });
    expect(error).not.toHaveProperty("options.extra");
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

describe("what a caller is told", () => {
  const uploaded = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": { data: { id: "5" } },
  };
  const lost = () => fail({ kind: "lost" });

  it("that is the same post again: nothing was posted again", async () => {
    const { request } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    const { tweet, notices } = request({});
    await tweet("Hello");
    expect(notices).toEqual([expect.stringMatching(/last 15 minutes.*nothing was posted again/)]);
  });

  it("when nobody knows whether X has posted: to call again, and that nothing is posted twice", async () => {
    const { request } = createWorld();
    const first = request(
      { ...uploaded, tweets: lost, "users/tweets": {} },
      { deadlineMs: 11_999 },
    );
    const again = /Call again within 15 minutes with the same content: nothing is posted twice/;
    await expect(first.tweet("", PICTURE)).rejects.toThrow(again);
    const hurried = request({ "users/tweets": {} }, { deadlineMs: 11_999 });
    await expect(hurried.tweet("", PICTURE)).rejects.toMatchObject({
      code: "XTimeout",
      message: expect.stringMatching(again),
    });
  });

  it("when the store is away: that nothing was posted, and to try again", async () => {
    const { request, store } = createWorld();
    const { tweet } = request({}, { on: failing(store, "create") });
    await expect(tweet("Hello")).rejects.toThrow(/posts nothing. Try again/);
  });

  it("of a text that stands there already: which tweet it is", async () => {
    const { request } = createWorld();
    const { tweet } = request({
      tweets: () => fail(DUPLICATE),
      "users/tweets": timelineOf({ id: "8", text: "Other" }, { id: "7", text: "Hello" }),
    });
    await expect(tweet("Hello")).rejects.toMatchObject({
      code: "DuplicateContent",
      message: expect.stringMatching(/It is the tweet 7\.$/),
      options: { extra: { existingTweetId: "7" } },
    });
  });
});

describe("time that is just enough", () => {
  it("is used to look a second time", async () => {
    const { request, time } = createWorld();
    const shown = timelineOf({ id: "7", text: "", attachments: { media_keys: ["3_5"] } });
    const { tweet } = request(
      {
        "media/upload/initialize": { data: { id: "5" } },
        "media/upload/finalize": { data: { id: "5" } },
        tweets: () => fail({ kind: "lost" }),
        "users/tweets": () => (time.now >= NOW + 10_000 ? shown : {}),
      },
      { deadlineMs: 12_000 },
    );
    expect(await tweet("", PICTURE)).toBe("7");
  });
});

describe("after a refusal", () => {
  const uploaded = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": { data: { id: "5" } },
  };

  it("nothing is left of a text", async () => {
    const { request, store } = createWorld();
    const { tweet } = request({ tweets: () => fail(refused(403)) });
    await expect(tweet("Hello")).rejects.toMatchObject({ status: 403 });
    expect(await store.list("post-1")).toEqual([]);
  });

  it.each([
    ["that the platform repeats, media is there for the repeat", 429, ["tweets"]],
    ["that it does not repeat, media is brought anew", 402, undefined],
    ["for good, media is brought anew", 403, undefined],
  ])("%s: %i", async (_, status, only) => {
    const { request } = createWorld();
    const first = request({ ...uploaded, tweets: () => fail(refused(status)) });
    await expect(first.tweet("", PICTURE)).rejects.toMatchObject({ status });
    const repeat = request({ ...uploaded, tweets: POSTED });
    await repeat.tweet("", PICTURE);
    expect(paths(repeat.calls)).toEqual(only ?? paths(first.calls));
  });
});

describe("what makes two posts the same", () => {
  const RETWEETED = { data: { retweeted: true } };

  it("is told from a retweet of that number", async () => {
    const { request } = createWorld();
    const first = request({ tweets: POSTED });
    expect(await first.tweet("9")).toBe("7");
    const second = request({ "users/retweets": RETWEETED });
    await second.retweet("9");
    expect(second.calls).toHaveLength(1);
  });

  it("is a retweet's tweet", async () => {
    const { request } = createWorld();
    const first = request({ "users/retweets": RETWEETED });
    const id = await first.retweet("9");
    const again = request({});
    expect(await again.retweet("9")).toBe(id);
    expect([again.calls, again.notices.length]).toEqual([[], 1]);
    const other = request({ "users/retweets": RETWEETED });
    await other.retweet("8");
    expect(other.calls).toHaveLength(1);
  });

  it("is its media, byte for byte", async () => {
    const { request } = createWorld();
    const answers = {
      "media/upload/initialize": { data: { id: "5" } },
      "media/upload/finalize": { data: { id: "5" } },
      tweets: POSTED,
    };
    await request(answers).tweet("", PICTURE);
    const other = request(answers);
    await other.tweet("", { ...PICTURE, bytes: Buffer.concat([PICTURE.bytes, Buffer.of(0)]) });
    expect(paths(other.calls)).toContain("tweets");
    const same = request({});
    await same.tweet("", PICTURE);
    expect(same.calls).toEqual([]);
  });
});
