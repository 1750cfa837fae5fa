/** Posts whose answer was lost: each is looked for before it is made again. */
import { describe, expect, it } from "vitest";
import { snowflakeAt } from "../../../src/x/ids.ts";
import {
  createWorld,
  DUPLICATE,
  fail,
  NOW,
  PICTURE,
  POSTED,
  paths,
  refused,
  timelineOf,
  VIDEO,
} from "./world.ts";

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
