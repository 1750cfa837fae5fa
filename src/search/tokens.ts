/** Splits a search text as classic search did: punctuation is passed over, quotation marks of any form hold a phrase. */
import { type Operator, operatorOf, SIGNS } from "./operators.ts";
import { malformed, refusal } from "./refusal.ts";

interface Place {
  /** As it was written. */
  readonly source: string;
  /** Where it begins, from 0. */
  readonly at: number;
}
export interface OperatorToken extends Place {
  readonly kind: "operator";
  readonly operator: Operator;
  /** In lower case. */
  readonly name: string;
  /** Without quotation marks, and without punctuation behind it. */
  readonly value: string;
  /** It was written in quotation marks. */
  readonly isPhrase: boolean;
}
export interface TextToken extends Place {
  readonly kind: "text";
  /** As X takes it: a word, a tag, a phrase in quotation marks. */
  readonly text: string;
}
export type Token =
  | OperatorToken
  | TextToken
  | (Place & { readonly kind: "open" | "close" | "not" | "or" });

const QUOTE = '["“”„‟«»＂]';
const NO_QUOTE = '[^"“”„‟«»＂]';
const PUNCTUATION = "[.,;:!?…'’‘‚´`、。，！？；：¿¡]";
const TRAILING = new RegExp(`${PUNCTUATION}+$`, "u");

const SPACE = /\s+/y;
const PASSED_OVER = new RegExp(`${PUNCTUATION}+`, "uy");
const SIGN = /(?<![^\s(])(?::-?[()]|\?)(?=\s|$)/y;
const PARENTHESIS = /[()]/y;
/** Word processors make a dash of the minus. Before anything else than a term it is punctuation. */
const NOT =
  /(?<![\p{L}\p{N}_])[-–−]+(?=["“”„‟«»＂\\'‘(@＠#＃$\p{L}\p{N}_\p{Extended_Pictographic}])/uy;
const OR = /OR(?=[\s()]|$)/y;
const PHRASE = new RegExp(`\\\\?${QUOTE}(${NO_QUOTE}*)${QUOTE}`, "uy");
const STRAY_QUOTE = new RegExp(QUOTE, "uy");
const NAME = /([a-z_]+):/iy;
const BRACKETS = /\[[^\]]*\]/y;
const VALUE = /[^\s()"“”„‟«»＂,;]+/uy;
/** Of what holds commas itself. */
const LONG_VALUE = /[^\s()"“”„‟«»＂]+/uy;
const ADDRESS = /https?:\/\/[^\s()"“”„‟«»＂<>]+/iuy;
/** X's own rules of what a tag and a mention are made of; an ending like 's is none of it. */
const TAG =
  /(?:[#＃][\p{L}\p{M}\p{N}_]+|[@＠]\w+|\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?![\p{L}\p{N}]))(?:['’]\p{L}+)?/iuy;
const WORD = /(?:[^\s()"“”„‟«»＂,;、，；]|(?<=\d),(?=\d))+/uy;

const NOTHING_TO_FIND = /^[\p{P}\p{S}]*$/u;
const PICTURE = /\p{Extended_Pictographic}/u;
/** What X takes without quotation marks: one script's letters, or one picture without a variant. */
const PLAIN = /^(?:[\p{L}\p{M}\p{N}_]+|\p{Extended_Pictographic})$/u;
const HOLDS_COMMAS = new Set(["geocode", "url"]);

/** X splits a phrase into words itself, so punctuation in it does no harm. A backslash would. */
export const quoted = (text: string): string =>
  `"${text.replaceAll("\\", " ").replace(/\s+/g, " ").trim()}"`;

const findsNothing = (text: string): boolean => NOTHING_TO_FIND.test(text) && !PICTURE.test(text);

const asWord = (word: string): string => {
  if (/^(and|or)$/i.test(word)) return quoted(word);
  return PLAIN.test(word) ? word : quoted(word);
};

/** The tokens from left to right. Throws ConnectorError where one cannot be read. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;

  /** What the pattern finds here, which is passed then. */
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found) at += found[0].length;
    return found;
  };

  const takeValue = (name: string): Pick<OperatorToken, "value" | "isPhrase"> => {
    const phrase = take(PHRASE);
    if (phrase) return { value: (phrase[1] ?? "").replaceAll("\\", ""), isPhrase: true };
    const brackets = take(BRACKETS);
    if (brackets) return { value: brackets[0], isPhrase: false };
    const run = take(HOLDS_COMMAS.has(name) ? LONG_VALUE : VALUE);
    return { value: (run?.[0] ?? "").replace(TRAILING, ""), isPhrase: false };
  };

  const takeOperator = (): boolean => {
    const start = at;
    const [written = "", letters = ""] = take(NAME) ?? [];
    const name = letters.toLowerCase();
    if (!operatorOf(name, "")) {
      at = start;
      return false;
    }
    const given = takeValue(name);
    const source = text.slice(start, at);
    const operator = operatorOf(name, given.value);
    if (!operator || given.value === "") {
      throw malformed(`has nothing behind "${written}"`, start, "Write its value right behind it");
    }
    tokens.push({ kind: "operator", operator, name, ...given, source, at: start });
    return true;
  };

  /** A word, a tag, a phrase or an address as X takes it; empty for what classic search passed over. */
  const takeText = (): string => {
    const start = at;
    const phrase = take(PHRASE)?.[1];
    if (phrase !== undefined) return findsNothing(phrase.trim()) ? "" : quoted(phrase);
    if (take(STRAY_QUOTE)) {
      throw malformed("has a quotation mark without its other", start, "Close it, or leave it out");
    }
    const address = take(ADDRESS)?.[0];
    if (address) return `url:${quoted(address.replace(TRAILING, ""))}`;
    const tag = take(TAG)?.[0];
    if (tag)
      return tag
        .replace(/['’].*/, "")
        .replace("＃", "#")
        .replace("＠", "@");
    const word = (take(WORD)?.[0] ?? "").replace(TRAILING, "");
    return word === "AND" || findsNothing(word) ? "" : asWord(word);
  };

  while (at < text.length) {
    if (take(SPACE)) continue;
    const start = at;
    const sign = take(SIGN)?.[0] ?? "";
    const meaning = SIGNS[sign]?.meaning;
    if (meaning?.is === "refused") throw refusal(`"${sign}"`, start, meaning.why, meaning.instead);
    if (take(PASSED_OVER)) continue;
    const parenthesis = take(PARENTHESIS)?.[0];
    if (parenthesis) {
      tokens.push({ kind: parenthesis === "(" ? "open" : "close", source: parenthesis, at: start });
    } else if (take(NOT)) tokens.push({ kind: "not", source: "-", at: start });
    else if (take(OR)) tokens.push({ kind: "or", source: "OR", at: start });
    else if (!takeOperator()) {
      const found = takeText();
      if (found) {
        tokens.push({ kind: "text", text: found, source: text.slice(start, at), at: start });
      }
    }
  }
  return tokens;
};
