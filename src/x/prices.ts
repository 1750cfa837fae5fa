/**
 * What X's calls cost on its pay-per-use plan, as of PRICE_LIST_DATE: https://docs.x.com/x-api/getting-started/pricing
 * Amounts are whole micro-dollars, so that sums are exact. X bills what it answered with success: reads by what came
 * back, the users that come along with posts too, and each post or user once a UTC day; all else by the request.
 */

export const PRICE_LIST_DATE = "2026-11-23";

interface Price {
  readonly microDollars: number;
  /** What is billed, as the docs name it. */
  readonly title: string;
}

/** Every class that a call is billed by. */
export const PRICE_LIST = {
  postRead: { microDollars: 5_000, title: "a post that is read" },
  userRead: {
    microDollars: 10_000,
    title: "a user that is read, as a post's author or follower too",
  },
  ownPostRead: {
    microDollars: 1_000,
    title: "a post of one's own, or a mention, where the user owns the X app",
  },
  ownUserRead: {
    microDollars: 1_000,
    title: "a follower or followed user of one's own, where the user owns the X app",
  },
  post: { microDollars: 15_000, title: "a post" },
  postWithUrl: { microDollars: 200_000, title: "a post that holds a link" },
  summonedReply: {
    microDollars: 10_000,
    title: "a reply to a post that mentions or quotes the one who replies",
  },
  repost: { microDollars: 15_000, title: "a retweet" },
  delete: { microDollars: 10_000, title: "taking back a post or a retweet" },
  mediaMetadata: { microDollars: 5_000, title: "a description of a picture (alt text)" },
  counts: { microDollars: 5_000, title: "counting the posts of the last seven days" },
  unlisted: { microDollars: 0, title: "what the list names no price for, such as uploading media" },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceClass = keyof typeof PRICE_LIST;

/** What each call of a class costs, in micro-dollars. */
export const priceOf = (price: PriceClass): number => PRICE_LIST[price].microDollars;

const MICRO = 1_000_000;

export const toMicroDollars = (dollars: number | undefined): number | undefined =>
  dollars === undefined ? undefined : Math.round(dollars * MICRO);

/** Micro-dollars as US dollars, for whoever reads them; nothing is added up in these. */
export const toDollars = (microDollars: number): number => microDollars / MICRO;
