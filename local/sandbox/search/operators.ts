/** What X's search operators and words match. https://docs.x.com/x-api/posts/search/integrate/operators */
import type { SandboxPost } from "../world/posts.ts";
import type { World } from "../world/world.ts";
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

const userId = (world: World, { name, text, at }: Token): string | undefined => {
  // A handle may consist of digits, so an id is only what no handle can be, or what is no handle here.
  const named = world.users.named(text);
  if (named) return named.id;
  if (/^\d+$/.test(text)) return text;
  if (!handle.test(text)) {
    throw new QueryError(`no viable alternative at input '${name}:${text}'`, at);
  }
  return undefined;
};

const is: Readonly<Record<string, Matcher>> = {
  // A keyword search finds no reposts since 2026-05-04, so there is nothing for this to match.
  retweet: ({ retweetOf }) => retweetOf !== undefined,
  reply: ({ replyTo }) => replyTo !== undefined,
  quote: ({ quoteOf }) => quoteOf !== undefined,
};

const has: Readonly<Record<string, Matcher>> = {
  media: ({ media }) => media.length > 0,
  images: ({ media }) => media.some(({ type }) => type === "photo"),
  videos: ({ media }) => media.some(({ type }) => type === "video"),
  links: ({ note, shown }) => (note ?? shown).urls.length > 0,
  mentions: ({ note, shown }) => (note ?? shown).mentions.length > 0,
  hashtags: ({ note, shown }) => (note ?? shown).hashtags.length > 0,
};

const invalidOperator = (name: string, at: number): QueryError =>
  new QueryError(
    `Reference to invalid operator '${name}'. Operator is not available in current product or product packaging. Please refer to complete available operator list at https://docs.x.com/x-api/posts/search/integrate/operators.`,
    at,
  );

/** Throws QueryError: X knows none of v1.1's `filter:`, `since:`, `until:` and `near:`. */
export const operatorMatcher = (world: World, token: Token): Matcher => {
  const { name, text, at } = token;
  const lower = text.toLowerCase();
  const known = (table: Readonly<Record<string, Matcher>>): Matcher => {
    const matcher = table[lower];
    if (!matcher) throw invalidOperator(`${name}:${text}`, at);
    return matcher;
  };

  switch (name) {
    case "from": {
      const id = userId(world, token);
      return ({ authorId }) => authorId === id;
    }
    case "to": {
      const id = userId(world, token);
      return ({ replyToUserId }) => id !== undefined && replyToUserId === id;
    }
    case "retweets_of": {
      const id = userId(world, token);
      return ({ retweetOf }) =>
        id !== undefined && world.posts.find(retweetOf ?? "")?.authorId === id;
    }
    case "conversation_id":
      return ({ conversationId }) => conversationId === text;
    case "lang":
      return ({ lang }) => lang === lower;
    case "url":
      return ({ note, shown }) =>
        (note ?? shown).urls.some(({ expandedUrl }) => expandedUrl.toLowerCase().includes(lower));
    case "is":
      return known(is);
    case "has":
      return known(has);
    default:
      throw invalidOperator(name, at);
  }
};

/** These only narrow what another word finds. */
export const needsCompany = ({ kind, name }: Token): boolean =>
  kind === "operator" && (name === "is" || name === "has" || name === "lang");
