import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FILES } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { type Maker, newMaker } from "../harness/maker.ts";

const MINUTE_MS = 60_000;

let connector: ConnectorUnderTest;
let maker: Maker;
beforeAll(async () => {
  connector = await startConnector({ X_TIMEOUT_MS: "1000" });
});
afterAll(() => connector.close());
beforeEach(async () => {
  maker = await newMaker(connector);
  await connector.control("faults", undefined, "DELETE");
  await connector.forgetXCalls();
});

const post = (route: string, query: Record<string, string>, body?: Uint8Array) =>
  connector.call(route, { method: "POST", query, token: maker.token, ...(body && { body }) });
const tweet = (tweetText: string, body?: Uint8Array) => post("posttweet", { tweetText }, body);
const retweet = (tweetId: string) => post("retweet", { tweetId });

const fault = (kind: string, more: object = {}) =>
  connector.control("faults", { kind, method: "POST", path: "/2/tweets", ...more });

const postsOf = async (text: string): Promise<{ readonly id: string }[]> => {
  const { json } = await connector.control("state");
  return json.posts.filter((post: { text: string }) => post.text === text);
};
const askedOfX = async (): Promise<string[]> =>
  (await connector.xCalls()).map(({ method, path }) => `${method} ${path.replace(/\d{5,}/, "ID")}`);

describe("a post that is asked for again within 15 minutes", () => {
  it("gets the first answer, makes no call to X and does not count", async () => {
    const first = await tweet("Hello once");
    connector.clock.advance(14 * MINUTE_MS);
    await connector.forgetXCalls();
    const second = await tweet("Hello once");
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(second.headers.get("x-connector-notice")).toContain("nothing was posted again");
    expect(second.headers.get("ratelimit-remaining")).toBe("11");
    expect(await connector.xCalls()).toEqual([]);
  });

  it("is one post when five ask at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => tweet("Five at once")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ json }) => json.TweetId)).size).toBe(1);
    expect(await postsOf("Five at once")).toHaveLength(1);
  });

  it("is another post when its media is another one", async () => {
    const pictures = [
      await post("posttweet", {}, FILES.png),
      await post("posttweet", {}, FILES.webp),
    ];
    expect(pictures.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(pictures.map(({ json }) => json.TweetId)).size).toBe(2);
    expect((await post("posttweet", {}, FILES.png)).json).toEqual(pictures[0]?.json);
  });

  it("is one retweet, with the same id", async () => {
    const { json: original } = await connector.control("posts", { as: "fabrikam", text: "News" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => retweet(original.id)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await askedOfX()).filter((call) => call.includes("retweets"))).toHaveLength(1);
  });
});

describe("X's answer that is lost after the post was made", () => {
  it.each(["cut", "invalidJson", "htmlError", "serverError", "hang"])(
    "by %s is found in the user's timeline, in the same call",
    async (kind) => {
      const text = `Lost by ${kind} & found <again> at https://contoso.example/news?a=1&b=2`;
      await fault(kind, { afterEffect: true });
      const { status, json } = await tweet(text);
      expect(status).toBe(200);
      expect(await postsOf(text)).toEqual([expect.objectContaining({ id: json.TweetId })]);
      expect((await tweet(text)).json).toEqual(json);
    },
  );

  it("is found at the repeat when the timeline fails as well", async () => {
    await fault("cut", { afterEffect: true });
    await fault("serverError", { method: "GET", path: "/2/users/", times: 2 });
    const first = await tweet("Lost twice");
    expect([first.status, first.json.code]).toEqual([502, "XUnavailable"]);
    expect(first.json.message).toContain("not known");
    const second = await tweet("Lost twice");
    expect(second.status).toBe(200);
    expect(await postsOf("Lost twice")).toEqual([
      expect.objectContaining({ id: second.json.TweetId }),
    ]);
  });

  it("is found by its media when it has no text", async () => {
    await fault("cut", { afterEffect: true });
    const { status, json } = await connector.call("posttweet", {
      method: "POST",
      body: FILES.webp,
    });
    expect(status).toBe(200);
    const { json: state } = await connector.control("state");
    expect(state.posts[0]).toMatchObject({ id: json.TweetId, media: [{ type: "photo" }] });
  });

  it("of a retweet counts as retweeted at the repeat", async () => {
    const { json: original } = await connector.control("posts", { as: "fabrikam", text: "More" });
    await fault("cut", { path: "/2/users/", afterEffect: true });
    expect((await retweet(original.id)).status).toBe(502);
    const { status, json } = await retweet(original.id);
    expect([status, json]).toEqual([200, { TweetId: original.id }]);
  });
});

describe("X that fails before the post is made", () => {
  it.each([
    ["cut", 502],
    ["hang", 504],
    ["serverError", 502],
  ])("by %s is asked for the post first at the repeat, which then posts", async (kind, status) => {
    const text = `Not made by ${kind}`;
    await fault(kind);
    expect((await tweet(text)).status).toBe(status);
    expect(await postsOf(text)).toEqual([]);

    await connector.forgetXCalls();
    expect((await tweet(text)).status).toBe(200);
    expect(await askedOfX()).toEqual(["GET /2/users/ID/tweets", "POST /2/tweets"]);
    expect(await postsOf(text)).toHaveLength(1);
  });

  it("does not upload the media again", async () => {
    await fault("rateLimited");
    expect((await tweet("With media", FILES.png)).status).toBe(429);
    await connector.forgetXCalls();
    expect((await tweet("With media", FILES.png)).status).toBe(200);
    expect(await askedOfX()).toEqual(["POST /2/tweets"]);
  });

  it("and refuses leaves nothing behind", async () => {
    await fault("notPermitted");
    expect((await tweet("Refused once")).status).toBe(403);
    await connector.forgetXCalls();
    expect((await tweet("Refused once")).status).toBe(200);
    expect(await askedOfX()).toEqual(["POST /2/tweets"]);
  });
});

describe("a text that X has had before", () => {
  it("is refused with the id of that tweet", async () => {
    const first = await tweet("Said & done");
    connector.clock.advance(16 * MINUTE_MS);
    const second = await tweet("Said & done");
    expect([second.status, second.json.code]).toEqual([403, "DuplicateContent"]);
    expect(second.json.existingTweetId).toBe(first.json.TweetId);
    expect(second.json.message).toContain(first.json.TweetId);
  });

  it("is refused without an id when the tweet is not found", async () => {
    await fault("duplicate");
    const { status, json } = await tweet("Said by nobody");
    expect([status, json.code]).toEqual([403, "DuplicateContent"]);
    expect(json).not.toHaveProperty("existingTweetId");
  });
});

it("leaves the post to a repeat when the hourly limit refuses it", async () => {
  for (let index = 0; index < 12; index += 1) await tweet(`Within the hour ${index}`);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const refused = await tweet("One too many");
    expect([refused.status, refused.json.code]).toEqual([429, "HourlyLimitReached"]);
  }
  expect((await tweet("Within the hour 0")).status).toBe(200);
});
