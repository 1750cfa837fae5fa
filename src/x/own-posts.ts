/** Looks a post up in the signed-in user's own timeline: https://docs.x.com/x-api/users/get-posts */
import { snowflakeAt } from "./ids.ts";
import { hasText } from "./post-text.ts";
import type { XSession } from "./session.ts";
import { postPage, referredId, type XPost } from "./shapes.ts";

/** X bills every post that it returns, so the look does not go far back. */
export const OWN_POSTS_LOOKED_AT = 20;
/** How far X's clock may be behind this machine's. */
const CLOCK_SKEW_MS = 2 * 60 * 1000;

/** What tells a post that was sent from all others. */
export interface SentPost {
  readonly text: string;
  /** In the order of its media. */
  readonly mediaIds: readonly string[];
  readonly replyTo?: string | undefined;
}

const LEADING_MENTIONS = /^(?:@\w{1,15}\s+)+/;

/** X may put the handles of those who are replied to before the text of a reply. */
const hasReplyText = (post: XPost, text: string): boolean =>
  hasText(post, text) ||
  hasText({ ...post, text: (post.text ?? "").replace(LEADING_MENTIONS, "") }, text);

/**
 * Whether a post is the one that was sent: by its media, of which every upload has its own, else by its text and what it
 * replies to. A media key is the media's id behind a number for its kind.
 */
export const isPostOf =
  ({ text, mediaIds: [mediaId], replyTo }: SentPost) =>
  (post: XPost): boolean => {
    const mediaKeys = post.attachments?.media_keys ?? [];
    if (mediaId) return mediaKeys.some((key) => key.endsWith(`_${mediaId}`));
    if (mediaKeys.length > 0 || referredId(post, "replied_to") !== replyTo) return false;
    return replyTo ? hasReplyText(post, text) : hasText(post, text);
  };

/** Older posts are left out: by epoch milliseconds, and by the id of one that is too old as well. */
export interface NewerThan {
  readonly since: number;
  readonly after?: string | undefined;
}

const sinceId = ({ since, after = "0" }: NewerThan): string => {
  const earliest = snowflakeAt(since - CLOCK_SKEW_MS);
  return String(BigInt(after) > earliest ? after : earliest);
};

/** The id of the newest such post, or undefined when there is none among the newest. Rejects with XError. */
export const findOwnPost = async (
  x: XSession,
  userId: string,
  isWanted: (post: XPost) => boolean,
  among?: NewerThan,
): Promise<string | undefined> => {
  const page = await x.get(`users/${userId}/tweets`, postPage, {
    "tweet.fields": "id,text,entities,attachments,referenced_tweets,note_tweet",
    exclude: "retweets",
    max_results: OWN_POSTS_LOOKED_AT,
    since_id: among && sinceId(among),
  });
  return page.data?.find(isWanted)?.id;
};
