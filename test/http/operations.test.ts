import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type * as z from "zod";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import {
  OriginalTweetModel,
  TweetModel,
  TweetResponseModel,
  UserDetailsModel,
} from "../../src/connector/models.ts";
import type { Answer } from "../harness/answer.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(() => connector.forgetXCalls());

/** An answer holds every property of its model and no other; ids come as numbers in parsed JSON. */
const shapeOf = (model: z.ZodObject): string[] => Object.keys(model.shape).sort();
const expectTweets = (tweets: Record<string, unknown>[]) => {
  for (const tweet of tweets) {
    expect(Object.keys(tweet).sort()).toEqual(shapeOf(TweetModel));
    if (tweet.OriginalTweet !== null) {
      expect(Object.keys(tweet.OriginalTweet as object).sort()).toEqual(
        shapeOf(OriginalTweetModel),
      );
    }
  }
  const ids = tweets.map(({ TweetId }) => BigInt(TweetId as string));
  expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
};
const expectUsers = (users: object[]) => {
  for (const user of users) expect(Object.keys(user).sort()).toEqual(shapeOf(UserDetailsModel));
};

describe("reading", () => {
  it.each<[string, Record<string, string>, (json: never) => void]>([
    ["searchtweets", { searchQuery: "contoso", maxResults: "15" }, expectTweets],
    ["usertimeline", { userName: "contoso", maxResults: "15" }, expectTweets],
    ["hometimeline", { maxResults: "15" }, expectTweets],
    ["followers", { userName: "contoso", maxResults: "15" }, expectUsers],
    ["friends", { userName: SANDBOX_USER.username, maxResults: "15" }, expectUsers],
    ["myfollowers", { maxResults: "15" }, expectUsers],
    ["myfriends", { maxResults: "15" }, expectUsers],
  ])("%s answers a bare array of whole models", async (route, query, expectModels) => {
    const { status, json } = await connector.call(route, { query });
    expect(status).toBe(200);
    expect(json.length).toBeGreaterThan(0);
    expect(json.length).toBeLessThanOrEqual(15);
    expectModels(json as never);
  });

  it("user answers one whole model with all digits of the id", async () => {
    await connector.control("users", {
      id: "1460323737035677777",
      username: "long_id",
      name: "Long Id",
    });
    const { status, json, text } = await connector.call("user", { query: { userName: "long_id" } });
    expect(status).toBe(200);
    expectUsers([json]);
    expect(text).toContain('"Id":1460323737035677777,');
  });

  it("answers are UTF-8 JSON that nobody keeps, with a request id", async () => {
    const { headers } = await connector.call("user", {
      query: { userName: "contoso" },
      headers: { "x-ms-client-request-id": "0a1b2c3d-run-7" },
    });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-request-id")).toBe("0a1b2c3d-run-7");
    expect(headers.get("x-connector-x-calls")).toBe("1");
    expect(Number(headers.get("ratelimit-limit"))).toBe(600);
  });

  it("a search for from:@name reaches X as from:name, quoted text as it is", async () => {
    await connector.call("searchtweets", { query: { searchQuery: 'from:@contoso OR "to:@x"' } });
    const [call] = await connector.xCalls();
    expect(call?.query.query).toBe('from:contoso OR "to:@x"');
  });

  it("a retweet carries its original, a long post its whole text", async () => {
    const original = await connector.control("posts", {
      as: "contoso",
      text: `Long ${"news ".repeat(80)}end`,
    });
    const retweet = await connector.control("posts", {
      as: SANDBOX_USER.username,
      retweetOf: original.json.id,
    });
    const { json } = await connector.call("usertimeline", {
      query: { userName: SANDBOX_USER.username },
    });
    expect(json[0]).toMatchObject({
      TweetId: retweet.json.id,
      OriginalTweet: { TweetId: original.json.id, TweetedBy: "contoso" },
    });
    expect(json[0].OriginalTweet.TweetText).toMatch(/end$/);
  });
});

