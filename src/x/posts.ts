/** Making posts: https://docs.x.com/x-api/posts/create-post, https://docs.x.com/x-api/users/repost-post */
import * as z from "zod";
import { leniently } from "./lenient.ts";
import { type PostContent, priceClassOfPost } from "./post-content.ts";
import { toProblem } from "./problem.ts";
import type { XSession } from "./session.ts";
import { xId } from "./shapes.ts";
import { XError } from "./x-error.ts";

const created = z.object({ data: z.object({ id: xId }) });
/** A reply is made after what it answers, and ids rise with time: an answer that says otherwise names no reply. */
const repliedTo = (replyTo: string) =>
  z.object({
    data: z.object({ id: xId.refine((id) => BigInt(id) > BigInt(replyTo)) }),
  });
const retweeted = leniently(({ optional }) =>
  z.object({
    data: z.object({ retweeted: z.literal(true), rest_id: optional(xId), id: optional(xId) }),
  }),
);

/** Posts and answers with the new post's id; `mediaIds` are those of its media, in their order. */
export const createPost = async (
  x: XSession,
  post: PostContent,
  mediaIds: readonly string[],
): Promise<string> => {
  const { text, poll, replyTo, replySettings, madeWithAi, paidPartnership } = post;
  const body = {
    ...(text && { text }),
    ...(mediaIds.length > 0 && { media: { media_ids: mediaIds } }),
    ...(poll && { poll: { options: poll.options, duration_minutes: poll.durationMinutes } }),
    ...(replyTo && { reply: { in_reply_to_tweet_id: replyTo } }),
    ...(replySettings && { reply_settings: replySettings }),
    ...(madeWithAi && { made_with_ai: madeWithAi }),
    ...(paidPartnership && { paid_partnership: paidPartnership }),
  };
  const shape = replyTo ? repliedTo(replyTo) : created;
  const { data } = await x.post("tweets", shape, body, await priceClassOfPost(post));
  return data.id;
};

const isAlreadyRetweeted = (error: unknown): boolean =>
  error instanceof XError &&
  "body" in error.failure &&
  (toProblem(error.failure.body).errors ?? []).some(({ message }) =>
    /already retweeted|already reposted/i.test(message ?? ""),
  );

/**
 * Retweets and answers with the id of the retweet, or of the retweeted post where X does not tell.
 * A post that was retweeted before counts as retweeted: the caller has what it asked for.
 */
export const retweet = async (x: XSession, userId: string, tweetId: string): Promise<string> => {
  try {
    const { data } = await x.post(`users/${userId}/retweets`, retweeted, { tweet_id: tweetId });
    // The property's name changed between versions of X's document.
    return data.rest_id ?? data.id ?? tweetId;
  } catch (error) {
    if (isAlreadyRetweeted(error)) return tweetId;
    throw error;
  }
};
