import { afterAll, beforeEach, expect, it } from "vitest";
import type { MovableClock } from "../../local/clock.ts";
import { SANDBOX_APP, SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const OWNED_APP = {
  clientId: "b3duZWQ6MTpjaQ",
  clientSecret: "secret",
  callbackUrls: ["loopback"],
};

let x: SignedIn;
let clock: MovableClock;
const started: SignedIn[] = [];
beforeEach(async () => {
  x = await startSignedIn();
  clock = x.sandbox.clock;
  started.push(x);
});
afterAll(() => Promise.all(started.map(({ sandbox }) => sandbox.close())));

/** What is on the bill, by class: how many, and dollars. */
const bill = async () => {
  const { json } = await x.control("bill");
  const lines: { price: string; count: number; microDollars: number }[] = json.lines;
  return Object.fromEntries(
    lines.map(({ price, count, microDollars }) => [price, [count, microDollars / 1_000_000]]),
  );
};

it("has every kind of post by what X bills for it", async () => {
  await x.post("tweets", { text: "Without a link" });
  await x.post("tweets", { text: "With one: https://contoso.example" });
  const { json: asks } = await x.control("posts", {
    as: "contoso",
    text: `@${SANDBOX_USER.username} what do you think?`,
  });
  await x.post("tweets", { text: "A lot", reply: { in_reply_to_tweet_id: asks.id } });
  const { json } = await x.post("tweets", { text: "Not for long" });
  await x.post(`users/${SANDBOX_USER.id}/retweets`, { tweet_id: asks.id });
  await x.delete(`tweets/${json.data.id}`);
  expect(await bill()).toEqual({
    post: [2, 0.03],
    postWithUrl: [1, 0.2],
    summonedReply: [1, 0.01],
    repost: [1, 0.015],
    delete: [1, 0.01],
  });
});

it("has what is read once a UTC day, with the authors that come along, and nothing for an empty answer", async () => {
  const query = { query: "from:megan_bowen", expansions: "author_id" };
  await x.get("tweets/search/recent", query);
  await x.get("tweets/search/recent", query);
  await x.get("tweets/search/recent", { query: "from:nobody_at_all" });
  await x.get("users/by/username/nobody_at_all");
  expect(await bill()).toEqual({ postRead: [3, 0.015], userRead: [1, 0.01] });
  clock.advance(DAY_MS);
  const { access_token } = await signIn(x.sandbox);
  const next = callsAs(x.sandbox, { access_token, refresh_token: "" });
  await next.get("tweets/search/recent", query);
  const { json } = await x.control("bill");
  expect(json.microDollars).toBe(50_000);
});

it("has an owner's own data at a tenth and less", async () => {
  await x.control("apps", { ...OWNED_APP, owner: SANDBOX_USER.id });
  const own = callsAs(x.sandbox, await signIn(x.sandbox, { app: OWNED_APP }));
  await own.get(`users/${SANDBOX_USER.id}/followers`, { max_results: "5" });
  await x.get(`users/${SANDBOX_USER.id}/followers`, { max_results: "5" });
  const { json } = await x.control("bill");
  expect(json.lines).toMatchObject([
    {
      clientId: OWNED_APP.clientId,
      price: "ownUserRead",
      microDollars: 1_000 * json.lines[0].count,
    },
    { clientId: SANDBOX_APP.clientId, price: "userRead", count: json.lines[0].count },
  ]);
});

it("has what X answered though nobody got it, and not what X refused", async () => {
  await x.control("faults", { kind: "cut", method: "POST", afterEffect: true });
  await x.post("tweets", { text: "Its answer is lost" }).catch(() => {});
  await x.control("faults", { kind: "serverError", method: "POST" });
  await x.post("tweets", { text: "Refused" });
  expect(await bill()).toEqual({ post: [1, 0.015] });
});

it("has what X answered to a gateway that failed, and only the posts that it did not leave out", async () => {
  await x.control("faults", { kind: "htmlError", method: "POST", afterEffect: true });
  await x.post("tweets", { text: "A gateway fails" });
  await x.control("faults", { kind: "partialErrors" });
  await x.get("tweets/search/recent", { query: "from:megan_bowen" });
  expect(await bill()).toEqual({ post: [1, 0.015], postRead: [2, 0.01] });
});

it("ends with the credits, as X ends", async () => {
  await x.control("credits", { microDollars: 15_000 });
  expect((await x.post("tweets", { text: "The last one" })).status).toBe(201);
  const refused = await x.get("users/by/username/contoso");
  expect([refused.status, refused.json.title]).toEqual([402, "CreditsDepleted"]);
  expect((await x.control("credits")).json).toEqual({ microDollars: 0 });
  await x.control("credits", { microDollars: null });
  expect((await x.get("users/by/username/contoso")).status).toBe(200);
});

it("is shown as a page", async () => {
  await x.post("tweets", { text: "Without a link" });
  const page = await fetch(`${x.sandbox.url}/bill`);
  expect(page.headers.get("content-type")).toContain("text/html");
  const text = await page.text();
  expect(text).toContain("$0.015 in all. Credits have no end.");
  expect(text).toMatch(/<td>a post<\/td><td>1<\/td><td>\$0\.015<\/td>/);
});
