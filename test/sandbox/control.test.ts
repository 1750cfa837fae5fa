import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { answerOf } from "../harness/answer.ts";
import { type SignedIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());

describe("the controls", () => {
  it("tell every call with what it read", async () => {
    await x.control("calls", undefined, "DELETE");
    await x.get("users/by/username/nobody_here");
    await x.get("tweets/search/recent", {
      query: "from:megan_bowen",
      expansions: "author_id,referenced_tweets.id",
    });
    await x.get("users/me/nothing");
    const { json } = await x.control("calls");
    expect(json).toMatchObject([
      { path: "/2/users/by/username/nobody_here", status: 200, resources: 0 },
      {
        method: "GET",
        path: "/2/tweets/search/recent",
        query: { query: "from:megan_bowen" },
        status: 200,
        userId: SANDBOX_USER.id,
        // Three posts, their author, and what they quote and answer.
        resources: 6,
      },
      { path: "/2/users/me/nothing", status: 404 },
    ]);
    expect(Date.parse(json[0].at)).not.toBeNaN();
  });

  it("show posts, people and who follows whom, without the crowd", async () => {
    const { json } = await x.control("state");
    expect(json.posts).toHaveLength(50);
    expect(json.posts[0]).toMatchObject({ author: "contoso" });
    expect(json.users).toContainEqual(
      expect.objectContaining({ username: "contoso", followers: 1208 }),
    );
    expect(json.follows).toContainEqual({ follower: SANDBOX_USER.username, followed: "contoso" });
    expect(json.users.length).toBeLessThan(20);
  });

  it("make many posts at once, the newest last", async () => {
    const { json } = await x.control("posts", {
      as: "newcomer",
      text: "burst",
      count: 150,
      spreadMs: 3_600_000,
    });
    expect(new Set(json.ids).size).toBe(150);
    const found = await x.get("tweets/search/recent", { query: "burst", max_results: "100" });
    expect(found.json.meta.newest_id).toBe(json.ids.at(-1));
    expect(found.json.data[0].text).toBe("burst 150");
    const page = await x.get("tweets/search/recent", {
      query: "burst",
      max_results: "100",
      next_token: found.json.meta.next_token,
    });
    expect(page.json.data).toHaveLength(50);
  });

  it("make a post of another day, and delete it", async () => {
    const createdAt = new Date(x.sandbox.clock.now() - 3 * 86_400_000).toISOString();
    const { json } = await x.control("posts", {
      as: "newcomer",
      text: "backdated",
      createdAt,
      media: ["photo"],
    });
    const { json: found } = await x.get("tweets", {
      ids: json.id,
      "tweet.fields": "created_at,lang",
    });
    expect(found.data[0]).toMatchObject({ created_at: createdAt, lang: "en" });
    expect((await fetch(json.media[0].url)).status).toBe(200);
    expect((await x.control(`posts/${json.id}`, undefined, "DELETE")).status).toBe(204);
    expect((await x.control(`posts/${json.id}`, undefined, "DELETE")).status).toBe(404);
  });

  it("change an account, and take it away", async () => {
    await x.control("users", { username: "Changing", id: "9007199254740993", name: "Before" });
    await x.control("users", { username: "changing", name: "After" });
    const { json } = await x.get("users/by/username/changing");
    expect(json.data).toEqual({ id: "9007199254740993", name: "After", username: "Changing" });
    await x.control("users", { username: "changing", deleted: true });
    const gone = await x.get("users/by/username/changing");
    expect(gone.json.errors[0].title).toBe("Not Found Error");
  });

  it("tell and set the time", async () => {
    const { json: moved } = await x.control("clock", { now: "2027-01-01T00:00:00.000Z" });
    expect(moved.now).toMatch(/^2027-01-01T00:00:0/);
    await x.control("clock", { advanceMs: 3_600_000 });
    const { json } = await x.control("clock");
    expect(json.now).toMatch(/^2027-01-01T01:00:0/);
  });

  it.each([
    ["clock", {}],
    ["posts", { as: "no handle" }],
    ["users", { username: "x", shoes: 44 }],
    ["apps", {}],
    ["media-processing", { outcome: "perhaps" }],
    ["clock", { advanceMs: 1e300 }],
    ["clock", { now: "0000-01-01T00:00:00Z" }],
    ["faults", { kind: "cut", path: "^(" }],
  ])("refuse what %s does not take", async (path, body) => {
    expect((await x.control(path, body)).status).toBe(400);
  });

  it("refuse what is no JSON, and what they do not have", async () => {
    const url = `${x.sandbox.url}/sandbox/posts`;
    expect((await answerOf(await fetch(url, { method: "POST", body: "{" }))).status).toBe(400);
    expect((await x.control("nothing")).status).toBe(404);
  });
});
