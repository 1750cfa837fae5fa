/** What makes two posts the same, and what their callers are told. */
import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import {
  createWorld,
  DUPLICATE,
  fail,
  failing,
  PICTURE,
  POSTED,
  paths,
  refused,
  timelineOf,
} from "./world.ts";

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
