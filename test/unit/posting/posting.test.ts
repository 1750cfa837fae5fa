import { describe, expect, it } from "vitest";
import { createPosting } from "../../../src/posting/posting.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import type { XFailure } from "../../../src/x/failure.ts";
import type { Media } from "../../../src/x/media-upload.ts";
import { toXError } from "../../../src/x/x-error.ts";
import { FILES } from "../../fixtures/media-files.ts";
import { type PreparedCall, preparedSession } from "../../harness/x-session.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const LEASE_MS = 45_000;
const DEADLINE_MS = 100_000;

const VIDEO: Media = { bytes: FILES.mp4, type: "video/mp4", category: "tweet_video" };

const refused = (status: number, body: object = {}): XFailure => ({
  kind: "refused",
  status,
  body,
  headers: {},
});
const DUPLICATE = refused(403, {
  detail: "You are not allowed to create a Tweet with duplicate content.",
});
const fail = (failure: XFailure): never => {
  throw toXError(failure, "tweets", NOW);
};

/** The answers of X by path, each a value or a function that gives or throws one. */
type Answers = Readonly<Record<string, unknown>>;

const createWorld = () => {
  const time = { now: NOW };
  const clock = () => time.now;
  const store = createMemoryStore({ clock });

  /** One request on some process. What is asked of X is answered by `answers`, the last digits of a path left out. */
  const request = (answers: Answers, on: Store = store, deadlineMs = DEADLINE_MS) => {
    const endsAt = clock() + deadlineMs;
    const { x, calls } = preparedSession(async ({ path }: PreparedCall) => {
      const answer = answers[path.replaceAll(/\/\d+/g, "")];
      return typeof answer === "function" ? answer() : answer;
    });
    const notices: string[] = [];
    const posting = createPosting({
      store: on,
      clock,
      sleep: async (ms) => {
        time.now += ms;
      },
      leaseMs: LEASE_MS,
    });
    const caller = {
      identity: { connectionId: "c", userId: "1" },
      x: { ...x, timeLeft: () => endsAt - clock() },
      notice: (message: string) => void notices.push(message),
    };
    const tweet = (text: string, media?: Media) => posting.tweet(caller, { text, media });
    return { tweet, calls, notices };
  };
  return { time, store, request };
};

const POSTED = { data: { id: "7" } };
const NEVER = new Promise<never>(() => {});
const timelineOf = (...posts: object[]) => ({ data: posts });
const paths = (calls: readonly PreparedCall[]) => calls.map(({ path }) => path);

/** Every method fails from the `after`th call of it on. */
const failing = (
  store: Store,
  method: "read" | "create" | "replace" | "delete",
  after = 0,
): Store => {
  let calls = 0;
  return {
    ...store,
    [method]: (...given: unknown[]) => {
      calls += 1;
      if (calls > after) throw new StoreUnavailableError("down");
      return (store[method] as (...args: unknown[]) => unknown)(...given);
    },
  };
};

describe("a process that dies", () => {
  it("after it told X to post leaves the post to the repeat, which finds it", async () => {
    const { request, time } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await new Promise(setImmediate);

    const repeat = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets"]);
    expect(time.now - NOW).toBeGreaterThanOrEqual(LEASE_MS);
    expect(time.now - NOW).toBeLessThan(DEADLINE_MS);
  });

  it("before X had the post leaves it to the repeat, which looks for it and then posts", async () => {
    const { request } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await new Promise(setImmediate);
    const repeat = request({ "users/tweets": {}, tweets: POSTED });
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets", "tweets"]);
  });

  it("during an upload leaves it to the repeat, which need not look for a post", async () => {
    const { request } = createWorld();
    void request({ "media/upload/initialize": () => NEVER }).tweet("", VIDEO);
    await new Promise(setImmediate);
    const repeat = request({
      "media/upload/initialize": { data: { id: "5" } },
      "media/upload/finalize": { data: { id: "5" } },
      tweets: POSTED,
    });
    expect(await repeat.tweet("", VIDEO)).toBe("7");
    expect(paths(repeat.calls)).not.toContain("users/1/tweets");
  });

  it("and one that only was too slow do not post both", async () => {
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

describe("a call that waits for another one", () => {
  it("answers 504 when the other one takes too long", async () => {
    const { request, store } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await new Promise(setImmediate);
    const late = request({}, store, LEASE_MS / 2);
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
    expect(calls[1]?.values).toMatchObject({ since_id: expect.stringMatching(/^\d+$/) });
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

  it("of a state that nobody knows is an error, and its id is kept", async () => {
    const { request } = createWorld();
    const { tweet } = request({ ...upload, "media/upload": status({ state: "dreaming" }) });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({
      code: "XUnavailable",
      message: expect.stringContaining("dreaming"),
    });
    const repeat = request({ "media/upload": status({ state: "succeeded" }), tweets: POSTED });
    expect(await repeat.tweet("A film", VIDEO)).toBe("7");
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
    const { tweet, calls } = request({ tweets: POSTED }, failing(store, "create"));
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("at the repeat means 503 with Retry-After, and X is not called", async () => {
    const { request, store } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    const { tweet, calls } = request({ tweets: POSTED }, failing(store, "read"));
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("during an upload means 503 with Retry-After, and nothing is posted", async () => {
    const { request, store } = createWorld();
    const { tweet, calls } = request({ ...upload, tweets: POSTED }, failing(store, "replace", 2));
    await expect(tweet("Hello", VIDEO)).rejects.toMatchObject(unavailable);
    expect(paths(calls)).not.toContain("tweets");
  });

  it("after X has posted changes nothing for the caller, and the repeat finds the post", async () => {
    const { request, store } = createWorld();
    expect(await request({ tweets: POSTED }, failing(store, "replace")).tweet("Hello")).toBe("7");
    const repeat = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await repeat.tweet("Hello")).toBe("7");
  });

  it("when X has refused leaves X's reason", async () => {
    const { request, store } = createWorld();
    const { tweet } = request({ tweets: () => fail(refused(402)) }, failing(store, "delete"));
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "CreditsDepleted" });
  });
});

it("a post without media takes two operations of the store, and its repeat two", async () => {
  const { request, store } = createWorld();
  const operations: string[] = [];
  const counted = new Proxy(store, {
    get: (target, name) => {
      operations.push(String(name));
      return Reflect.get(target, name);
    },
  });
  await request({ tweets: POSTED }, counted).tweet("Hello");
  await request({ tweets: POSTED }, counted).tweet("Hello");
  expect(operations).toEqual(["create", "replace", "create", "read"]);
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
