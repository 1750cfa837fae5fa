import { describe, expect, it } from "vitest";
import { TweetModel } from "../../../src/connector/models.ts";
import type { XPost } from "../../../src/x/shapes.ts";
import { toTweets } from "../../../src/x/tweet-mapping.ts";
import { xPage, xPost, xUser } from "../../fixtures/x-posts.ts";

const mapOne = (post: XPost, includes?: Parameters<typeof xPage>[1]) =>
  toTweets(includes ? xPage([post], includes) : xPage([post]))[0];

describe("a tweet", () => {
  it("has every property of the model, with all digits of its ids", () => {
    const tweet = mapOne(xPost());
    expect(tweet).toEqual({
      TweetText: "Hello from Contoso",
      TweetId: "1861000000000000001",
      CreatedAt: "Fri Mar 27 18:01:36 +0000 2020",
      CreatedAtIso: "2020-03-27T18:01:36.000Z",
      RetweetCount: 3,
      TweetedBy: "contoso",
      MediaUrls: [],
      TweetLanguageCode: "en",
      TweetInReplyToUserId: "",
      Favorited: false,
      UserMentions: [],
      OriginalTweet: null,
      UserDetails: {
        FullName: "Contoso Ltd",
        Location: "Seattle, WA",
        Id: 1460323737035677698n,
        UserName: "contoso",
        FollowersCount: 5120,
        Description: "We make everything.",
        StatusesCount: 842,
        FriendsCount: 17,
        FavouritesCount: 63,
        ProfileImageUrl: "https://pbs.twimg.com/profile_images/1/contoso_normal.jpg",
      },
    });
    expect(TweetModel.strict().safeParse(tweet).error).toBeUndefined();
  });

  it("keeps entities escaped, as X gives them", () => {
    expect(mapOne(xPost({ text: "R&amp;D &lt;3" }))?.TweetText).toBe("R&amp;D &lt;3");
  });

  it("has its whole text when it is long, and the mentions of it", () => {
    const note_tweet = {
      text: "the whole long text @fabrikam",
      entities: { mentions: [{ start: 0, end: 1, id: "42", username: "fabrikam" }] },
    } as unknown as NonNullable<XPost["note_tweet"]>;
    const tweet = mapOne(xPost({ text: "the whole…", note_tweet }));
    expect(tweet?.TweetText).toBe("the whole long text @fabrikam");
    expect(tweet?.UserMentions).toEqual([{ Id: 42n, FullName: "fabrikam", UserName: "fabrikam" }]);
  });

  it("tells who it replies to", () => {
    expect(mapOne(xPost({ in_reply_to_user_id: "99" }))?.TweetInReplyToUserId).toBe("99");
  });

  it("names mentioned users, also those whom X gives no id or profile for", () => {
    const mentions = [
      { start: 0, end: 8, id: "1460323737035677699", username: "fabrikam" },
      { start: 9, end: 14, username: "gone" },
    ];
    const post = xPost({ entities: { mentions } as unknown as NonNullable<XPost["entities"]> });
    const fabrikam = xUser({
      id: "1460323737035677699",
      name: "Fabrikam Inc",
      username: "fabrikam",
    });
    expect(mapOne(post, { users: [fabrikam] })?.UserMentions).toEqual([
      { Id: 1460323737035677699n, FullName: "Fabrikam Inc", UserName: "fabrikam" },
      { Id: 0n, FullName: "gone", UserName: "gone" },
    ]);
  });

  it("shows photos by their address and videos by their first frame", () => {
    const post = xPost({ attachments: { media_keys: ["3_1", "7_2", "3_gone"] } });
    const media = [
      { media_key: "3_1", type: "photo", url: "https://pbs.twimg.com/media/1.jpg" },
      { media_key: "7_2", type: "video", preview_image_url: "https://pbs.twimg.com/media/2.jpg" },
    ] as const;
    expect(mapOne(post, { media })?.MediaUrls).toEqual([
      "https://pbs.twimg.com/media/1.jpg",
      "https://pbs.twimg.com/media/2.jpg",
    ]);
  });

  it("survives that X left its author, its metrics and its time out", () => {
    const { author_id, public_metrics, created_at, lang, ...bare } = xPost();
    expect(mapOne(bare, {})).toMatchObject({
      TweetedBy: "",
      RetweetCount: 0,
      CreatedAt: "",
      CreatedAtIso: "",
      TweetLanguageCode: "",
      UserDetails: { Id: 0n, UserName: "", FollowersCount: 0 },
    });
  });

  it("keeps the author's id when the author is not included", () => {
    expect(mapOne(xPost(), {})?.UserDetails.Id).toBe(1460323737035677698n);
  });
});

describe("a retweet", () => {
  const original = xPost({
    id: "1860000000000000000",
    text: "The original in full",
    author_id: "7",
    public_metrics: { retweet_count: 55 },
    attachments: { media_keys: ["3_9"] },
  });
  const retweet = xPost({
    text: "RT @fabrikam: The original…",
    public_metrics: { retweet_count: 0 },
    referenced_tweets: [{ type: "retweeted", id: original.id }],
  });
  const includes = {
    users: [xUser(), xUser({ id: "7", username: "fabrikam", name: "Fabrikam Inc" })],
    tweets: [original],
    media: [{ media_key: "3_9", type: "photo" as const, url: "https://pbs.twimg.com/media/9.jpg" }],
  };

  it("carries its original whole, and the original's count and media", () => {
    expect(mapOne(retweet, includes)).toMatchObject({
      TweetText: "RT @fabrikam: The original…",
      TweetedBy: "contoso",
      RetweetCount: 55,
      MediaUrls: ["https://pbs.twimg.com/media/9.jpg"],
      OriginalTweet: {
        TweetText: "The original in full",
        TweetId: "1860000000000000000",
        TweetedBy: "fabrikam",
        RetweetCount: 55,
        UserDetails: { Id: 7n, FullName: "Fabrikam Inc" },
      },
    });
  });

  it("keeps the original's id when X no longer shows the original", () => {
    const tweet = mapOne(retweet, { users: [xUser()] });
    expect(tweet?.RetweetCount).toBe(0);
    expect(tweet?.OriginalTweet).toMatchObject({
      TweetId: original.id,
      TweetText: "",
      TweetedBy: "",
    });
  });

  it("is told from replies and quotes", () => {
    const quote = xPost({ referenced_tweets: [{ type: "quoted", id: original.id }] });
    expect(mapOne(quote, includes)?.OriginalTweet).toBeNull();
  });
});

describe("the post vocabulary", () => {
  it("is read where X answers in it", () => {
    const original = xPost({
      id: "5",
      note_post: { text: "long original" } as NonNullable<XPost["note_tweet"]>,
      public_metrics: { repost_count: 12 },
    });
    const { referenced_tweets, ...post } = xPost({
      referenced_posts: [{ type: "retweeted", id: "5" }],
    });
    const metrics = { followers_count: 1, following_count: 2, post_count: 3, like_count: null };
    expect(
      mapOne(post, { users: [xUser({ public_metrics: metrics })], posts: [original] }),
    ).toMatchObject({
      RetweetCount: 12,
      OriginalTweet: { TweetText: "long original" },
      UserDetails: { StatusesCount: 3, FavouritesCount: 0 },
    });
  });
});

it("an empty page has no tweets", () => {
  expect(toTweets({ meta: {} })).toEqual([]);
});
