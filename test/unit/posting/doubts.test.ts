/** What becomes of a post that may have been made, step by step. */
import { describe, expect, it } from "vitest";
import type { PostContent } from "../../../src/x/post-content.ts";
import {
  createWorld,
  DUPLICATE,
  fail,
  LEASE_MS,
  NEVER,
  NOW,
  PICTURE,
  POSTED,
  paths,
  refused,
  timelineOf,
  turns,
} from "./world.ts";

// All of it reported by `npm run mutation`: no test noticed when it broke.
const lost = () => fail({ kind: "lost" });
const UPLOADED = {
  "media/upload/initialize": { data: { id: "5" } },
  "media/upload/finalize": { data: { id: "5" } },
};
const SHOWN = timelineOf({ id: "7", text: "Hello" });
const PICTURE_SHOWN = timelineOf({ id: "7", text: "", attachments: { media_keys: ["3_5"] } });

/** A world where "Hello" was sent once, and nobody knows what became of it. */
const inDoubt = async () => {
  const world = createWorld();
  const first = world.request({ tweets: lost, "users/tweets": {} });
  await expect(first.tweet("Hello")).rejects.toMatchObject({ code: "XUnavailable" });
  return world;
};

describe("a refusal of what was sent again", () => {
  it("that has to do with no text is the answer, and nothing is looked for", async () => {
    const { request } = await inDoubt();
    const { tweet, calls } = request({ "users/tweets": {}, tweets: () => fail(refused(402)) });
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "CreditsDepleted" });
    expect(paths(calls)).toEqual(["users/1/tweets", "tweets"]);
  });

  it.each([
    [400, "InvalidParameter"],
    [403, "NotPermitted"],
  ])("with status %i is the answer when X shows no such post by then", async (status, code) => {
    const { request, time } = await inDoubt();
    const { tweet, calls } = request({ "users/tweets": {}, tweets: () => fail(refused(status)) });
    await expect(tweet("Hello")).rejects.toMatchObject({ code });
    expect(paths(calls).slice(0, 4)).toEqual([
      "users/1/tweets",
      "tweets",
      "users/1/tweets",
      "users/1/tweets",
    ]);
    expect(time.now - NOW).toBe(10_000);
  });

  it("as a duplicate is the first one's post, though X shows it late", async () => {
    const { request, time } = await inDoubt();
    const { tweet } = request({
      tweets: () => fail(DUPLICATE),
      "users/tweets": () => (time.now - NOW >= 10_000 ? SHOWN : {}),
    });
    expect(await tweet("Hello")).toBe("7");
  });
});

describe("an answer of X that says nothing of the post", () => {
  it("is looked behind once where it is a text, which X would not take twice", async () => {
    const { time } = await inDoubt();
    expect(time.now).toBe(NOW);
  });

  it.each([
    ["a page instead of a reason", refused(400, {}), "XUnavailable"],
    ["silence", { kind: "timeout" } as const, "XTimeout"],
  ])("has a code that the platform repeats: %s", async (_, failure, code) => {
    const { request } = createWorld();
    const { tweet } = request({ tweets: () => fail(failure), "users/tweets": {} });
    await expect(tweet("Hello")).rejects.toMatchObject({
      code,
      message: expect.stringContaining("not known"),
    });
  });

  it("is none where the call never left: it is not looked for, and a repeat posts with the same media", async () => {
    const { request } = createWorld();
    const first = request({ ...UPLOADED, tweets: () => fail({ kind: "unreached" }) });
    await expect(first.tweet("", PICTURE)).rejects.toMatchObject({
      code: "XUnavailable",
      message: expect.not.stringContaining("not known"),
    });
    expect(paths(first.calls)).not.toContain("users/tweets");
    const repeat = request({ tweets: POSTED });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
  });

  // Reported by `npm run hostile`: two parts of a thread had the same id, and one of them was not there.
  it("is one for a reply that has an id no younger than what it replies to", async () => {
    const { request } = createWorld();
    const reply: PostContent = { text: "Hello", media: [], replyTo: "7" };
    const { publish } = request({ tweets: POSTED, "users/tweets": {} });
    await expect(publish(reply)).rejects.toMatchObject({
      code: "XUnavailable",
      message: expect.stringContaining("not known"),
    });
    const { publish: repeat } = request({ tweets: { data: { id: "8" } }, "users/tweets": {} });
    expect(await repeat(reply)).toBe("8");
  });

  it("is waited for from its end, not from when the post was sent", async () => {
    const { request, time } = createWorld();
    const first = request(
      {
        ...UPLOADED,
        tweets: () => {
          time.now += 8_000;
          return lost();
        },
        "users/tweets": {},
      },
      { deadlineMs: 12_000 },
    );
    await expect(first.tweet("", PICTURE)).rejects.toMatchObject({ code: "XUnavailable" });
    const repeat = request({
      "users/tweets": () => (time.now - NOW >= 17_000 ? PICTURE_SHOWN : {}),
    });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
    expect(time.now - NOW).toBe(18_000);
  });
});

