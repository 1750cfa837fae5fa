/**
 * X's search language, as far as the sandbox speaks it: words, "phrases", OR, parentheses, -, operators.
 * https://docs.x.com/x-api/posts/search/integrate/build-a-query
 */

/** What a post must offer to be matched. */
export interface Matchable {
  /** Lower case. */
  readonly text: string;
  readonly author: string;
  readonly replyTo: string | undefined;
  readonly lang: string;
  readonly isRetweet: boolean;
  readonly isReply: boolean;
  readonly isQuote: boolean;
  readonly hasMedia: boolean;
}

export type Matcher = (post: Matchable) => boolean;

/** A query that X refuses; the message is X's. */
export class QueryError extends Error {}

const TOKEN = /\s*(\(|\)|-(?=\S)|"[^"]*"|[^\s()]+)/gy;

const tokenize = (query: string): string[] => {
  TOKEN.lastIndex = 0;
  const tokens: string[] = [];
  for (let match = TOKEN.exec(query); match?.[1]; match = TOKEN.exec(query)) tokens.push(match[1]);
  return tokens;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const containsWord = (word: string): Matcher => {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])${escaped(word.toLowerCase())}(?![\\p{L}\\p{N}_])`,
    "u",
  );
  return ({ text }) => pattern.test(text);
};

const FLAGS: Readonly<Record<string, Matcher>> = {
  "is:retweet": ({ isRetweet }) => isRetweet,
  "is:reply": ({ isReply }) => isReply,
  "is:quote": ({ isQuote }) => isQuote,
  "has:media": ({ hasMedia }) => hasMedia,
  "has:images": ({ hasMedia }) => hasMedia,
};

const HANDLE = /^[A-Za-z0-9_]{1,15}$/;

const operator = (name: string, value: string): Matcher => {
  const lower = value.toLowerCase();
  if (name === "lang") return ({ lang }) => lang === lower;
  if (name === "url") return ({ text }) => text.includes(lower);
  if ((name === "from" || name === "to") && !HANDLE.test(value)) {
    throw new QueryError(`Rule references an invalid username: '${value}'.`);
  }
  if (name === "from") return ({ author }) => author === lower;
  if (name === "to") return ({ replyTo }) => replyTo === lower;
  const known = FLAGS[`${name}:${lower}`];
  if (known) return known;
  throw new QueryError(
    `Reference to invalid operator '${name}'. Operator is not available in current product or product packaging.`,
  );
};

const term = (token: string): Matcher => {
  if (token.startsWith('"')) return containsWord(token.slice(1, -1));
  const [, name, value] = /^([a-z_]+):(\S+)$/i.exec(token) ?? [];
  if (name && value && !/^https?$/.test(name)) return operator(name.toLowerCase(), value);
  return containsWord(token);
};

/** Throws QueryError. */
export const parseQuery = (query: string): Matcher => {
  if (query.length > 512) {
    throw new QueryError(`Rule length ${query.length} exceeds maximum of 512.`);
  }
  const tokens = tokenize(query);
  let at = 0;

  const factor = (): Matcher => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token === ")")
      throw new QueryError("no viable alternative at input");
    if (token === "-") {
      const inner = factor();
      return (post) => !inner(post);
    }
    if (token !== "(") return term(token);
    const inner = disjunction();
    if (tokens[at] !== ")") throw new QueryError("missing ')' at '<EOF>'");
    at += 1;
    return inner;
  };
  const conjunction = (): Matcher => {
    const all = [factor()];
    while (at < tokens.length && tokens[at] !== ")" && tokens[at] !== "OR") {
      if (tokens[at] === "AND") at += 1;
      all.push(factor());
    }
    return (post) => all.every((matches) => matches(post));
  };
  function disjunction(): Matcher {
    const any = [conjunction()];
    while (tokens[at] === "OR") {
      at += 1;
      any.push(conjunction());
    }
    return (post) => any.some((matches) => matches(post));
  }

  const matcher = disjunction();
  if (at < tokens.length) throw new QueryError(`extraneous input '${tokens[at]}'`);
  return matcher;
};
