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
});

const publish = (body: unknown, runId = "run") =>
  connector.call("publishthread", {
    method: "POST",
    token: maker.token,
    headers: { "content-type": "application/json", "x-ms-workflow-run-id": runId },
    body: JSON.stringify(body),
  });
const picture = { content: FILES.png.toString("base64") };
const tenParts = () =>
  Array.from({ length: 10 }, (_, index) => ({
    text: `${maker.username}, part ${index + 1}`,
    ...(index % 3 === 0 && { media: [picture] }),
  }));

/** The maker's posts at X, oldest first. */
const made = async (): Promise<{ id: string; text: string; replyTo?: string }[]> => {
  const { json } = await connector.control("state");
  return json.posts
    .filter(({ author }: { author: string }) => author === maker.username)
    .toReversed();
};
const isChain = (posts: readonly { id: string; replyTo?: string }[]) =>
  posts.every(({ replyTo }, index) => replyTo === posts[index - 1]?.id);
const idsOf = ({ json }: { json: { Posts: { TweetId: string }[] } }) =>
  json.Posts.map(({ TweetId }) => TweetId);

describe("a thread of ten with pictures", () => {
  it("is ten posts in order, is counted as ten, and is told again without X", async () => {
    const body = { parts: tenParts() };
    const answer = await publish(body);
    expect(answer.status).toBe(200);
    const posts = await made();
    expect(posts.map(({ text }) => text)).toEqual(body.parts.map(({ text }) => text));
    expect(isChain(posts)).toBe(true);
    expect(idsOf(answer)).toEqual(posts.map(({ id }) => id));
    expect(answer.json).toMatchObject({ LastTweetId: posts[9]?.id, Price: 0.15 });
    expect(answer.headers.get("ratelimit-remaining")).toBe("2");
    await connector.forgetXCalls();
    expect((await publish(body)).json).toEqual(answer.json);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("is one thread for two callers at once", async () => {
    const body = { parts: tenParts() };
    const answers = await Promise.all([publish(body), publish(body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.json).toEqual(answers[1]?.json);
    expect(await made()).toHaveLength(10);
  });

  it.each([
    ["cut", true],
    ["serverError", true],
    ["rateLimited", false],
  ])("goes on when X's answer to a text is lost or fails: %s", async (kind, afterEffect) => {
    const body = { parts: tenParts().map(({ text }) => ({ text })) };
    const fault = { kind, method: "POST", path: "/2/tweets", afterEffect };
    await connector.control("faults", fault);
    let answer = await publish(body);
    if (answer.status !== 200) answer = await publish(body);
    expect(answer.status).toBe(200);
    const posts = await made();
    expect(idsOf(answer)).toEqual(posts.map(({ id }) => id));
    expect([posts.length, isChain(posts)]).toEqual([10, true]);
    expect(answer.headers.get("ratelimit-remaining")).toBe("2");
  });
});

describe("a thread that X stops", () => {
  it("tells where, why and what is there, and goes on in another run with the part corrected", async () => {
    const parts = tenParts().map(({ text }) => ({ text }));
    const { json: other } = await connector.call("publishpost", {
      method: "POST",
      token: maker.token,
      body: JSON.stringify({ text: "Said already" }),
    });
    const wrong = parts.map((part, index) => (index === 4 ? { text: "Said already" } : part));
    const stopped = await publish({ parts: wrong }, "run-1");
    expect([stopped.status, stopped.json.code]).toEqual([403, "DuplicateContent"]);
    const there = (await made()).filter(({ id }) => id !== other.TweetId);
    expect(stopped.json).toMatchObject({
      target: "parts[4]",
      failedPart: 5,
      postedIds: there.map(({ id }) => id),
      message: expect.stringContaining("Post 5 of 10 was not made; the 4 before it are there."),
    });
    // One post before, four of the thread, and the call that X refused.
    expect(stopped.headers.get("ratelimit-remaining")).toBe("6");
    const answer = await publish({ parts }, "run-2");
    expect(answer.status).toBe(200);
    const posts = (await made()).filter(({ id }) => id !== other.TweetId);
    expect(idsOf(answer)).toEqual(posts.map(({ id }) => id));
    expect([posts.length, isChain(posts)]).toEqual([10, true]);
  });
});

describe("a thread is refused before X is asked", () => {
  it("where the hour has no room for all of it", async () => {
    const short = { parts: [{ text: "One of three" }, { text: "Two" }, { text: "Three" }] };
    expect((await publish(short)).status).toBe(200);
    await connector.forgetXCalls();
    const { status, json } = await publish({ parts: tenParts() });
    expect([status, json.code]).toEqual([429, "HourlyLimitReached"]);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("with all that is wrong in its parts", async () => {
    const { json } = await publish({ parts: [{ text: "x".repeat(281) }, {}, { media: [{}] }] });
    expect(json.details.map(({ target }: { target: string }) => target)).toEqual([
      "parts[0].text",
      "parts[1].text",
      "parts[2].media[0].content",
    ]);
  });
});

it("splits a long text at its sentences, with numbers", async () => {
  const sentence = "A sentence of the long text that is split, as long as most are.";
  const answer = await publish({ textToSplit: Array(9).fill(sentence).join(" ") });
  expect(answer.status).toBe(200);
  const posts = await made();
  expect(posts.map(({ text }) => text.slice(-5))).toEqual([". 1/3", ". 2/3", ". 3/3"]);
  expect(isChain(posts)).toBe(true);
});
