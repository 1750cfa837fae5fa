/** Splits a search query. https://docs.x.com/x-api/posts/search/integrate/build-a-query */

/** A query that X refuses; the message is X's. */
export class QueryError extends Error {
  constructor(message: string, at: number) {
    super(`There were errors processing your request: ${message} (at position ${at + 1})`);
  }
}

export interface Token {
  readonly kind: "open" | "close" | "not" | "or" | "phrase" | "operator" | "word";
  /** Of a phrase without its quotation marks, of an operator what follows the colon. */
  readonly text: string;
  /** Of an operator, in lower case. */
  readonly name: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

const TOKEN =
  /\s+|(?<open>\()|(?<close>\))|(?<not>-(?=\S))|"(?<phrase>[^"]*)"|(?<name>[a-z_]+):(?:"(?<quoted>[^"]*)"|(?<value>\[[^\]]*\]|[^\s()"]+))|(?<word>[^\s()"]+)|(?<stray>")/giy;

const ADDRESS = /^https?$/i;

const toToken = (groups: Readonly<Record<string, string | undefined>>, at: number): Token => {
  const token = (kind: Token["kind"], text = "", name = ""): Token => ({ kind, text, name, at });
  const { open, close, not, phrase, name, quoted, value, word, stray } = groups;
  if (open) return token("open", open);
  if (close) return token("close", close);
  if (not) return token("not", not);
  if (phrase !== undefined) return token("phrase", phrase);
  if (stray) throw new QueryError("no viable alternative at character '\"'", at);
  if (name && ADDRESS.test(name)) return token("word", `${name}:${value ?? ""}`);
  const comma = (word ?? "").indexOf(",");
  if (comma >= 0) throw new QueryError("no viable alternative at character ','", at + comma);
  if (name) return token("operator", quoted ?? value ?? "", name.toLowerCase());
  return word === "OR" ? token("or") : token("word", word);
};

/** Throws QueryError. */
export const tokenize = (query: string): Token[] =>
  [...query.matchAll(TOKEN)].flatMap(({ 0: text, index, groups = {} }) =>
    text.trim() === "" ? [] : toToken(groups, index),
  );
