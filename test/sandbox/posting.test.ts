import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());

const RETWEETS = `users/${SANDBOX_USER.id}/retweets`;
const DUPLICATE = "You are not allowed to create a Tweet with duplicate content.";

describe("a post", () => {
  it("is created with a snowflake of the sandbox's clock, and is the newest of all", async () => {
    const { status, json } = await x.post("tweets", { text: "Hi & bye" });
    expect(status).toBe(201);
    expect(json.data.text).toBe("Hi &amp; bye");
    const at = Number((BigInt(json.data.id) >> 22n) + 1288834974657n);
    expect(Math.abs(at - x.sandbox.clock.now())).toBeLessThan(5000);
    const timeline = await x.get(`users/${SANDBOX_USER.id}/tweets`);
    expect(timeline.json.data[0].id).toBe(json.data.id);
  });

  it("gets its addresses shortened", async () => {
    const { json } = await x.post("tweets", { text: "See https://contoso.com/a?b=1&c=2." });
    expect(json.data.text).toMatch(/^See https:\/\/t\.co\/\w{10}\.$/);
    const { json: found } = await x.get("tweets", {
      ids: json.data.id,
      "tweet.fields": "entities",
    });
    expect(found.data[0].entities.urls[0].expanded_url).toBe("https://contoso.com/a?b=1&c=2");
  });

  it("with the same text is a duplicate for a day, whoever else may say it", async () => {
    await x.post("tweets", { text: "Twice https://contoso.com" });
    const again = await x.post("tweets", { text: "Twice https://contoso.com" });
    expect([again.status, again.json.detail]).toEqual([403, DUPLICATE]);
    const other = callsAs(x.sandbox, await signIn(x.sandbox, { as: "lee_gu" }));
    expect((await other.post("tweets", { text: "Twice https://contoso.com" })).status).toBe(201);
    x.sandbox.clock.advance(24 * 60 * 60 * 1000);
    const later = callsAs(x.sandbox, await signIn(x.sandbox));
    expect((await later.post("tweets", { text: "Twice https://contoso.com" })).status).toBe(201);
    x.sandbox.clock.advance(-24 * 60 * 60 * 1000);
    x = callsAs(x.sandbox, await signIn(x.sandbox));
  });

  it.each([
    ["280 letters", "x".repeat(280), 201],
    ["281 letters", "y".repeat(281), 400],
    ["140 emoji of several code points", "👩‍🚀".repeat(140), 201],
    ["141 letters that count twice", "字".repeat(141), 400],
    ["a long address, which counts 23", `https://contoso.com/${"a".repeat(300)}`, 201],
  ])("of %s gets %i", async (_, text, status) => {
    expect((await x.post("tweets", { text })).status).toBe(status);
  });

  it("may be long for an account with a subscription", async () => {
    const contoso = callsAs(x.sandbox, await signIn(x.sandbox, { as: "contoso" }));
    const text = "long ".repeat(100).trim();
    const { status, json } = await contoso.post("tweets", { text });
    expect(status).toBe(201);
    const { json: found } = await x.get("tweets", {
      ids: json.data.id,
      "tweet.fields": "note_tweet",
    });
    expect(found.data[0].note_tweet.text).toBe(text);
    expect(found.data[0].text).toMatch(/… https:\/\/t\.co\/\w{10}$/);
  });

  it("may answer another, unless that is gone", async () => {
    const text = `Is @${SANDBOX_USER.username} here?`;
    const { json: question } = await x.control("posts", { as: "contoso", text });
    const reply = { in_reply_to_tweet_id: question.id };
    const { json } = await x.post("tweets", { text: "@contoso I am", reply });
    const { json: found } = await x.get("tweets", {
      ids: json.data.id,
      "tweet.fields": "in_reply_to_user_id,referenced_tweets,conversation_id",
    });
    expect(found.data[0]).toMatchObject({
      in_reply_to_user_id: question.authorId,
      conversation_id: question.id,
      referenced_tweets: [{ type: "replied_to", id: question.id }],
    });
    await x.control(`posts/${question.id}`, undefined, "DELETE");
    const late = await x.post("tweets", { text: "@contoso Still?", reply });
    expect(late.json.detail).toContain("deleted or not visible to you");
  });

  it("answers only who mentioned or quoted its author, and its author's own", async () => {
    const answer = (id: string) =>
      x.post("tweets", { text: `To ${id}`, reply: { in_reply_to_tweet_id: id } });
    const { json: news } = await x.control("posts", { as: "contoso", text: "News" });
    const refused = await answer(news.id);
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringContaining("not been mentioned or otherwise engaged by the author"),
    ]);
    const { json: own } = await x.post("tweets", { text: "Quote me" });
    expect((await answer(own.data.id)).status).toBe(201);
    const quote = { as: "contoso", text: "As was said", quoteOf: own.data.id };
    expect((await answer((await x.control("posts", quote)).json.id)).status).toBe(201);
  });

  it("asks in a poll, and tells who may reply to it", async () => {
    const poll = { options: ["Yes", "No"], duration_minutes: 5 };
    const { json } = await x.post("tweets", { text: "Well?", poll, reply_settings: "following" });
    const { json: found } = await x.get("tweets", {
      ids: json.data.id,
      "tweet.fields": "reply_settings",
      expansions: "attachments.poll_ids",
      "poll.fields": "duration_minutes,voting_status",
    });
    expect(found.data[0]).toMatchObject({ reply_settings: "following" });
    expect(found.includes.polls).toEqual([
      {
        id: found.data[0].attachments.poll_ids[0],
        options: [
          { position: 1, label: "Yes", votes: 0 },
          { position: 2, label: "No", votes: 0 },
        ],
        duration_minutes: 5,
        voting_status: "open",
      },
    ]);
  });

  it.each([
    ["nothing", {}],
    ["a poll of one", { text: "x", poll: { options: ["A"], duration_minutes: 5 } }],
    ["a poll of a moment", { text: "x", poll: { options: ["A", "B"], duration_minutes: 4 } }],
    ["a long answer", { text: "x", poll: { options: ["A", "b".repeat(26)], duration_minutes: 5 } }],
    [
      "a poll with media",
      {
        text: "x",
        poll: { options: ["A", "B"], duration_minutes: 5 },
        media: { media_ids: ["1"] },
      },
    ],
    ["who may reply by another name", { text: "x", reply_settings: "everyone" }],
    ["an empty text", { text: "" }],
    ["a property that X does not know", { text: "x", colour: "red" }],
    ["a text that is none", { text: 5 }],
    ["media that are not there", { text: "x", media: { media_ids: ["1"] } }],
    ["a quote of what is not there", { text: "x", quote_tweet_id: "1" }],
  ])("of %s is refused", async (_, body) => {
    const { status, json } = await x.post("tweets", body);
    expect([status, json.title]).toEqual([400, "Invalid Request"]);
  });

  it("that is no JSON is refused", async () => {
    const response = await fetch(`${x.sandbox.url}/2/tweets`, {
      method: "POST",
      headers: { authorization: `Bearer ${x.tokens.access_token}` },
      body: "{",
    });
    expect(response.status).toBe(400);
  });
});

