/**
 * What X's calls cost on its pay-per-use plan, in US dollars, as of 2026-11-23: https://docs.x.com/x-api/getting-started/pricing
 * The same post or user read again within one UTC day is free. Users that come along with posts are billed as reads.
 */

export const PRICE_LIST_DATE = "2026-11-23";

/** A call that was sent to X: what it is billed by, and what it read. */
export interface XCall {
  readonly price: PriceClass;
  readonly posts: number;
  readonly users: number;
}

/** What a call is billed by; `unlisted` is what the list names no price for. */
export type PriceClass = "postRead" | "userRead" | "post" | "postWithUrl" | "repost" | "unlisted";

export const PRICES: Readonly<Record<PriceClass, number>> = {
  postRead: 0.005,
  userRead: 0.01,
  post: 0.015,
  postWithUrl: 0.2,
  repost: 0.015,
  unlisted: 0,
};

/** US dollars, at most: what was read before within the day is free, and a post that holds a link costs more. */
export const costOf = ({ price, posts, users }: XCall): number => {
  const isWrite = price !== "postRead" && price !== "userRead";
  return posts * PRICES.postRead + users * PRICES.userRead + (isWrite ? PRICES[price] : 0);
};

const countOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** What a call is billed by: X bills a read for everything that it returns, what came along in `includes` too. */
export const callOf = (price: PriceClass, body: unknown): XCall => {
  const { data, includes } = Object(body) as Readonly<Record<string, unknown>>;
  const { users, tweets, posts } = Object(includes) as Readonly<Record<string, unknown>>;
  const own = Array.isArray(data) ? data.length : Number(data !== undefined && data !== null);
  return {
    price,
    posts: countOf(tweets) + countOf(posts) + (price === "postRead" ? own : 0),
    users: countOf(users) + (price === "userRead" ? own : 0),
  };
};

/**
 * A call whose answer never came: X may have billed all that was asked for, at `most` so many posts or users, and an
 * author of each post. Whom the posts mention nobody knows.
 */
export const unseenCall = (price: PriceClass, most: number): XCall => ({
  price,
  posts: price === "postRead" ? most : 0,
  users: price === "postRead" || price === "userRead" ? most : 0,
});
