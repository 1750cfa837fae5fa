/**
 * X's answers as the connector reads them. Since 2026-08 X's documents say "post" where they said "tweet", and
 * answers may use either word, so both are read: https://docs.x.com/changelog
 */
import * as z from "zod";
import { leniently, type Reading } from "./lenient.ts";

/** X's ids have up to 19 digits, and go into paths and through BigInt. */
export const xId = z.string().regex(/^\d{1,19}$/);

const entities = ({ optional, list }: Reading) => {
  const link = z.object({ url: z.string(), expanded_url: optional(z.string()) });
  // A mention of a suspended user comes without an id.
  const mention = z.object({ username: z.string(), id: optional(xId) });
  return z.object({ urls: list(link), mentions: list(mention) });
};

const note = (reading: Reading) =>
  z.object({ text: z.string(), entities: reading.optional(entities(reading)) });

const post = (reading: Reading) => {
  const { optional, list } = reading;
  const text = optional(z.string());
  const count = optional(z.int());
  const references = list(z.object({ type: z.string(), id: xId }));
  return z.object({
    id: xId,
    text,
    created_at: text,
    author_id: optional(xId),
    lang: text,
    in_reply_to_user_id: optional(xId),
    conversation_id: optional(xId),
    public_metrics: optional(
      z.object({
        retweet_count: count,
        repost_count: count,
        reply_count: count,
        like_count: count,
        quote_count: count,
        bookmark_count: count,
        impression_count: count,
      }),
    ),
    entities: optional(entities(reading)),
    attachments: optional(z.object({ media_keys: list(z.string()) })),
    referenced_tweets: references,
    referenced_posts: references,
    note_tweet: optional(note(reading)),
    note_post: optional(note(reading)),
  });
};

const user = ({ optional }: Reading) => {
  const text = optional(z.string());
  const count = optional(z.int());
  return z.object({
    id: xId,
    username: z.string().min(1),
    name: text,
    location: text,
    description: text,
    profile_image_url: text,
    public_metrics: optional(
      z.object({
        followers_count: count,
        following_count: count,
        tweet_count: count,
        post_count: count,
        like_count: count,
      }),
    ),
  });
};

const media = ({ optional }: Reading) =>
  z.object({
    media_key: z.string(),
    url: optional(z.string()),
    preview_image_url: optional(z.string()),
  });

const includes = (reading: Reading) => {
  const { list } = reading;
  const posts = list(post(reading));
  return z.object({
    users: list(user(reading)),
    media: list(media(reading)),
    tweets: posts,
    posts,
  });
};

const page = <T extends z.ZodType>(item: (reading: Reading) => T) =>
  leniently((reading) =>
    z.object({
      // What was asked for is never left out: a page without it would pass for "nothing found".
      data: z.array(item(reading)).nullish(),
      includes: reading.optional(includes(reading)),
      meta: reading.optional(
        z.object({
          next_token: reading.optional(z.string()),
          result_count: reading.optional(z.number()),
        }),
      ),
    }),
  );

/**
 * A page that is read to its last post: one that cannot be read keeps its place, and without what the page tells of
 * itself, nobody knows whether there are more.
 */
export const countedPage = leniently((reading) =>
  z.object({
    data: z.array(reading.optional(post(reading))).nullish(),
    includes: reading.optional(includes(reading)),
    errors: z.array(z.unknown()).nullish(),
    meta: z.object({ result_count: z.int(), next_token: z.string().nullish() }),
  }),
);

/** Posts that were asked for by their ids; those that are missing are told as errors. */
export const postsById = leniently((reading) =>
  z.object({
    data: z.array(post(reading)).nullish(),
    includes: reading.optional(includes(reading)),
    errors: reading.optional(z.array(z.unknown())),
  }),
);

export type CountedPage = z.output<typeof countedPage>;

export type XPost = z.output<ReturnType<typeof post>>;
export type XUser = z.output<ReturnType<typeof user>>;
export type XMedia = z.output<ReturnType<typeof media>>;
export type XIncludes = z.output<ReturnType<typeof includes>>;

export const postPage = page(post);
export const userPage = page(user);
export const userItem = leniently((reading) => z.object({ data: user(reading) }));

export type XPage = z.output<typeof postPage>;

export const noteOf = (post: XPost) => post.note_tweet ?? post.note_post;

/** The id of the post that a post retweets, quotes or replies to. */
export const referredId = (
  post: XPost,
  how: "retweeted" | "quoted" | "replied_to",
): string | undefined =>
  (post.referenced_tweets ?? post.referenced_posts)?.find(({ type }) => type === how)?.id;

export const retweetCount = ({ public_metrics }: XPost): number =>
  public_metrics?.retweet_count ?? public_metrics?.repost_count ?? 0;

export const includedPosts = ({ tweets, posts }: XIncludes): readonly XPost[] =>
  tweets ?? posts ?? [];
