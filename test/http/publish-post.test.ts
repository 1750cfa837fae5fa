import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FILES } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { type Maker, newMaker } from "../harness/maker.ts";

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

const base64 = (bytes: Buffer): string => bytes.toString("base64");
const publish = (body: unknown) =>
  connector.call("publishpost", {
    method: "POST",
    token: maker.token,
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const stateOf = async (id: string) => {
  const { json } = await connector.control("state");
  return json.posts.find((post: { id: string }) => post.id === id);
};

describe("a post that is published", () => {
  it("may mention users, and is answered with its id, its link and its price", async () => {
    const { status, json, headers } = await publish({ text: " Hello @contoso and all " });
    expect([status, json]).toEqual([
      200,
      {
        TweetId: expect.stringMatching(/^\d+$/),
        PostUrl: `https://x.com/${maker.username}/status/${json.TweetId}`,
        Price: 0.015,
      },
    ]);
    expect(headers.get("ratelimit-remaining")).toBe("11");
    expect(await stateOf(json.TweetId)).toMatchObject({ text: "Hello @contoso and all" });
  });

  it("costs more with a link, and with what its pictures show", async () => {
    const { json, headers } = await publish({
      text: "See https://contoso.example",
      media: [
        { content: base64(FILES.png), altText: "A dot" },
        { content: { "$content-type": "image/webp", $content: base64(FILES.webp) }, altText: "" },
      ],
    });
    expect(json.Price).toBe(0.205);
    expect(headers.get("x-connector-x-cost")).toBe("0.205");
    expect((await stateOf(json.TweetId)).media).toEqual([
      expect.objectContaining({ type: "photo", altText: "A dot" }),
      expect.not.objectContaining({ altText: expect.anything() }),
    ]);
  });

  it.each([
    ["a GIF", FILES.animatedGif, "animated_gif"],
    ["a video", FILES.mp4, "video"],
  ])("holds %s with its alt text", async (_, file, type) => {
    await connector.control("media-processing", { rounds: 1, checkAfterSecs: 0 });
    const media = [{ content: `data:;base64,${base64(file)}`, altText: "It moves" }];
    const { json } = await publish({ media });
    expect((await stateOf(json.TweetId)).media).toEqual([
      expect.objectContaining({ type, altText: "It moves" }),
    ]);
  });

  it("asks in a poll, and says who may reply, as flows send it: all in text", async () => {
    const { json } = await publish({
      text: "Which?",
      media: null,
      poll: { options: ["This", " That "], durationMinutes: "30" },
      replyTo: "",
      replySettings: "mentionedUsers",
      madeWithAi: "True",
      paidPartnership: "false",
    });
    expect(await stateOf(json.TweetId)).toMatchObject({
      poll: { options: ["This", "That"], durationMinutes: 30 },
      replySettings: "mentionedUsers",
      madeWithAi: true,
    });
    expect(await stateOf(json.TweetId)).not.toHaveProperty("paidPartnership");
  });

  it("has a poll of a day unless told, and none when nothing of it is filled in", async () => {
    const asked = await publish({ text: "A day?", poll: { options: ["Yes", "No"] } });
    expect((await stateOf(asked.json.TweetId)).poll).toMatchObject({ durationMinutes: 1440 });
    const { status } = await publish({
      text: "No poll",
      poll: { options: ["", ""], durationMinutes: "" },
    });
    expect(status).toBe(200);
  });

  it("may be long for those who have X Premium", async () => {
    await connector.control("users", { username: maker.username, premium: true });
    const text = "long ".repeat(100).trim();
    expect((await publish({ text, longText: true })).status).toBe(200);
  });
});

describe("a reply", () => {
  it("is told by id or link, to one's own post and to one that mentions the user", async () => {
    const own = await publish({ text: "First" });
    const below = await publish({ text: "Second", replyTo: own.json.PostUrl });
    expect(await stateOf(below.json.TweetId)).toMatchObject({ replyTo: own.json.TweetId });
    const { json: mention } = await connector.control("posts", {
      as: "contoso",
      text: `What does @${maker.username} say?`,
    });
    const reply = await publish({ text: "This", replyTo: mention.id });
    expect(await stateOf(reply.json.TweetId)).toMatchObject({ replyTo: mention.id });
  });

  it("that is not summoned is refused with X's reason and what it means", async () => {
    const { json: news } = await connector.control("posts", { as: "contoso", text: "News" });
    const { status, json } = await publish({ text: "Me too", replyTo: news.id });
    expect([status, json.code]).toEqual([403, "NotPermitted"]);
    expect(json.x.detail).toContain("have not been mentioned or otherwise engaged by the author");
    expect(json.message).toContain(
      "only where the author of that post mentioned the signed-in user",
    );
  });

  it("to a post that is gone says so", async () => {
    const { status, json } = await publish({ text: "Hello?", replyTo: "1460323737035677698" });
    expect([status, json.code]).toEqual([404, "TweetNotFound"]);
  });

  it("whose answer was lost is found by its words and by what it replies to", async () => {
    const own = await publish({ text: "Asked" });
    const fault = { kind: "cut", method: "POST", path: "/2/tweets", afterEffect: true };
    await connector.control("faults", fault);
    const poll = { options: ["Yes", "No"] };
    const reply = await publish({ text: "And again?", replyTo: own.json.TweetId, poll });
    expect(reply.status).toBe(200);
    expect(await stateOf(reply.json.TweetId)).toMatchObject({ replyTo: own.json.TweetId });
  });
});

describe("a post that is asked for again", () => {
  it("is not made again, and nothing of it is uploaded again", async () => {
    const body = {
      text: "Four",
      media: [FILES.png, FILES.jpeg, FILES.webp, FILES.gif].map((file, index) => ({
        content: base64(file),
        altText: `Picture ${index}`,
      })),
    };
    await connector.control("faults", { kind: "rateLimited", method: "POST", path: "/2/tweets" });
    expect((await publish(body)).status).toBe(429);
    await connector.forgetXCalls();
    const made = await publish(body);
    expect(made.status).toBe(200);
    const calls = (await connector.xCalls()).map(({ method, path }) => `${method} ${path}`);
    expect(calls.filter((call) => call.startsWith("POST"))).toEqual(["POST /2/tweets"]);
    expect(
      (await stateOf(made.json.TweetId)).media.map((each: { altText: string }) => each.altText),
    ).toEqual(["Picture 0", "Picture 1", "Picture 2", "Picture 3"]);
    await connector.forgetXCalls();
    expect((await publish(body)).json).toEqual(made.json);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("is another one when anything of it is another", async () => {
    const bodies = [
      { media: [{ content: base64(FILES.png) }] },
      { media: [{ content: base64(FILES.png), altText: "A dot" }] },
      { media: [{ content: base64(FILES.png) }], madeWithAi: true },
      { media: [{ content: base64(FILES.png) }], replySettings: "following" },
    ];
    const ids = new Set<string>();
    for (const body of bodies) ids.add((await publish(body)).json.TweetId);
    expect(ids.size).toBe(bodies.length);
  });
});

describe("what X would refuse is found before X is asked", () => {
  it("and all of it is told at once", async () => {
    const { status, json, headers } = await publish({
      text: `$MSFT or $AAPL ${"x".repeat(280)}`,
      media: [{ content: base64(FILES.png) }, { content: base64(FILES.mp4) }, { content: "?" }],
      poll: { options: ["A"], durationMinutes: 1 },
      replyTo: "nothing",
      replySettings: "nobody",
      paidPartnership: 2,
    });
    expect([status, json.code]).toEqual([400, "InvalidParameter"]);
    const details: { target: string; message: string }[] = json.details;
    expect(details.map(({ target }) => target)).toEqual([
      "poll.options",
      "poll.durationMinutes",
      "paidPartnership",
      "replyTo",
      "replySettings",
      "text",
      "text",
      "media[2].content",
      "media",
      "poll",
    ]);
    for (const { message } of details) expect(json.message).toContain(message);
    expect(headers.get("x-connector-x-calls")).toBe("0");
    expect(headers.get("ratelimit-remaining")).toBeNull();
    expect(await connector.xCalls()).toEqual([]);
  });

  it.each([
    ["no JSON", "text", 400, "InvalidParameter", "body"],
    ["nothing to post", {}, 400, "NothingToPost", "text"],
    [
      "a file that is none",
      { media: [{ content: base64(FILES.text) }] },
      415,
      "UnsupportedMedia",
      "media[0].content",
    ],
  ])("and %s has its own code", async (_, body, status, code, target) => {
    const answer = await publish(body);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code, target });
  });
});
