/**
 * X's answers as the connector reads them. Since 2026-08 X's documents say "post" where they said "tweet", and
 * answers may use either word, so both are read: https://docs.x.com/changelog
 */
import type { MediaObjectV2, TweetV2, UserV2 } from "twitter-api-v2";
import type { ProblemEntry } from "./problem.ts";

type Reference = { readonly type: string; readonly id: string };
type Note = NonNullable<TweetV2["note_tweet"]>;

export interface XPost extends Omit<TweetV2, "public_metrics"> {
  readonly referenced_posts?: readonly Reference[];
  readonly note_post?: Note;
  readonly public_metrics?: { readonly retweet_count?: number; readonly repost_count?: number };
}

export interface XUser extends Omit<UserV2, "public_metrics"> {
  readonly public_metrics?: {
    readonly followers_count?: number | null;
    readonly following_count?: number | null;
    readonly tweet_count?: number | null;
    readonly post_count?: number | null;
    readonly like_count?: number | null;
  };
}

export interface XIncludes {
  readonly users?: readonly XUser[];
  readonly media?: readonly MediaObjectV2[];
  readonly tweets?: readonly XPost[];
  readonly posts?: readonly XPost[];
}

export interface XPage<T> {
  readonly data?: readonly T[];
  readonly includes?: XIncludes;
  readonly meta?: {
    readonly result_count?: number;
    readonly newest_id?: string;
    readonly oldest_id?: string;
    readonly next_token?: string;
  };
  readonly errors?: readonly ProblemEntry[];
}

export interface XItem<T> {
  readonly data?: T;
  readonly errors?: readonly ProblemEntry[];
}

export const noteOf = (post: XPost): Note | undefined => post.note_tweet ?? post.note_post;

export const retweetedId = (post: XPost): string | undefined =>
  (post.referenced_tweets ?? post.referenced_posts)?.find(({ type }) => type === "retweeted")?.id;

export const retweetCount = ({ public_metrics }: XPost): number =>
  public_metrics?.retweet_count ?? public_metrics?.repost_count ?? 0;

export const includedPosts = (includes: XIncludes = {}): readonly XPost[] =>
  includes.tweets ?? includes.posts ?? [];
