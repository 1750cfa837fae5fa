/** Making posts: https://docs.x.com/x-api/posts/create-post, https://docs.x.com/x-api/users/repost-post */

import { toProblem } from "./problem.ts";
import type { XSession } from "./session.ts";
import type { XItem } from "./shapes.ts";
import { toXError, XError } from "./x-error.ts";

/** Posts and answers with the new post's id. */
export const createPost = async (
  x: XSession,
  post: { readonly text: string; readonly mediaIds: readonly string[] },
): Promise<string> => {
  const { data, errors } = await x.post<XItem<{ id: string }>>("tweets", {
    ...(post.text && { text: post.text }),
    ...(post.mediaIds.length > 0 && { media: { media_ids: post.mediaIds } }),
  });
  if (data) return data.id;
  // X's document allows errors without data in an answer that says success.
  throw toXError({ kind: "refused", status: 400, body: { errors }, headers: {} }, "tweets", 0);
};

const isAlreadyRetweeted = (error: unknown): boolean =>
  error instanceof XError &&
  error.failure.kind === "refused" &&
  (toProblem(error.failure.body).errors ?? []).some(({ message = "" }) =>
    /already retweeted|already reposted/i.test(message),
  );

/**
 * Retweets and answers with the id of the retweet, or of the retweeted post where X does not tell.
 * A post that was retweeted before counts as retweeted: the caller has what it asked for.
 */
export const retweet = async (x: XSession, userId: string, tweetId: string): Promise<string> => {
  try {
    const { data } = await x.post<{ data?: { rest_id?: string; id?: string } }>(
      `users/${userId}/retweets`,
      { tweet_id: tweetId },
    );
    // The property's name changed between versions of X's document.
    return data?.rest_id ?? data?.id ?? tweetId;
  } catch (error) {
    if (isAlreadyRetweeted(error)) return tweetId;
    throw error;
  }
};
