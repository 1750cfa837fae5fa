/**
 * What a search text says, as a tree. Classic search had no parentheses, and OR bound tighter than a space:
 * `from:a #x OR #y` was a's posts with one of the tags. In v2 a space binds tighter. A text with parentheses or with v2's
 * own operators was written for v2, and is read as v2 reads it.
 */
import { malformed } from "./refusal.ts";
import type { OperatorToken, TextToken, Token } from "./tokens.ts";

export type SearchNode =
  | TextToken
  | OperatorToken
  | { readonly kind: "not" | "group"; readonly of: SearchNode }
  | { readonly kind: "and" | "or"; readonly of: readonly SearchNode[] };

const isWrittenForV2 = (token: Token): boolean =>
  token.kind === "open" || (token.kind === "operator" && token.operator.meaning.is === "own");

const joined = (kind: "and" | "or", nodes: readonly SearchNode[]): SearchNode => {
  const [first] = nodes;
  return nodes.length === 1 && first ? first : { kind, of: nodes };
};

/** Undefined when there is nothing to search for. Throws ConnectorError. */
export const parse = (tokens: readonly Token[]): SearchNode | undefined => {
  let position = 0;
  const peek = (): Token | undefined => tokens[position];
  const pass = (kind: Token["kind"]): boolean => {
    if (peek()?.kind !== kind) return false;
    position += 1;
    return true;
  };
  const last = tokens.at(-1);
  if (!last) return undefined;

  const group = (at: number): SearchNode => {
    const of = disjunction();
    if (!pass("close")) throw malformed("has a parenthesis without its other", at, "Close it");
    return { kind: "group", of };
  };

  const factor = (): SearchNode => {
    const token = peek();
    position += 1;
    if (token?.kind === "text" || token?.kind === "operator") return token;
    if (token?.kind === "not") return { kind: "not", of: factor() };
    if (token?.kind === "open") return group(token.at);
    throw malformed(
      token ? `has "${token.source}" where a word is missing` : "ends where a word is missing",
      token?.at ?? last.at + last.source.length,
      'OR stands between two words, "-" and parentheses around some',
    );
  };

  const isAtFactor = (): boolean => !["close", "or", undefined].includes(peek()?.kind);

  const alternatives = (one: () => SearchNode): SearchNode => {
    const nodes = [one()];
    while (pass("or")) nodes.push(one());
    return joined("or", nodes);
  };
  const sequence = (one: () => SearchNode): SearchNode => {
    const nodes = [one()];
    while (isAtFactor()) nodes.push(one());
    return joined("and", nodes);
  };
  function disjunction(): SearchNode {
    return alternatives(() => sequence(factor));
  }

  const tree = tokens.some(isWrittenForV2) ? disjunction() : sequence(() => alternatives(factor));
  const rest = peek();
  if (rest) throw malformed(`has "${rest.source}" without its other`, rest.at, "Leave it out");
  return tree;
};