describe("maxResults", () => {
  it("is 20 unless given", async () => {
    const { json } = await connector.call("searchtweets", { query: { searchQuery: "contoso" } });
    expect(json).toHaveLength(20);
    expect((await connector.xCalls())[0]?.query.max_results).toBe("20");
  });

  it.each([
    ["searchtweets", { searchQuery: "contoso", maxResults: "3" }, "10", 3],
    ["usertimeline", { userName: "contoso", maxResults: "2" }, "5", 2],
    ["hometimeline", { maxResults: "1" }, "1", 1],
  ])(
    "below X's minimum, %s asks for the minimum and slices",
    async (route, query, asked, returned) => {
      const { json } = await connector.call(route, { query });
      expect(json).toHaveLength(returned);
      expect((await connector.xCalls()).at(-1)?.query.max_results).toBe(asked);
    },
  );

  it.each([
    ["searchtweets", { searchQuery: "contoso", maxResults: "101" }, "100"],
    ["hometimeline", { maxResults: "1e9" }, "100"],
    ["myfollowers", { maxResults: "1001" }, "1000"],
  ])("above the documented most, %s is capped and says so", async (route, query, asked) => {
    const { status, headers } = await connector.call(route, { query });
    expect(status).toBe(200);
    expect(headers.get("x-connector-notice")).toContain(`at most ${asked}`);
    expect((await connector.xCalls()).at(-1)?.query.max_results).toBe(asked);
  });
});

// A former owner's tweets were answered for up to six hours.
describe("a handle that somebody else has now", () => {
  /** Remembered as the first owner's; then the first owner takes another name and a second one takes the handle. */
  let lastId = 9_100;
  const changeOwner = async (handle: string, firstText?: string, secondText?: string) => {
    lastId += 2;
    const first = { id: String(lastId), username: handle };
    const second = { id: String(lastId + 1), username: handle };
    await connector.control("users", first);
    if (firstText) await connector.control("posts", { as: handle, text: firstText });
    await connector.call("user", { query: { userName: handle } });
    await connector.control("users", { ...first, username: `x_${handle}`.slice(0, 15) });
    await connector.control("users", second);
    if (secondText) await connector.control("posts", { as: handle, text: secondText });
    await connector.forgetXCalls();
    return second.id;
  };
  const texts = ({ json }: Answer) => json.map((tweet: { TweetText: string }) => tweet.TweetText);

  it.each([
    ["owner_a", "of the first", "of the second", ["of the second"]],
    ["owner_b", "of the first", undefined, []],
    ["owner_c", undefined, "of the second", ["of the second"]],
  ])("gives the tweets of its new owner: %s", async (handle, firstText, secondText, expected) => {
    await changeOwner(handle, firstText, secondText);
    const query = { userName: handle };
    expect(texts(await connector.call("usertimeline", { query }))).toEqual(expected);
  });

  it.each([
    ["followers", "followers"],
    ["friends", "following"],
  ])("gives the %s of its new owner", async (route, list) => {
    const handle = `list_${route}`;
    const id = await changeOwner(handle);
    await connector.call(route, { query: { userName: handle } });
    const paths = (await connector.xCalls()).map(({ path }) => path);
    expect(paths.at(-1)).toBe(`/2/users/${id}/${list}`);
  });

  it("is not found once nobody has it", async () => {
    await connector.control("users", { id: "9002", username: "given_up" });
    await connector.call("user", { query: { userName: "given_up" } });
    await connector.control("users", { id: "9002", username: "renamed" });
    for (const route of ["usertimeline", "followers", "friends"]) {
      const { status, json } = await connector.call(route, { query: { userName: "given_up" } });
      expect([status, json.code]).toEqual([404, "UserNotFound"]);
    }
  });
});

