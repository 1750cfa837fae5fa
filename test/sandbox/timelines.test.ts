import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());

const CONTOSO = "1460323737035677698";
const FABRIKAM = "20734210";
const HOME = `users/${SANDBOX_USER.id}/timelines/reverse_chronological`;

/** What the connector asks for. */
const VIEW = {
  "tweet.fields": "author_id,entities,attachments,referenced_tweets,note_tweet,public_metrics",
  expansions:
    "author_id,attachments.media_keys,entities.mentions.username,entities.note.mentions.username,referenced_tweets.id,referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys",
  "user.fields": "public_metrics",
  "media.fields": "url,preview_image_url,variants,alt_text,width,height,duration_ms,public_metrics",
};

interface Item {
  readonly id: string;
  readonly text: string;
}
const idsOf = (items: readonly Item[]) => items.map(({ id }) => BigInt(id));

describe("a timeline", () => {
  it("is newest first, ten posts unless told, with id and text only", async () => {
    const { json } = await x.get(`users/${CONTOSO}/tweets`);
    expect(json.data).toHaveLength(10);
    expect(Object.keys(json.data[0]).sort()).toEqual(["edit_history_tweet_ids", "id", "text"]);
    const ids = idsOf(json.data);
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
    expect(json.meta).toMatchObject({
      result_count: 10,
      newest_id: json.data[0].id,
      oldest_id: json.data[9].id,
    });
  });

  it("pages through everything once, even when something is posted meanwhile", async () => {
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const { json } = await x.get(`users/${CONTOSO}/tweets`, {
        max_results: "100",
        ...(token && { pagination_token: token }),
      });
      seen.push(...json.data.map(({ id }: Item) => id));
      token = json.meta.next_token;
      await x.control("posts", { as: "contoso", text: `Meanwhile ${seen.length}` });
    } while (token);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(160);
  });

  it.each(["4", "101"])("of a user refuses max_results %s", async (max_results) => {
    const { status, json } = await x.get(`users/${CONTOSO}/tweets`, { max_results });
    expect(status).toBe(400);
    expect(json.errors[0]).toEqual({
      parameters: { max_results: [max_results] },
      message: `The \`max_results\` query parameter value [${max_results}] is not between 5 and 100`,
    });
  });

  it("keeps between since_id and until_id, and leaves out what is excluded", async () => {
    const all = (await x.get(`users/${SANDBOX_USER.id}/tweets`, { max_results: "100" })).json.data;
    const between = await x.get(`users/${SANDBOX_USER.id}/tweets`, {
      since_id: all.at(-1).id,
      until_id: all[0].id,
    });
    expect(between.json.data).toHaveLength(all.length - 2);
    const own = await x.get(`users/${SANDBOX_USER.id}/tweets`, { exclude: "replies,retweets" });
    expect(own.json.data.map(({ text }: Item) => text)).toEqual([
      "Hello from Northwind 👋",
      "First day in the sandbox",
    ]);
  });

  it("keeps between start_time and end_time", async () => {
    const at = (hoursAgo: number) =>
      new Date(x.sandbox.clock.now() - hoursAgo * 3_600_000).toISOString();
    const { json } = await x.get(`users/${SANDBOX_USER.id}/tweets`, {
      start_time: at(31),
      end_time: at(6),
    });
    expect(json.data).toHaveLength(2);
  });

  it("of a protected or suspended user is 200 with an error", async () => {
    const closed = await x.get("users/1802345678901234569/tweets");
    expect(closed.json.errors[0]).toMatchObject({ title: "Authorization Error", section: "data" });
    const gone = await x.get("users/1802345678901234570/tweets");
    expect(gone.json.errors[0].detail).toContain("suspended");
  });

  it("of a protected user is open to a follower", async () => {
    const friend = callsAs(x.sandbox, await signIn(x.sandbox, { as: "megan_bowen" }));
    const { json } = await friend.get("users/1802345678901234569/tweets");
    expect(json.data).toHaveLength(1);
  });

  it("of home holds one's own posts and those of whom one follows", async () => {
    const { json } = await x.get(HOME, { ...VIEW, max_results: "100" });
    const authors = new Set(json.data.map((post: { author_id: string }) => post.author_id));
    expect(authors).toContain(SANDBOX_USER.id);
    expect(authors).toContain(CONTOSO);
    expect(authors).not.toContain("1802345678901234568");
  });

  it("of home is one's own only", async () => {
    const { status } = await x.get(`users/${CONTOSO}/timelines/reverse_chronological`);
    expect(status).toBe(400);
  });
});

