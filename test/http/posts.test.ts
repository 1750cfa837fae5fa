/** Reading posts by the operations beside the contract. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { FoundPostsModel, PostModel, PostPageModel } from "../../src/connector/post-models.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

const HOUR_MS = 3_600_000;

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(async () => {
  await connector.control("faults", undefined, "DELETE");
  await connector.forgetXCalls();
});

const get = (route: string, query: Record<string, string> = {}) => connector.call(route, { query });
const make = async (post: object): Promise<string> =>
  (await connector.control("posts", post)).json.id;
const askedFor = async (name: string) => (await connector.xCalls()).map(({ query }) => query[name]);
const keysOf = (value: object) => Object.keys(value).sort();
interface Posted {
  readonly TweetId: string;
}
const idsOf = (posts: readonly Posted[]) => posts.map(({ TweetId }) => TweetId);

describe("a post", () => {
  it("comes with its metrics, its link and the ids of what it refers to", async () => {
    const question = await make({ as: "contoso", text: "Any questions?", likes: 7 });
    const answer = await make({ as: "fabrikam", text: "Yes & no", inReplyTo: question });
    await make({ as: "lee_gu", text: "See this", quoteOf: answer });
    await make({ as: "lee_gu", retweetOf: answer });
    const { status, json, headers } = await get("post", { tweetId: answer });
    expect(status).toBe(200);
    expect(keysOf(json)).toEqual(keysOf(PostModel.shape));
    expect(json).toMatchObject({
      TweetId: answer,
      TweetText: "Yes &amp; no",
      Link: `https://x.com/fabrikam/status/${answer}`,
      TweetedBy: "fabrikam",
      RetweetCount: 1,
      QuoteCount: 1,
      ReplyCount: 0,
      InReplyToTweetId: question,
      ConversationId: question,
      QuotedTweetId: "",
      UserDetails: { UserName: "fabrikam" },
    });
    expect(headers.get("x-connector-x-cost")).toBe("0.015");
    expect(headers.get("ratelimit-limit")).toBe("600");
    const { json: first } = await get("post", { tweetId: `https://x.com/i/status/${question}` });
    expect(first).toMatchObject({ TweetId: question, LikeCount: 7, ReplyCount: 1 });
  });

  it("that X has not is told with X's reason", async () => {
    const { status, json } = await get("post", { tweetId: "1" });
    expect([status, json.code, json.target]).toEqual([404, "TweetNotFound", "tweetId"]);
    expect(json.message).toContain("X answered: Could not find tweet with ids: [1].");
    expect(json.x.type).toContain("resource-not-found");
  });

  it("of a protected account is told as such", async () => {
    const tweetId = await make({ as: "private_pat", text: "For friends" });
    const { status, json } = await get("post", { tweetId });
    expect([status, json.code]).toEqual([403, "UserProtected"]);
  });
});

describe("posts", () => {
  it("come in the order of their ids, each once, and the missing ones are named", async () => {
    const ids = [
      await make({ as: "contoso", text: "First of two" }),
      await make({ as: "fabrikam", text: "Second of two" }),
    ];
    const hidden = await make({ as: "private_pat", text: "For friends only" });
    const [first = "", second = ""] = ids;
    const link = `https://twitter.com/x/status/${second}?s=20`;
    const tweetIds = JSON.stringify([link, "1", first, hidden, second]);
    const { status, json } = await get("posts", { tweetIds });
    expect(status).toBe(200);
    expect(keysOf(json)).toEqual(keysOf(FoundPostsModel.shape));
    expect(idsOf(json.Posts)).toEqual([second, first]);
    expect(json.Missing).toEqual([
      { TweetId: "1", Reason: "Could not find tweet with ids: [1]." },
      { TweetId: hidden, Reason: expect.stringContaining("not authorized to see the Tweet") },
    ]);
    expect(await askedFor("ids")).toEqual([`${second},1,${first},${hidden}`]);
  });

  it("that are all missing are no error", async () => {
    const { status, json } = await get("posts", { tweetIds: "1\n2" });
    expect([status, json.Posts, idsOf(json.Missing)]).toEqual([200, [], ["1", "2"]]);
  });

  it("are not missing where X tells of errors and of none of them", async () => {
    await connector.control("faults", { kind: "errorsOnly" });
    const { status, json } = await get("posts", { tweetIds: "1" });
    expect([status, json.code]).toEqual([502, "XUnavailable"]);
  });

  it("can be a hundred, in one call", async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => String(index + 1));
    expect((await get("posts", { tweetIds: hundred.join(",") })).json.Missing).toHaveLength(100);
    const { status, json } = await get("posts", { tweetIds: [...hundred, "101"].join(",") });
    expect([status, json.target]).toEqual([400, "tweetIds"]);
    expect(json.message).toContain('"Posts" has 101 values.');
    expect(await connector.xCalls()).toHaveLength(1);
  });

  it("are refused with all that is wrong", async () => {
    const { json } = await get("posts", { tweetIds: "1, abc, https://x.com/contoso" });
    expect(json.details.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringContaining('"Posts", value 2 (abc) must be the id of a post'),
      expect.stringContaining(
        '"Posts", value 3 (https://x.com/contoso) is a link to X, but to no post',
      ),
    ]);
    expect(await connector.xCalls()).toEqual([]);
  });
});

describe("my mentions", () => {
  const mention = (index: number) =>
    make({ as: "fabrikam", text: `Hello @${SANDBOX_USER.username}, number ${index}` });

  it("come newest first, page after page, each once", async () => {
    const made: string[] = [];
    for (let index = 0; index < 12; index += 1) made.unshift(await mention(index));
    const first = await get("mymentions", { maxResults: "7" });
    expect(keysOf(first.json)).toEqual(keysOf(PostPageModel.shape));
    expect(idsOf(first.json.Posts)).toEqual(made.slice(0, 7));
    const { json } = await get("mymentions", { maxResults: "5", nextToken: first.json.NextToken });
    expect(idsOf(json.Posts)).toEqual(made.slice(7));
    const since = await get("mymentions", { sinceId: made[3] ?? "" });
    expect(idsOf(since.json.Posts)).toEqual(made.slice(0, 3));
    expect(since.json.NextToken).toBe("");
  });

  it("include replies, and neither one's own posts nor retweets", async () => {
    const own = await make({ as: SANDBOX_USER.username, text: `I am @${SANDBOX_USER.username}` });
    const reply = await make({ as: "contoso", text: "Indeed", inReplyTo: own });
    await make({ as: "fabrikam", retweetOf: own });
    const { json } = await get("mymentions", { sinceId: own });
    expect(idsOf(json.Posts)).toEqual([reply]);
  });

  it("are five at least, because X bills five", async () => {
    const { json, headers } = await get("mymentions", { maxResults: "1" });
    expect(json.Posts).toHaveLength(5);
    expect(headers.get("x-connector-notice")).toContain("maxResults was 1; X gives 5 posts");
  });
});

describe("a search for posts", () => {
  const WORD = "zanzibar";
  beforeAll(async () => {
    await connector.control("posts", { as: "contoso", text: WORD, count: 620, spreadMs: HOUR_MS });
    connector.clock.advance(60_000);
  });
  const searchPosts = (query: Record<string, string> = {}) =>
    get("searchposts", { searchQuery: WORD, ...query });

  it("gives up to 500 over X's pages, and goes on where it ended", async () => {
    const first = await searchPosts({ maxResults: "500" });
    expect([first.status, first.json.Posts.length]).toEqual([200, 500]);
    expect(await askedFor("max_results")).toEqual(["100", "100", "100", "100", "100"]);
    const { NextToken: nextToken } = first.json;
    const rest = await searchPosts({ maxResults: "500", nextToken });
    expect([rest.json.Posts.length, rest.json.NextToken]).toEqual([120, ""]);
    const ids = [...idsOf(first.json.Posts), ...idsOf(rest.json.Posts)];
    expect(new Set(ids).size).toBe(620);
  });

  it("asks for no more than was wanted, in pages that X allows", async () => {
    const { json } = await searchPosts({ maxResults: "103" });
    expect(json.Posts).toHaveLength(103);
    expect(await askedFor("max_results")).toEqual(["52", "51"]);
  });

  it.each([
    ["501", 500, "at most 500 posts are returned"],
    ["3", 10, "X gives 10 posts at least"],
  ])("for %s gives %i, and tells why", async (maxResults, count, notice) => {
    const { json, headers } = await searchPosts({ maxResults });
    expect(json.Posts).toHaveLength(count);
    expect(headers.get("x-connector-notice")).toContain(notice);
  });

  it("keeps what was read before X failed, and says how to go on", async () => {
    await connector.control("faults", { kind: "slow" });
    await connector.control("faults", { kind: "rateLimited" });
    const { status, json, headers } = await searchPosts({ maxResults: "300" });
    expect([status, json.Posts.length]).toEqual([200, 100]);
    expect(headers.get("x-connector-notice")).toMatch(/Not all were read: X answered/);
    const { NextToken: nextToken } = json;
    const rest = await searchPosts({ maxResults: "200", nextToken });
    expect(new Set([...idsOf(json.Posts), ...idsOf(rest.json.Posts)]).size).toBe(300);
  });

  it("ends after a few pages, however many X leads on to", async () => {
    await connector.control("faults", { kind: "endlessPages", times: 100 });
    const { json, headers } = await searchPosts({ maxResults: "50" });
    expect(json.Posts).toEqual([]);
    expect(json.NextToken).not.toBe("");
    expect(headers.get("x-connector-notice")).toContain("call again with the continuation token");
    expect(await connector.xCalls()).toHaveLength(10);
  });

  it("keeps to the times given, and to those of its text, of each the narrower one", async () => {
    const at = (hours: number) => new Date(connector.clock.now() - hours * HOUR_MS).toISOString();
    const { json } = await searchPosts({ startTime: at(0.5), endTime: at(0.25) });
    expect(json.Posts).toHaveLength(20);
    for (const { CreatedAtIso } of json.Posts) {
      expect(CreatedAtIso >= at(0.5) && CreatedAtIso < at(0.25)).toBe(true);
    }
    await connector.forgetXCalls();
    const [from = "", until = ""] = [at(72).slice(0, 10), at(48).slice(0, 10)];
    await get("searchposts", { searchQuery: `x since:${from}`, startTime: until });
    expect(await askedFor("start_time")).toEqual([`${until}T00:00:00.000Z`]);
    const none = await get("searchposts", { searchQuery: "x", endTime: at(24 * 8) });
    expect([none.status, none.json.Posts]).toEqual([200, []]);
    expect(none.headers.get("x-connector-notice")).toContain("nothing is found before that time");
  });

  it("is in the order asked for, and in the classic language", async () => {
    await get("searchposts", { searchQuery: "from:@contoso", sortOrder: "Relevancy" });
    expect(await askedFor("sort_order")).toEqual(["relevancy"]);
    expect(await askedFor("query")).toEqual(["from:contoso"]);
  });

  it.each([
    ["startTime", "yesterday", '"Posted from" must be a time such as'],
    ["startTime", "2026-13-40", '"Posted from" must be a time such as'],
    ["sortOrder", "oldest", '"Order" must be recency or relevancy.'],
    ["nextToken", "no-token", "X answered: The `next_token` query parameter value [no-token]"],
  ])("refuses %s %s", async (name, value, message) => {
    const { status, json } = await searchPosts({ [name]: value });
    expect([status, json.target]).toEqual([400, name]);
    expect(json.message).toContain(message);
  });

  it("refuses times without anything between them", async () => {
    const { status, json } = await searchPosts({ startTime: "2026-11-25", endTime: "2026-11-24" });
    expect([status, json.target]).toEqual([400, "startTime"]);
  });
});

describe("counting posts", () => {
  const WORD = "quokka";
  beforeAll(async () => {
    await connector.control("posts", { as: "contoso", text: WORD, count: 30, spreadMs: HOUR_MS });
    connector.clock.advance(60_000);
  });
  const count = (query: Record<string, string> = {}) =>
    get("countposts", { searchQuery: WORD, ...query });
  interface Bucket {
    readonly Start: string;
    readonly End: string;
    readonly Count: number;
  }
  const sum = (buckets: readonly Bucket[]) => buckets.reduce((all, { Count }) => all + Count, 0);

  it.each([
    ["hour", 168, 169],
    ["day", 7, 8],
  ])("by the %s covers seven days without a gap", async (granularity, least, most) => {
    const { json, headers } = await count({ granularity });
    const buckets: readonly Bucket[] = json.Counts;
    expect(json.Total).toBe(30);
    expect(sum(buckets)).toBe(30);
    expect(buckets.length).toBeGreaterThanOrEqual(least);
    expect(buckets.length).toBeLessThanOrEqual(most);
    expect(buckets.slice(1).map(({ Start }) => Start)).toEqual(
      buckets.slice(0, -1).map(({ End }) => End),
    );
    expect(headers.get("x-connector-x-cost")).toBe("0.005");
  });

  it("keeps to the times given", async () => {
    const startTime = new Date(connector.clock.now() - HOUR_MS / 2).toISOString();
    const { json } = await count({ startTime });
    expect(json.Total).toBeGreaterThan(10);
    expect(json.Total).toBeLessThan(20);
    expect(json.Counts[0].Start).toBe(startTime);
  });

  it("says so where X counts for apps only", async () => {
    await connector.control("faults", { kind: "unsupportedAuthentication" });
    const { status, json } = await count();
    expect([status, json.code]).toEqual([403, "NotPermitted"]);
    expect(json.message).toMatch(/^X counts posts for apps only.*Search for the posts instead\.$/);
  });
});

describe("undoing a retweet", () => {
  const undo = (tweetId: string) =>
    connector.call("undoretweet", { method: "DELETE", query: { tweetId } });
  const retweetsOf = async (id: string) =>
    (await connector.control("state")).json.posts.filter(
      (post: { retweetOf?: string }) => post.retweetOf === id,
    );

  it("takes it back, and again without an error", async () => {
    const tweetId = await make({ as: "contoso", text: "Retweet this" });
    await connector.call("retweet", { method: "POST", query: { tweetId } });
    expect(await retweetsOf(tweetId)).toHaveLength(1);
    const first = await undo(`https://x.com/contoso/status/${tweetId}`);
    expect(first.text).toBe(`{"TweetId":"${tweetId}","Retweeted":false}`);
    expect(first.headers.get("x-connector-x-cost")).toBe("0.010");
    expect(first.headers.get("ratelimit-limit")).toBe("600");
    expect(await retweetsOf(tweetId)).toEqual([]);
    expect((await undo(tweetId)).text).toBe(first.text);
  });
});
