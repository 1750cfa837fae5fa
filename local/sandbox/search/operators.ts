/** What X's search operators and words match. https://docs.x.com/x-api/posts/search/integrate/operators */
import type { SandboxPost } from "../world/posts.ts";
import type { World } from "../world/world.ts";
import { PLACES } from "./places.ts";
import { QueryError, type Token } from "./tokens.ts";

export type Matcher = (post: SandboxPost) => boolean;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Letters of scripts that put spaces between words; in the others a word begins and ends anywhere. */
const LETTER = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{N}_]";

/** A whole word or words, in any case. A plain word is found in a tag, too. */
export const containsWords = (words: string): Matcher => {
  const lower = words.toLowerCase();
  const pattern = new RegExp(`(?<!${LETTER})${escaped(lower)}(?!${LETTER})`, "u");
  return ({ searchable }) => searchable.includes(lower) && pattern.test(searchable);
};

const handle = /^[A-Za-z0-9_]{1,15}$/;

const noAlternative = ({ name, text, at }: Token): QueryError =>
  new QueryError(`no viable alternative at input '${name}:${text}'`, at);

const userId = (world: World, token: Token): string | undefined => {
  const { text } = token;
  // A handle may consist of digits, so an id is only what no handle can be, or what is no handle here.
  const named = world.users.named(text);
  if (named) return named.id;
  if (/^\d+$/.test(text)) return text;
  if (!handle.test(text)) throw noAlternative(token);
  return undefined;
};

/** An id, or a number: digits only. */
const digits = (token: Token): string => {
  if (!/^\d+$/.test(token.text)) throw noAlternative(token);
  return token.text;
};

const textOf = ({ note, shown }: SandboxPost) => note ?? shown;

const is: Readonly<Record<string, (world: World) => Matcher>> = {
  // A keyword search finds no reposts since 2026-05-04, so there is nothing for this to match.
  retweet:
    () =>
    ({ retweetOf }) =>
      retweetOf !== undefined,
  reply:
    () =>
    ({ replyTo }) =>
      replyTo !== undefined,
  quote:
    () =>
    ({ quoteOf }) =>
      quoteOf !== undefined,
  verified:
    ({ users }) =>
    ({ authorId }) =>
      users.find(authorId)?.verified === true,
  nullcast:
    () =>
    ({ facts }) =>
      facts.nullcast === true,
};

const hasVideo: Matcher = ({ media }) => media.some(({ type }) => type === "video");
const hasMedia: Matcher = ({ media }) => media.length > 0;

const has: Readonly<Record<string, Matcher>> = {
  media: hasMedia,
  media_link: hasMedia,
  images: ({ media }) => media.some(({ type }) => type === "photo"),
  videos: hasVideo,
  video_link: hasVideo,
  links: (post) => textOf(post).urls.length > 0,
  mentions: (post) => textOf(post).mentions.length > 0,
  hashtags: (post) => textOf(post).hashtags.length > 0,
  cashtags: (post) => textOf(post).cashtags.length > 0,
  geo: ({ facts }) => facts.place !== undefined,
};

const invalidOperator = (name: string, at: number): QueryError =>
  new QueryError(
    `Reference to invalid operator '${name}'. Operator is not available in current product or product packaging. Please refer to complete available operator list at https://docs.x.com/x-api/posts/search/integrate/operators.`,
    at,
  );

const chosen = <T>(table: Readonly<Record<string, T>>, { name, text, at }: Token): T => {
  const choice = Object.hasOwn(table, text.toLowerCase()) ? table[text.toLowerCase()] : undefined;
  if (!choice) throw invalidOperator(`${name}:${text}`, at);
  return choice;
};

type Reader = (token: Token, world: World) => Matcher;

const atLeast =
  (what: keyof SandboxPost["counts"]): Reader =>
  (token) => {
    const least = Number(digits(token));
    return ({ counts }) => counts[what] >= least;
  };

const refersTo =
  (what: "replyTo" | "retweetOf" | "quoteOf"): Reader =>
  (token) => {
    const id = digits(token);
    return (post) => post[what] === id;
  };

const context: Reader = (token) => {
  if (!/^(\d+|\*)\.(\d+|\*)$/.test(token.text)) throw noAlternative(token);
  const pattern = new RegExp(`^${token.text.replace(".", "\\.").replaceAll("*", "\\d+")}$`);
  return ({ facts }) => (facts.context ?? []).some((pair) => pattern.test(pair));
};

/** X's list of operators, by name. */
const OPERATORS: Readonly<Record<string, Reader>> = {
  from(token, world) {
    const id = userId(world, token);
    return ({ authorId }) => authorId === id;
  },
  to(token, world) {
    const id = userId(world, token);
    return ({ replyToUserId }) => id !== undefined && replyToUserId === id;
  },
  retweets_of(token, world) {
    const id = userId(world, token);
    return ({ retweetOf }) =>
      id !== undefined && world.posts.find(retweetOf ?? "")?.authorId === id;
  },
  list(token, { users }) {
    const id = digits(token);
    return ({ authorId }) => users.find(authorId)?.lists.includes(id) === true;
  },
  conversation_id(token) {
    const id = digits(token);
    return ({ conversationId }) => conversationId === id;
  },
  lang({ text }) {
    const wanted = text.toLowerCase();
    return ({ lang }) => lang.toLowerCase() === wanted;
  },
  url({ text }) {
    const wanted = text.toLowerCase();
    return (post) =>
      textOf(post).urls.some(({ expandedUrl }) => expandedUrl.toLowerCase().includes(wanted));
  },
  context,
  entity({ text }) {
    const wanted = text.toLowerCase();
    return ({ facts }) => (facts.entities ?? []).some((name) => name.toLowerCase() === wanted);
  },
  in_reply_to_tweet_id: refersTo("replyTo"),
  in_reply_to_status_id: refersTo("replyTo"),
  retweets_of_tweet_id: refersTo("retweetOf"),
  retweets_of_status_id: refersTo("retweetOf"),
  quotes_of_tweet_id: refersTo("quoteOf"),
  quotes_of_status_id: refersTo("quoteOf"),
  min_likes: atLeast("likes"),
  min_replies: atLeast("replies"),
  min_reposts: atLeast("reposts"),
  is: (token, world) => chosen(is, token)(world),
  has: (token) => chosen(has, token),
  ...Object.fromEntries(
    Object.entries(PLACES).map(([name, read]): [string, Reader] => [
      name,
      (token) => {
        const matches = read(token);
        return ({ facts: { place } }) => place !== undefined && matches(place);
      },
    ]),
  ),
};

/** Throws QueryError: X knows none of v1.1's `filter:`, `since:`, `until:` and `near:`. */
export const operatorMatcher = (world: World, token: Token): Matcher => {
  const read = Object.hasOwn(OPERATORS, token.name) ? OPERATORS[token.name] : undefined;
  if (!read) throw invalidOperator(token.name, token.at);
  return read(token, world);
};

/** X takes `-is:nullcast` only. */
export const mustBeNegated = ({ kind, name, text }: Token): boolean =>
  kind === "operator" && name === "is" && text.toLowerCase() === "nullcast";

/** These only narrow what another word finds. */
export const needsCompany = ({ kind, name }: Token): boolean =>
  kind === "operator" && (name === "is" || name === "has" || name === "lang");