describe("what comes along", () => {
  it("a retweet refers to its original, whose author and pictures are included", async () => {
    const { json } = await x.get(`users/${CONTOSO}/tweets`, { ...VIEW, max_results: "100" });
    const retweet = json.data.find(({ text }: Item) => text.startsWith("RT @fabrikam: "));
    const [{ type, id }] = retweet.referenced_tweets;
    const original = json.includes.tweets.find((post: Item) => post.id === id);
    expect(type).toBe("retweeted");
    expect(original.author_id).toBe(FABRIKAM);
    expect(json.includes.users.map((user: Item) => user.id)).toContain(FABRIKAM);
    const [key] = original.attachments.media_keys;
    expect(json.includes.media).toContainEqual({
      media_key: key,
      type: "photo",
      url: `${x.sandbox.url}/media/pictures/${key}.svg`,
      alt_text: "Rolls of cloth in many colours",
      width: 1200,
      height: 675,
    });
  });

  it("a moving picture has a preview and variants, and no url", async () => {
    const { json } = await x.get(HOME, { ...VIEW, max_results: "100" });
    const video = json.includes.media.find(({ type }: { type: string }) => type === "video");
    expect(Object.keys(video)).toEqual(
      expect.arrayContaining(["preview_image_url", "variants", "duration_ms", "public_metrics"]),
    );
    expect(video.url).toBeUndefined();
    expect((await fetch(video.preview_image_url)).status).toBe(200);
  });

  it("a long post is cut with a link, and whole in note_tweet", async () => {
    const { json } = await x.get("users/812345/tweets", VIEW);
    const [report] = json.data;
    expect(report.text).toMatch(/… https:\/\/t\.co\/\w{10}$/);
    expect([...report.text].length).toBeLessThanOrEqual(300);
    expect(report.note_tweet.text).toMatch(/@contoso und @spam_sam! #Forschung$/);
    const mentions = report.note_tweet.entities.mentions;
    expect(mentions).toMatchObject([
      { username: "contoso", id: CONTOSO },
      { username: "spam_sam" },
    ]);
    expect(mentions[1].id).toBeUndefined();
    expect(json.errors).toMatchObject([
      {
        parameter: "entities.note.mentions.username",
        detail: "User has been suspended: [spam_sam].",
      },
    ]);
  });

  it("a retweet of a deleted post keeps its text, with an error beside it", async () => {
    const { json } = await x.get(`users/${FABRIKAM}/tweets`, VIEW);
    const retweet = json.data.find(({ text }: Item) => text === "RT @wingtip: We said too much");
    const [{ id }] = retweet.referenced_tweets;
    expect(json.errors).toMatchObject([
      {
        parameter: "referenced_tweets.id",
        value: id,
        resource_type: "tweet",
        detail: `Could not find tweet with referenced_tweets.id: [${id}].`,
      },
    ]);
  });

  it("a retweet of a suspended user's post is not authorized", async () => {
    const { json } = await x.get("users/1802345678901234567/tweets", VIEW);
    expect(json.errors).toContainEqual(
      expect.objectContaining({
        title: "Authorization Error",
        parameter: "referenced_tweets.id",
        section: "includes",
      }),
    );
  });

  it("entities are counted in code points of the escaped text", async () => {
    const { json } = await x.get(`users/${FABRIKAM}/tweets`, VIEW);
    const sale = json.data.find(({ text }: Item) => text.startsWith("Less than"));
    const [url] = sale.entities.urls;
    expect(sale.text).toContain("&lt;3");
    expect([...sale.text].slice(url.start, url.end).join("")).toBe(url.url);
    expect(url.expanded_url).toBe("https://fabrikam.example/sale");
  });

  it("counts retweets, replies and quotes of a post", async () => {
    const { json } = await x.get(`users/${FABRIKAM}/tweets`, VIEW);
    const collection = json.data.find(({ text }: Item) => text.startsWith("The new collection"));
    expect(collection.public_metrics).toMatchObject({
      retweet_count: 2,
      quote_count: 1,
      like_count: 512,
    });
  });
});

describe("the vocabulary", () => {
  it("of post.fields is answered with posts", async () => {
    const { json } = await x.get(`users/${CONTOSO}/tweets`, {
      "post.fields": "referenced_posts,public_metrics",
      expansions: "referenced_posts.id,author_id",
      "user.fields": "public_metrics",
      max_results: "100",
    });
    const retweet = json.data.find(({ text }: Item) => text.startsWith("RT @"));
    expect(retweet.referenced_posts).toHaveLength(1);
    expect(retweet.public_metrics).toHaveProperty("repost_count");
    expect(retweet).toHaveProperty("edit_history_post_ids");
    expect(json.includes.posts).toHaveLength(1);
    expect(json.includes.users[0].public_metrics).toHaveProperty("post_count");
  });

  it("of tweets drops the names of the other without a word", async () => {
    const { status, json } = await x.get("users/812345/tweets", {
      "tweet.fields": "note_post,referenced_posts,lang",
      expansions: "referenced_posts.id",
    });
    expect(status).toBe(200);
    expect(Object.keys(json.data[0]).sort()).toEqual([
      "edit_history_tweet_ids",
      "id",
      "lang",
      "text",
    ]);
    expect(json.includes).toBeUndefined();
  });
});
