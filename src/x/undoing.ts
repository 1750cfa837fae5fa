/** Taking posts and retweets back: https://docs.x.com/x-api/posts/delete-post, https://docs.x.com/x-api/users/unrepost-post */
import * as z from "zod";
import type { XSession } from "./session.ts";
import { xId } from "./shapes.ts";
import { XError } from "./x-error.ts";

const deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

const isGone = (error: unknown): boolean =>
  error instanceof XError && error.code === "TweetNotFound";

/**
 * Ends when the post of the signed-in user is gone, whoever deleted it and when: a repeat after a lost answer has what
 * it asked for. Rejects with XError, as for a post of somebody else.
 */
export const deletePost = async (x: XSession, id: string): Promise<void> => {
  try {
    await x.delete(`tweets/${id}`, deleted);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};

const found = z.object({ data: z.array(z.object({ id: xId })).min(1) });

/** Whether X still shows a post of the signed-in user. Rejects with XError when X does not tell. */
export const isPosted = async (x: XSession, id: string): Promise<boolean> => {
  try {
    await x.get("tweets", found, { ids: id });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
};

const undone = z.object({ data: z.object({ retweeted: z.literal(false) }) });

/** Ends when the signed-in user does not retweet the post, as also where it is gone. Rejects with XError. */
export const undoRetweet = async (x: XSession, userId: string, id: string): Promise<void> => {
  try {
    await x.delete(`users/${userId}/retweets/${id}`, undone);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};
