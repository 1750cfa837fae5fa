/** The tree of a search text as X is asked for it: v2's text, and the times that X takes apart from it. */
import * as z from "zod";
import { needsCompany } from "./operators.ts";
import { malformed, refusal, searchError } from "./refusal.ts";
import type { OperatorToken } from "./tokens.ts";
import type { SearchNode } from "./tree.ts";
import { writeOperator } from "./write-operator.ts";

export interface WrittenSearch {
  readonly text: string;
  /** Epoch milliseconds; what is as old or younger. */
  readonly startTime?: number;
  /** Epoch milliseconds; what is older. */
  readonly endTime?: number;
}

interface Piece {
  readonly kind: SearchNode["kind"];
  readonly text: string;
  /** It can find something by itself, as X demands of every search. */
  readonly standsAlone: boolean;
}

/** Where in a text a piece is. */
interface Scope {
  /** What is said here is to be left out. */
  readonly isExcluded: boolean;
  /** What is said here narrows the whole search. */
  readonly isForAll: boolean;
}

const day = z.iso.date();

const timeOf = ({ name, value, at }: OperatorToken): number => {
  if (!day.safeParse(value).success) {
    throw malformed(`has no day behind "${name}:"`, at, `Write it as ${name}:2026-11-20`);
  }
  return Date.parse(value);
};

const negated = (text: string): string => (text.startsWith("-") ? text.slice(1) : `-${text}`);

const ADD = 'Add a word, a #tag, "a phrase", @name or from:name';

const NO_RETWEETS =
  "Leave it out; Get user timeline reads retweets, and -filter:retweets leaves them out";

/** Throws ConnectorError where X cannot be asked. */
export const write = (tree: SearchNode | undefined): WrittenSearch => {
  const starts: number[] = [];
  const ends: number[] = [];

  const time = (token: OperatorToken, bound: "startTime" | "endTime", scope: Scope): undefined => {
    const { name, at } = token;
    if (scope.isExcluded || !scope.isForAll) {
      throw refusal(
        `"${name}:"`,
        at,
        "a day holds for the whole search, and can neither be left out nor be one side of an OR",
        `Write ${name}: once, outside of OR and "-"`,
      );
    }
    (bound === "startTime" ? starts : ends).push(timeOf(token));
  };

  const operator = (token: OperatorToken, scope: Scope): Piece | undefined => {
    const { meaning } = token.operator;
    if (meaning.is === "time") return time(token, meaning.bound, scope);
    if (meaning.is === "written" && meaning.onlyWithout !== undefined) {
      const isLeftOut = scope.isExcluded !== meaning.as.startsWith("-");
      if (!isLeftOut)
        throw refusal(`"${token.source}"`, token.at, meaning.onlyWithout, NO_RETWEETS);
    }
    const text = writeOperator(token, meaning);
    return { kind: "operator", text, standsAlone: !text.startsWith("-") && !needsCompany(text) };
  };

  const list = (kind: "and" | "or", nodes: readonly SearchNode[], scope: Scope) => {
    const inner = kind === "or" ? { ...scope, isForAll: false } : scope;
    const pieces = nodes.flatMap((node) => piece(node, inner) ?? []);
    const [first] = pieces;
    if (pieces.length < 2 || !first) return first;
    const texts = pieces.map((each) =>
      kind === "and" && each.kind === "or" ? `(${each.text})` : each.text,
    );
    const standsAlone =
      kind === "and"
        ? pieces.some((each) => each.standsAlone)
        : pieces.every((each) => each.standsAlone);
    return { kind, text: texts.join(kind === "and" ? " " : " OR "), standsAlone };
  };

  function piece(node: SearchNode, scope: Scope): Piece | undefined {
    switch (node.kind) {
      case "text":
        return { kind: "text", text: node.text, standsAlone: true };
      case "operator":
        return operator(node, scope);
      case "not": {
        const of = piece(node.of, { ...scope, isExcluded: !scope.isExcluded });
        return of && { kind: "not", text: negated(of.text), standsAlone: false };
      }
      case "group": {
        const of = piece(node.of, scope);
        return of && { ...of, kind: "group", text: `(${of.text})` };
      }
      case "and":
      case "or":
        return list(node.kind, node.of, scope);
    }
  }

  const whole = tree && piece(tree, { isExcluded: false, isForAll: true });
  if (!whole) {
    throw searchError(`"Search text" names nothing to search for. ${ADD}.`);
  }
  if (!whole.standsAlone) {
    const where = whole.text.includes(" OR ") ? "on each side of OR" : "beside it";
    throw searchError(
      `"Search text" only narrows a search, or leaves something out, and X searches for nothing that cannot stand alone: ${whole.text}. ${ADD} ${where}.`,
    );
  }
  return {
    text: whole.text,
    ...(starts.length > 0 && { startTime: Math.max(...starts) }),
    ...(ends.length > 0 && { endTime: Math.min(...ends) }),
  };
};