describe("a process that dies", () => {
  it("after it told X to post a picture leaves it to the repeat, which finds it", async () => {
    const { request } = createWorld();
    void request({ ...UPLOADED, tweets: () => NEVER }).tweet("", PICTURE);
    await turns();
    const repeat = request({ "users/tweets": PICTURE_SHOWN });
    expect(await repeat.tweet("", PICTURE)).toBe("7");
    expect(paths(repeat.calls)).toEqual(["users/1/tweets"]);
  });

  it("in a retweet leaves it to the repeat, which retweets again without a look", async () => {
    const { request } = createWorld();
    void request({ "users/retweets": () => NEVER }).retweet("9");
    await turns();
    const repeat = request({ "users/retweets": { data: { retweeted: true } } });
    await repeat.retweet("9");
    expect(paths(repeat.calls)).toEqual(["users/1/retweets"]);
  });

  it("while it looks for the post of one that died leaves the doubt to a third", async () => {
    const { request } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();
    void request({ "users/tweets": () => NEVER }).tweet("Hello");
    await turns();
    const third = request({ "users/tweets": SHOWN });
    expect(await third.tweet("Hello")).toBe("7");
  });

  it("is waited for until its lease ends, and no longer", async () => {
    const { request, time } = createWorld();
    void request({ tweets: () => NEVER }).tweet("Hello");
    await turns();
    time.now = NOW + LEASE_MS;
    const repeat = request({ "users/tweets": SHOWN });
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(time.now - NOW).toBe(LEASE_MS);
  });
});

it("one that stood still while it looked for a post does not send what another has sent", async () => {
  const { request, time } = await inDoubt();
  const slow = request({
    "users/tweets": () => {
      time.now += LEASE_MS + 1;
      return quick.tweet("Hello").then(() => ({}));
    },
  });
  const quick = request({ "users/tweets": {}, tweets: POSTED });
  expect(await slow.tweet("Hello")).toBe("7");
  expect(paths(slow.calls)).toEqual(["users/1/tweets"]);
});

describe("a lease", () => {
  it("is prolonged three times before it would end", async () => {
    const { request, everyMs } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    expect(everyMs).toEqual([LEASE_MS / 3]);
  });

  it("that was given back with a doubt is not taken again by a late beat", async () => {
    const { request, time } = createWorld();
    const { tweet, beats } = request({ tweets: lost, "users/tweets": {} });
    const kept: (() => void)[] = [];
    const add = beats.add.bind(beats);
    beats.add = (beat) => {
      kept.push(beat);
      return add(beat);
    };
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "XUnavailable" });
    for (const beat of kept) beat();
    await turns();
    expect(await request({ "users/tweets": SHOWN }).tweet("Hello")).toBe("7");
    expect(time.now).toBe(NOW);
  });
});

describe("how a post ended", () => {
  it("is written before it is told", async () => {
    const { request, store } = createWorld();
    const slow: typeof store = {
      ...store,
      replace: async (...given) => {
        await turns();
        return store.replace(...given);
      },
    };
    await request({ tweets: POSTED }, { on: slow }).tweet("Hello");
    const repeat = request({});
    expect(await repeat.tweet("Hello")).toBe("7");
    expect(repeat.calls).toEqual([]);
  });

  it("is told by a bug of the store as well, which is no outage", async () => {
    const { request, store } = createWorld();
    const broken: typeof store = {
      ...store,
      replace: () => {
        throw new RangeError("bug");
      },
    };
    const { tweet } = request({ tweets: POSTED, "users/tweets": {} }, { on: broken });
    await expect(tweet("Hello")).rejects.toThrow(RangeError);
  });

  it("that is a refusal of no text is told without a look at the timeline", async () => {
    const { request } = createWorld();
    const { tweet, calls } = request({ tweets: () => fail(refused(402)) });
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "CreditsDepleted" });
    expect(paths(calls)).toEqual(["tweets"]);
  });
});
