/**
 * X answers in two vocabularies. A request with `post.fields` is answered in the newer one, which X's documents and its
 * SDK speak; every other request in the older one, that of tweets. Shapes are made in the newer one and translated here.
 * https://docs.x.com/changelog
 */
import type { Schemas } from "@xdevplatform/xdk";
import type { Wire } from "./wire.ts";

export type Vocabulary = "post" | "tweet";
export type WirePost = Wire<Schemas.Post>;
export type WireUser = Wire<Schemas.User>;

/** The newer names and the older ones, where they differ. */
const RENAMED: readonly (readonly [post: string, tweet: string])[] = [
  ["edit_history_post_ids", "edit_history_tweet_ids"],
  ["note_post", "note_tweet"],
  ["referenced_posts", "referenced_tweets"],
  ["most_recent_post_id", "most_recent_tweet_id"],
  ["pinned_post_id", "pinned_tweet_id"],
  ["attachments.media_source_post", "attachments.media_source_tweet"],
  ["referenced_posts.id", "referenced_tweets.id"],
  ["referenced_posts.id.author_id", "referenced_tweets.id.author_id"],
  ["referenced_posts.id.attachments.media_keys", "referenced_tweets.id.attachments.media_keys"],
];
const TO_TWEET = new Map(RENAMED);
const TO_POST = new Map(RENAMED.map(([post, tweet]) => [tweet, post]));

/** A name of the newer vocabulary in that of the request. */
export const inVocabulary = (name: string, vocabulary: Vocabulary): string =>
  vocabulary === "post" ? name : (TO_TWEET.get(name) ?? name);

/** A name that is only in the other vocabulary: X drops those without a word. */
export const isForeign = (name: string, vocabulary: Vocabulary): boolean =>
  (vocabulary === "post" ? TO_POST : TO_TWEET).has(name);

/** A name of the request's vocabulary in the newer one. */
export const toPostName = (name: string): string => TO_POST.get(name) ?? name;

const toTweet = ({
  edit_history_post_ids,
  note_post,
  referenced_posts,
  public_metrics,
  ...same
}: WirePost): object => {
  const { repost_count, ...counts } = public_metrics ?? {};
  return {
    ...same,
    ...(edit_history_post_ids && { edit_history_tweet_ids: edit_history_post_ids }),
    ...(referenced_posts && { referenced_tweets: referenced_posts }),
    ...(note_post && { note_tweet: note_post }),
    ...(public_metrics && { public_metrics: { retweet_count: repost_count, ...counts } }),
  };
};

const toTweetUser = ({
  most_recent_post_id,
  pinned_post_id,
  public_metrics,
  ...same
}: WireUser): object => {
  const { post_count, ...counts } = public_metrics ?? {};
  return {
    ...same,
    ...(most_recent_post_id && { most_recent_tweet_id: most_recent_post_id }),
    ...(pinned_post_id && { pinned_tweet_id: pinned_post_id }),
    ...(public_metrics && { public_metrics: { ...counts, tweet_count: post_count } }),
  };
};

export const speakPost = (post: WirePost, vocabulary: Vocabulary): object =>
  vocabulary === "post" ? post : toTweet(post);

export const speakUser = (user: WireUser, vocabulary: Vocabulary): object =>
  vocabulary === "post" ? user : toTweetUser(user);