describe("what X bills", () => {
  it("a handle is looked up once, in any spelling, while its tweets tell whose they are", async () => {
    await connector.control("users", { id: "77", username: "looked_up", name: "Looked Up" });
    await connector.control("posts", { as: "looked_up", text: "still me" });
    for (const userName of ["looked_up", "@Looked_Up", "looked_up"]) {
      await connector.call("usertimeline", { query: { userName } });
    }
    const lookUps = (await connector.xCalls()).filter(({ path }) => path.includes("/by/username/"));
    expect(lookUps).toHaveLength(1);
  });

  it("a user who came along with an answer needs no look-up", async () => {
    await connector.control("posts", { as: "fabrikam", text: "a very particular word: zyzzyva" });
    await connector.call("searchtweets", { query: { searchQuery: "zyzzyva" } });
    await connector.call("usertimeline", { query: { userName: "fabrikam" } });
    expect((await connector.xCalls()).map(({ path }) => path).join()).not.toContain(
      "/by/username/",
    );
  });

  it("the log tells what was read, and that it is free for the rest of the day", async () => {
    await connector.control("users", { username: "seldom_read" });
    const read = async () => {
      connector.logs.length = 0;
      const { headers } = await connector.call("user", { query: { userName: "seldom_read" } });
      const record = connector.logs
        .map(({ message }) => message)
        .find((text) => text.includes('"User"'));
      return [headers.get("x-connector-x-cost"), JSON.parse(record ?? "{}")];
    };
    const told = { operation: "User", status: 200, xCalls: 1, xRead: 1 };
    expect(await read()).toMatchObject(["0.010", { ...told, xCost: 0.01 }]);
    expect(await read()).toMatchObject(["0.000", { ...told, xCost: 0 }]);
  });

  it("the signed-in user is never looked up", async () => {
    for (const route of ["hometimeline", "myfollowers", "myfriends"]) await connector.call(route);
    expect((await connector.xCalls()).map(({ path }) => path).join()).not.toContain("users/me");
    expect(await connector.xCalls()).toHaveLength(3);
  });
});

describe("sinceId", () => {
  it("returns what came after it", async () => {
    const first = await connector.control("posts", { as: "contoso", text: "sinceword one" });
    const second = await connector.control("posts", { as: "contoso", text: "sinceword two" });
    const { json } = await connector.call("searchtweets", {
      query: { searchQuery: "sinceword", sinceId: first.json.id },
    });
    expect(json.map(({ TweetId }: { TweetId: string }) => TweetId)).toEqual([second.json.id]);
  });

  it("of more than seven days ago returns what there is, in one call to X", async () => {
    const { status, json } = await connector.call("searchtweets", {
      query: { searchQuery: "contoso", sinceId: "1460323737035677698" },
    });
    expect(status).toBe(200);
    expect(json.length).toBeGreaterThan(0);
    expect(await connector.xCalls()).toHaveLength(1);
  });
});

describe("posting", () => {
  it("posts the text without @ and answers with the tweet's id", async () => {
    const { status, json } = await connector.call("posttweet", {
      method: "POST",
      query: { tweetText: "Thanks @contoso and ＠fabrikam 😀" },
    });
    expect(status).toBe(200);
    expect(TweetResponseModel.strict().safeParse(json).success).toBe(true);
    const timeline = await connector.call("usertimeline", {
      query: { userName: SANDBOX_USER.username, maxResults: "1" },
    });
    expect(timeline.json[0]).toMatchObject({
      TweetId: json.TweetId,
      TweetText: "Thanks contoso and fabrikam 😀",
    });
  });

  it.each(["", "  "])("text %o is nothing to post", async (tweetText) => {
    const { status, json } = await connector.call("posttweet", {
      method: "POST",
      query: { tweetText },
    });
    expect([status, json.code]).toEqual([400, "NothingToPost"]);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("retweets, and again without an error, also by a link to the same post", async () => {
    const { json: post } = await connector.control("posts", { as: "contoso", text: "Retweet me" });
    const query = { tweetId: post.id, trimUser: "False" };
    const first = await connector.call("retweet", { method: "POST", query });
    const link = `https://twitter.com/contoso/status/${post.id}?s=20`;
    const again = { method: "POST", query: { tweetId: link } };
    const second = await connector.call("retweet", again);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.json.TweetId).toMatch(/^\d+$/);
    expect(second.json).toEqual(first.json);
  });

  it("a tweet that does not exist cannot be retweeted", async () => {
    const { status, json } = await connector.call("retweet", {
      method: "POST",
      query: { tweetId: "1" },
    });
    expect([status, json.code]).toEqual([404, "TweetNotFound"]);
  });
});
