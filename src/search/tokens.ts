/** Splits a search text as classic search did: punctuation is passed over, quotation marks of any form hold a phrase. */
import { type Operator, operatorOf, SIGNS } from "./operators.ts";
import * as pattern from "./patterns.ts";
import { malformed, refusal } from "./refusal.ts";

interface Span {
  /** As it was written. */
  readonly source: string;
  /** Where it begins, from 0. */
  readonly at: number;
}
export interface OperatorToken extends Span {
  readonly kind: "operator";
  readonly operator: Operator;
  /** In lower case. */
  readonly name: string;
  /** Without quotation marks, and without punctuation behind it. */
  readonly value: string;
  /** It was written in quotation marks. */
  readonly isPhrase: boolean;
}
export interface TextToken extends Span {
  readonly kind: "text";
  /** As X takes it: a word, a tag, a phrase in quotation marks. */
  readonly text: string;
}
export type Token =
  | OperatorToken
  | TextToken
  | (Span & { readonly kind: "open" | "close" | "not" | "or" });

const HOLDS_COMMAS = new Set(["geocode", "url"]);

/** X splits a phrase into words itself, so punctuation in it does no harm. A backslash would. */
export const quoted = (text: string): string =>
  `"${text.replaceAll("\\", " ").replace(/\s+/g, " ").trim()}"`;

const findsNothing = (text: string): boolean =>
  pattern.NOTHING_TO_FIND.test(text) && !pattern.PICTURE.test(text);

const asWord = (word: string): string => {
  if (/^(and|or)$/i.test(word)) return quoted(word);
  return pattern.PLAIN.test(word) ? word : quoted(word);
};

const asTag = (tag: string): string =>
  tag
    .replace(/['’].*/, "")
    .replace("＃", "#")
    .replace("＠", "@");

/** The tokens from left to right. Throws ConnectorError where one cannot be read. */
export const tokenize = (written: string): Token[] => {
  const text = written.replace(pattern.INVISIBLE, " ");
  const tokens: Token[] = [];
  let at = 0;

  /** What of this shape is here, which is passed then. */
  const take = (shape: RegExp): RegExpExecArray | undefined => {
    shape.lastIndex = at;
    const found = shape.exec(text) ?? undefined;
    if (found) at += found[0].length;
    return found;
  };

  const takeValue = (name: string): Pick<OperatorToken, "value" | "isPhrase"> => {
    const phrase = take(pattern.PHRASE);
    if (phrase) return { value: (phrase[1] ?? "").replaceAll("\\", ""), isPhrase: true };
    const brackets = take(pattern.BRACKETS);
    if (brackets) return { value: brackets[0], isPhrase: false };
    const run = take(HOLDS_COMMAS.has(name) ? pattern.LONG_VALUE : pattern.VALUE);
    return { value: (run?.[0] ?? "").replace(pattern.TRAILING, ""), isPhrase: false };
  };

  const takeOperator = (): boolean => {
    const start = at;
    const [head = "", letters = ""] = take(pattern.NAME) ?? [];
    const name = letters.toLowerCase();
    if (!operatorOf(name, "")) {
      at = start;
      return false;
    }
    const given = takeValue(name);
    const source = text.slice(start, at);
    const operator = operatorOf(name, given.value);
    if (!operator || given.value === "") {
      throw malformed(`has nothing behind "${head}"`, start, "Write its value right behind it");
    }
    tokens.push({ kind: "operator", operator, name, ...given, source, at: start });
    return true;
  };

  /** A word, a tag, a phrase or an address as X takes it; empty for what classic search passed over. */
  const takeText = (): string => {
    const start = at;
    const phrase = take(pattern.PHRASE)?.[1];
    if (phrase !== undefined) return findsNothing(phrase.trim()) ? "" : quoted(phrase);
    if (take(pattern.STRAY_QUOTE)) {
      throw malformed("has a quotation mark without its other", start, "Close it, or leave it out");
    }
    const address = take(pattern.ADDRESS)?.[0];
    if (address) return `url:${quoted(address.replace(pattern.TRAILING, ""))}`;
    const tag = take(pattern.TAG)?.[0];
    if (tag) return asTag(tag);
    const word = (take(pattern.WORD)?.[0] ?? "").replace(pattern.TRAILING, "");
    return word === "AND" || findsNothing(word) ? "" : asWord(word);
  };

  while (at < text.length) {
    if (take(pattern.SPACE)) continue;
    const start = at;
    const sign = take(pattern.SIGN)?.[0] ?? "";
    const meaning = SIGNS[sign]?.meaning;
    if (meaning?.is === "refused") throw refusal(`"${sign}"`, start, meaning.why, meaning.instead);
    if (take(pattern.PASSED_OVER)) continue;
    const parenthesis = take(pattern.PARENTHESIS)?.[0];
    if (parenthesis) {
      tokens.push({ kind: parenthesis === "(" ? "open" : "close", source: parenthesis, at: start });
    } else if (take(pattern.NOT)) tokens.push({ kind: "not", source: "-", at: start });
    else if (take(pattern.OR)) tokens.push({ kind: "or", source: "OR", at: start });
    else if (!takeOperator()) {
      const found = takeText();
      if (found) {
        tokens.push({ kind: "text", text: found, source: text.slice(start, at), at: start });
      }
    }
  }
  return tokens;
};
