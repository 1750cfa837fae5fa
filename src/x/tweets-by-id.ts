/** Posts by their ids: https://docs.x.com/x-api/posts/get-posts-by-ids */
import type { Tweet } from "../connector/models.ts";
import { POST_QUERY } from "./fields.ts";
import type { XSession } from "./session.ts";
import { postPage } from "./shapes.ts";
import { toTweets } from "./tweet-mapping.ts";

/** Those of at most 100 that X still shows. */
export const tweetsById = async (x: XSession, ids: readonly string[]): Promise<Tweet[]> =>
  toTweets(await x.get("tweets", postPage, { ...POST_QUERY, ids: ids.join(",") }));