describe("a repost", () => {
  it("is in the timeline, and no second one is made", async () => {
    const { json: post } = await x.control("posts", { as: "fabrikam", text: "Repost me" });
    const first = await x.post(RETWEETS, { tweet_id: post.id });
    expect(first.json.data).toEqual({ retweeted: true, rest_id: expect.stringMatching(/^\d+$/) });
    const second = await x.post(RETWEETS, { tweet_id: post.id });
    expect(second.status).toBe(400);
    expect(second.json.errors[0].message).toBe(
      "You cannot retweet a Tweet that you have already retweeted.",
    );
    const { json } = await x.get("tweets", {
      ids: post.id,
      "tweet.fields": "public_metrics",
    });
    expect(json.data[0].public_metrics.retweet_count).toBe(1);
  });

  it("is cut to 140 code points and mentions the author", async () => {
    const text = `${"a ".repeat(60)}@lee_gu ${"b ".repeat(40)}`.trim();
    const { json: post } = await x.control("posts", { as: "fabrikam", text });
    const { json } = await x.post(RETWEETS, { tweet_id: post.id });
    const { json: found } = await x.get("tweets", {
      ids: json.data.rest_id,
      "tweet.fields": "entities",
    });
    const [item] = found.data;
    expect([...item.text].length).toBeLessThanOrEqual(140);
    expect(item.text).toMatch(/^RT @fabrikam: a .*…$/);
    const [author] = item.entities.mentions;
    expect(author).toMatchObject({ username: "fabrikam", start: 3, end: 12 });
  });

  it("goes back to the original, and cannot be made of what one must not see", async () => {
    const { json: post } = await x.control("posts", { as: "fabrikam", text: "The original" });
    const { json: repost } = await x.control("posts", { as: "contoso", retweetOf: post.id });
    const { json } = await x.post(RETWEETS, { tweet_id: repost.id });
    const { json: found } = await x.get("tweets", {
      ids: json.data.rest_id,
      "tweet.fields": "referenced_tweets",
    });
    expect(found.data[0].referenced_tweets).toEqual([{ type: "retweeted", id: post.id }]);
    const { json: closed } = await x.control("posts", { as: "private_pat", text: "Not for you" });
    expect((await x.post(RETWEETS, { tweet_id: closed.id })).status).toBe(404);
    expect((await x.post(RETWEETS, { tweet_id: "1" })).status).toBe(404);
    expect((await x.post(RETWEETS, { tweet_id: "one" })).status).toBe(400);
    expect((await x.post("users/20734210/retweets", { tweet_id: post.id })).status).toBe(403);
  });

  it("of a protected account is not permitted even to a follower", async () => {
    const megan = callsAs(x.sandbox, await signIn(x.sandbox, { as: "megan_bowen" }));
    const { json: closed } = await x.control("posts", { as: "private_pat", text: "Just us" });
    const { json: me } = await megan.get("users/me");
    const { status } = await megan.post(`users/${me.data.id}/retweets`, { tweet_id: closed.id });
    expect(status).toBe(403);
  });
});

describe("posts by id", () => {
  it("come with an error for each that is missing or closed", async () => {
    const { json: open } = await x.control("posts", { as: "fabrikam", text: "Open" });
    const { json: closed } = await x.control("posts", { as: "private_pat", text: "Closed" });
    const { json } = await x.get("tweets", { ids: `${open.id},${closed.id},1` });
    expect(json.data).toHaveLength(1);
    expect(json.errors.map(({ title }: { title: string }) => title)).toEqual([
      "Authorization Error",
      "Not Found Error",
    ]);
  });

  it("are a hundred at most", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1).join(",");
    expect((await x.get("tweets", { ids })).status).toBe(400);
  });
});
