/** How many results a caller gets: what was asked for, up to the documented most. */
import { TWEETS_MAX_RESULTS, USERS_MAX_RESULTS } from "./limits.ts";

const cap =
  (most: number, things: string) =>
  (asked: number, { notice }: { notice(message: string): void }): number => {
    if (asked <= most) return asked;
    notice(`maxResults was ${asked}; at most ${most} ${things} are returned.`);
    return most;
  };

/** The reference limits search results to 100; beyond that a flow gets 100 and is told so. */
export const capTweets = cap(TWEETS_MAX_RESULTS, "tweets");
/**
 * For answers that are gone on with: what X gave beyond the number would be passed over by the next call, so at least as
 * many are given as X gives at least, and bills.
 */
export const pageCount = (
  asked: number,
  { least, most }: { readonly least: number; readonly most: number },
  { notice }: { notice(message: string): void },
): number => {
  if (asked >= least) return cap(most, "posts")(asked, { notice });
  notice(`maxResults was ${asked}; X gives ${least} posts at least, and bills them.`);
  return least;
};

export const capUsers = cap(USERS_MAX_RESULTS, "users");
