/** Reads what matches a search and is newer than what was read before, as far as a poll may read. */
import type { Tweet } from "../connector/models.ts";
import {
  SEARCH_MAX_RESULTS,
  SEARCH_MIN_RESULTS,
  type SearchAnswer,
  search,
  type XSearch,
} from "../x/search.ts";
import type { XSession } from "../x/session.ts";
import { toTweets } from "../x/tweet-mapping.ts";

export interface NewMatches {
  /** Newest first. */
  readonly tweets: readonly Tweet[];
  /** There are older ones that this poll was not allowed to read. */
  readonly isCutOff: boolean;
}

/**
 * Tweets with an id above `since`, read until there are `most`; X may give up to nine more, because its smallest page is
 * ten, and what it has given is billed and kept. A `since` that X's search no longer reaches is left out, and what is
 * older than it is dropped here. Rejects with XError.
 */
export const readNewMatches = async (
  x: XSession,
  wanted: XSearch,
  since: bigint,
  most: number,
  now: number,
): Promise<NewMatches> => {
  const tweets: Tweet[] = [];
  let sinceId: string | undefined = String(since);
  let nextToken: string | undefined;
  do {
    const left = most - tweets.length;
    const maxResults = Math.min(SEARCH_MAX_RESULTS, Math.max(SEARCH_MIN_RESULTS, left));
    const answer: SearchAnswer = await search(x, wanted, { sinceId, nextToken, maxResults }, now);
    ({ sinceId } = answer);
    const { page } = answer;
    tweets.push(...toTweets(page));
    nextToken = page.meta?.next_token ?? undefined;
  } while (nextToken !== undefined && tweets.length < most);
  const isNew = ({ TweetId }: Tweet) => BigInt(TweetId) > since;
  return { tweets: tweets.filter(isNew), isCutOff: nextToken !== undefined };
};
