/** Reads a search query: AND by a space, OR, parentheses, and - before a word or a group. */
import type { World } from "../world/world.ts";
import {
  containsWords,
  type Matcher,
  mustBeNegated,
  needsCompany,
  operatorMatcher,
} from "./operators.ts";
import { QueryError, type Token, tokenize } from "./tokens.ts";

/** Of self-serve plans: https://docs.x.com/x-api/posts/search/integrate/build-a-query */
export const MAX_QUERY_LENGTH = 512;

interface Clause {
  readonly matches: Matcher;
  /** True when it can find something by itself. */
  readonly standsAlone: boolean;
}

/** Throws QueryError. */
export const parseQuery = (world: World, query: string): Matcher => {
  const tokens = tokenize(query);
  let position = 0;
  const peek = (): Token | undefined => tokens[position];

  const term = (token: Token): Clause => {
    if (token.kind === "operator") {
      return { matches: operatorMatcher(world, token), standsAlone: !needsCompany(token) };
    }
    if (/^(and|or)$/i.test(token.text) && token.kind === "word") {
      const word = token.text.toLowerCase();
      throw new QueryError(
        `Ambiguous use of ${word} as a keyword. Use a space to logically join two clauses, or "${word}" to find occurrences of ${word} in text`,
        token.at,
      );
    }
    return { matches: containsWords(token.text), standsAlone: true };
  };

  const factor = (): Clause => {
    const token = peek();
    if (!token || token.kind === "close" || token.kind === "or") {
      const input = token ? (token.kind === "or" ? "OR" : token.text) : "<EOF>";
      throw new QueryError(`no viable alternative at input '${input}'`, token?.at ?? query.length);
    }
    position += 1;
    if (mustBeNegated(token) && tokens[position - 2]?.kind !== "not") {
      throw new QueryError("is:nullcast must be negated", token.at);
    }
    if (token.kind === "not") {
      const { matches } = factor();
      return { matches: (post) => !matches(post), standsAlone: false };
    }
    if (token.kind !== "open") return term(token);
    const inner = disjunction();
    if (peek()?.kind !== "close") throw new QueryError("missing ')' at '<EOF>'", query.length);
    position += 1;
    return inner;
  };

  const conjunction = (): Clause => {
    const clauses = [factor()];
    for (let next = peek(); next && next.kind !== "close" && next.kind !== "or"; next = peek()) {
      clauses.push(factor());
    }
    return {
      matches: (post) => clauses.every(({ matches }) => matches(post)),
      standsAlone: clauses.some(({ standsAlone }) => standsAlone),
    };
  };

  function disjunction(): Clause {
    const clauses = [conjunction()];
    while (peek()?.kind === "or") {
      position += 1;
      clauses.push(conjunction());
    }
    return {
      matches: (post) => clauses.some(({ matches }) => matches(post)),
      standsAlone: clauses.every(({ standsAlone }) => standsAlone),
    };
  }

  const whole = disjunction();
  const rest = peek();
  if (rest) throw new QueryError(`extraneous input '${rest.text}' expecting <EOF>`, rest.at);
  if (!whole.standsAlone) {
    throw new QueryError(
      tokens.some(needsCompany)
        ? "is/has/lang cannot be used as a standalone operator"
        : "Rules must contain at least one positive, non-stopword clause",
      0,
    );
  }
  return whole.matches;
};
