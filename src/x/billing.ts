/**
 * What X bills for a call: at most, before it is made, and by its answer afterwards. A read is billed for everything
 * that X returns, what came along in `includes` too. https://docs.x.com/x-api/getting-started/pricing
 */
import { type PriceClass, priceOf } from "./prices.ts";

/** Classes that are billed by what comes back, all others by the request; and what comes back. */
export const READ_KINDS = {
  postRead: "post",
  ownPostRead: "post",
  userRead: "user",
  ownUserRead: "user",
} as const satisfies Partial<Record<PriceClass, string>>;
export type ReadClass = keyof typeof READ_KINDS;
export type ReadKind = (typeof READ_KINDS)[ReadClass];
export const READ_CLASSES = Object.keys(READ_KINDS) as ReadClass[];

/** Posts or users that X returned. */
export interface XRead {
  readonly price: ReadClass;
  /** X bills each once a UTC day. */
  readonly ids: readonly string[];
  /** How many more there are, or may be, whose ids nobody knows. */
  readonly unnamed: number;
}

/** One question to X, as X bills it. */
export interface XCall {
  /** Micro-dollars for the request itself. */
  readonly request: number;
  readonly reads: readonly XRead[];
}

/** What was not sent, or what X refused. */
export const UNBILLED: XCall = { request: 0, reads: [] };

export const resourcesOf = ({ reads }: XCall): number =>
  reads.reduce((sum, { ids, unnamed }) => sum + ids.length + unnamed, 0);

/** Micro-dollars, when nothing of it was read before within the day. */
export const costOf = ({ request, reads }: XCall): number =>
  reads.reduce(
    (sum, { price, ids, unnamed }) => sum + (ids.length + unnamed) * priceOf(price),
    request,
  );

const isRead = (price: PriceClass): price is ReadClass => price in READ_KINDS;

const requestOf = (price: PriceClass): number => (isRead(price) ? 0 : priceOf(price));

const readOf = (price: ReadClass, found: unknown): XRead => {
  const all: readonly unknown[] = Array.isArray(found) ? found : [found ?? []].flat();
  const ids = all.flatMap((item) => {
    const { id } = Object(item) as { readonly id?: unknown };
    return typeof id === "string" ? id : [];
  });
  return { price, ids, unnamed: all.length - ids.length };
};

/** What X answered with success. */
export const answeredCall = (price: PriceClass, body: unknown): XCall => {
  const { data, includes } = Object(body) as Readonly<Record<string, unknown>>;
  const { users, tweets, posts } = Object(includes) as Readonly<Record<string, unknown>>;
  const reads = [
    ...(isRead(price) ? [readOf(price, data)] : []),
    readOf("postRead", tweets),
    readOf("postRead", posts),
    readOf("userRead", users),
  ];
  return { request: requestOf(price), reads };
};

/** What a question says of the size of its answer. */
export interface AskedFor {
  readonly max_results?: string | number | undefined;
  readonly ids?: string | number | undefined;
  readonly since_id?: string | number | undefined;
  readonly until_id?: string | number | undefined;
  readonly sort_order?: string | number | undefined;
  readonly expansions?: string | number | undefined;
}

/** Whether there is no id between the two that a question names, as in the first poll of a trigger. */
const isOfNothing = ({ since_id, until_id }: AskedFor): boolean =>
  since_id !== undefined && until_id !== undefined && BigInt(until_id) <= BigInt(since_id) + 1n;

/** How many posts or users X can answer with, beside what comes along. */
export const mostOf = (query: AskedFor): number => {
  const { max_results = 1, ids } = query;
  if (isOfNothing(query)) return 0;
  return ids === undefined ? Number(max_results) : String(ids).split(",").length;
};

const MENTIONS = ["entities.mentions.username", "entities.note.mentions.username"];

/**
 * How many users a page of posts mentions at most. X names no bound: 280 letters have room for 50 handles, and pages
 * whose posts mention ten different users each, on average, are not known.
 */
export const MENTIONS_A_POST = 10;
export const MENTIONS_A_PAGE = 50;
const mentionsAtMost = (posts: number): number =>
  posts === 0 ? 0 : Math.max(MENTIONS_A_PAGE, MENTIONS_A_POST * posts);

/** What a post brings along at most, by expansion: it replies to one and quotes another. */
const BROUGHT_ALONG: Readonly<Record<string, readonly [price: ReadClass, each: number]>> = {
  author_id: ["userRead", 1],
  in_reply_to_user_id: ["userRead", 1],
  "referenced_tweets.id": ["postRead", 2],
  "referenced_tweets.id.author_id": ["userRead", 2],
};

const expansionsOf = ({ expansions = "" }: AskedFor): readonly string[] =>
  String(expansions).split(",");

/** What X can bill for a question, at most: held before it is asked, and booked where its answer never came. */
export const outlookOf = (price: PriceClass, query: AskedFor = {}): XCall => {
  const most = mostOf(query);
  const own: readonly XRead[] = isRead(price) ? [{ price, ids: [], unnamed: most }] : [];
  const expansions = expansionsOf(query);
  const mentions = MENTIONS.some((name) => expansions.includes(name)) ? mentionsAtMost(most) : 0;
  const brought = expansions.flatMap((name) => {
    const [kind, each] = BROUGHT_ALONG[name] ?? [];
    return kind && each ? { price: kind, ids: [], unnamed: most * each } : [];
  });
  return {
    request: requestOf(price),
    reads: [...own, ...brought, { price: "userRead", ids: [], unnamed: mentions }],
  };
};

/** The question without whom its posts mention, whose number nobody knows; the same where it does not ask for them. */
export const withoutMentions = <Q extends AskedFor>(query: Q): Q => {
  const expansions = expansionsOf(query);
  const rest = expansions.filter((name) => !MENTIONS.includes(name));
  return rest.length === expansions.length ? query : { ...query, expansions: rest.join(",") };
};
