/** Posts of a user and of those the signed-in user follows. */
import type { Tweet } from "../connector/models.ts";
import { TIMELINE_QUERY } from "./fields.ts";
import { aboutUser } from "./missing-resource.ts";
import type { XSession } from "./session.ts";
import { postPage } from "./shapes.ts";
import { toTweets } from "./tweet-mapping.ts";

/** X refuses fewer: https://docs.x.com/x-api/users/get-posts */
const USER_TIMELINE_MIN_RESULTS = 5;

/** The newest tweets of a user, newest first. `count` is 1 to 100. */
export const userTimeline = async (
  x: XSession,
  user: { readonly id: string; readonly handle: string },
  count: number,
): Promise<Tweet[]> => {
  const query = { ...TIMELINE_QUERY, max_results: Math.max(count, USER_TIMELINE_MIN_RESULTS) };
  const page = await aboutUser(user.handle, x.get(`users/${user.id}/tweets`, postPage, query));
  return toTweets(page).slice(0, count);
};

/** What the signed-in user sees at home, newest first. `count` is 1 to 100. */
export const homeTimeline = async (
  x: XSession,
  userId: string,
  count: number,
): Promise<Tweet[]> => {
  const page = await x.get(`users/${userId}/timelines/reverse_chronological`, postPage, {
    ...TIMELINE_QUERY,
    max_results: count,
  });
  return toTweets(page).slice(0, count);
};
