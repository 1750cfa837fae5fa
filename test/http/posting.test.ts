import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
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
  it.each([
    ...["cut", "invalidJson", "htmlError", "serverError", "hang"],
    ...["timedOut", "redirected", "emptyObject", "errorsOnly"],
  ])("by %s is found in the user's timeline, in the same call", async (kind) => {
    const text = `Lost by ${kind} & found <again> at https://contoso.example/news?a=1&b=2`;
    await fault(kind, { afterEffect: true });
    const { status, json } = await tweet(text);
    expect(status).toBe(200);
    expect(await postsOf(text)).toEqual([expect.objectContaining({ id: json.TweetId })]);
    expect((await tweet(text)).json).toEqual(json);
  });

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

describe("the same again on purpose", () => {
  const again = (runId: string, text: string) =>
    connector.call("posttweet", {
      method: "POST",
      query: { tweetText: text },
      token: maker.token,
      headers: { "x-ms-workflow-run-id": runId },
    });

  it("after the tweet was deleted is posted by the flow's next run, and not by a retry", async () => {
    const text = "Posted, deleted, posted";
    const { json: first } = await again("run-1", text);
    await connector.control(`posts/${first.TweetId}`, undefined, "DELETE");
    expect((await again("run-1", text)).json).toEqual(first);
    expect(await postsOf(text)).toEqual([]);
    const { status, json: second } = await again("run-2", text);
    expect(status).toBe(200);
    expect(await postsOf(text)).toEqual([expect.objectContaining({ id: second.TweetId })]);
  });

  it("while the tweet stands is X's to refuse", async () => {
    const { json: first } = await again("run-1", "Twice, in two runs");
    const { status, json } = await again("run-2", "Twice, in two runs");
    expect([status, json.code]).toEqual([403, "DuplicateContent"]);
    expect(json.existingTweetId).toBe(first.TweetId);
  });

  it("after a retweet was undone is retweeted by the flow's next run", async () => {
    const { json: original } = await connector.control("posts", { as: "fabrikam", text: "Again" });
    const retweetIn = (runId: string) =>
      connector.call("retweet", {
        method: "POST",
        query: { tweetId: original.id },
        token: maker.token,
        headers: { "x-ms-workflow-run-id": runId },
      });
    const { json: first } = await retweetIn("run-1");
    await connector.control(`posts/${first.TweetId}`, undefined, "DELETE");
    const { status, json: second } = await retweetIn("run-2");
    expect(status).toBe(200);
    expect(second.TweetId).not.toBe(first.TweetId);
  });

  it("through the user's other connection is one post", async () => {
    const first = await tweet("Two connections");
    const { accessToken } = await signIn({
      connectorUrl: connector.url,
      app: SANDBOX_APP,
      as: maker.username,
    });
    expect(accessToken).not.toBe(maker.token);
    const second = await connector.call("posttweet", {
      method: "POST",
      query: { tweetText: "Two connections" },
      token: accessToken,
    });
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(await postsOf("Two connections")).toHaveLength(1);
  });
});

describe("an @ in a text", () => {
  it.each([
    "Read https://medium.com/@user/story",
    "Here: https://www.google.com/maps/@47.6,-122.3,15z",
    "Mail sales@contoso.com",
  ])("stays in links and mail addresses, and nothing is noticed: %s", async (text) => {
    const { status, headers } = await tweet(text);
    expect(status).toBe(200);
    expect(headers.get("x-connector-notice")).toBeNull();
    const { json } = await connector.call("usertimeline", {
      query: { userName: maker.username, maxResults: "1" },
      token: maker.token,
    });
    expect(json[0].UserMentions).toEqual([]);
    expect(await postsOf(text)).toHaveLength(1);
  });

  it.each([
    ["Thanks @contoso!", "Thanks contoso!"],
    ["Thanks ＠contoso, too", "Thanks contoso, too"],
  ])("that mentions somebody is removed, and the answer says so: %s", async (text, posted) => {
    const { status, headers } = await tweet(text);
    expect(status).toBe(200);
    expect(headers.get("x-connector-notice")).toContain("@");
    expect(await postsOf(posted)).toHaveLength(1);
  });
});

it.each([
  ["Only words", "0.015"],
  ["Read https://contoso.com/news", "0.200"],
  ["Read contoso.com/news", "0.200"],
  ["Mail sales@contoso.com", "0.015"],
])("a post costs what X bills for its text, more with a link: %s", async (text, cost) => {
  expect((await tweet(text)).headers.get("x-connector-x-cost")).toBe(cost);
});

describe("a text that is too long for X", () => {
  const text = `${"All work and no play. ".repeat(13)}https://contoso.com/${"a".repeat(80)}`;

  it("is refused with its length as X counts it, and the limit", async () => {
    const { status, json } = await tweet(text);
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "tweetText"]);
    expect(json.message).toContain("counts 309 characters");
    expect(json.message).toContain("280");
    expect(json.message).toContain("Your Tweet text is too long.");
  });

  it.each(["missingScope", "notPermitted"])(
    "is told of also when X only answers 403: %s",
    async (kind) => {
      await fault(kind);
      const { status, json } = await tweet(text);
      expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "tweetText"]);
      expect(json.message).toContain("counts 309 characters");
    },
  );

  it("is posted where the account has X Premium", async () => {
    await connector.control("users", { username: maker.username, premium: true });
    expect((await tweet(text)).status).toBe(200);
  });

  it("is not what is told of a short one", async () => {
    await fault("notPermitted");
    expect((await tweet("Short")).json.code).toBe("NotPermitted");
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
