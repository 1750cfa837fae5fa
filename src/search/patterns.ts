/** What the pieces of a search text look like. Those with the flag y are tried where the one before has ended. */

/** Marks of direction and breaks that are copied along with a text, and that nobody sees. */
export const INVISIBLE = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/gu;
const QUOTE = '["“”„‟«»＂]';
const NO_QUOTE = '[^"“”„‟«»＂]';
const PUNCTUATION = "[.,;:!?…'’‘‚´`、。，！？；：¿¡]";
export const TRAILING = new RegExp(`${PUNCTUATION}+$`, "u");

export const SPACE = /\s+/y;
export const PASSED_OVER = new RegExp(`${PUNCTUATION}+`, "uy");
export const SIGN = /(?<![^\s(])(?::-?[()]|\?)(?=\s|$)/y;
export const PARENTHESIS = /[()]/y;
/** Word processors make a dash of the minus. Before anything else than a term it is punctuation. */
export const NOT =
  /(?<![\p{L}\p{N}_])[-–−]+(?=["“”„‟«»＂\\'‘(@＠#＃$\p{L}\p{N}_\p{Extended_Pictographic}])/uy;
export const OR = /OR(?=[\s()]|$)/y;
export const PHRASE = new RegExp(`\\\\?${QUOTE}(${NO_QUOTE}*)${QUOTE}`, "uy");
export const STRAY_QUOTE = new RegExp(QUOTE, "uy");
export const NAME = /([a-z_]+):/iy;
export const BRACKETS = /\[[^\]]*\]/y;
export const VALUE = /[^\s()"“”„‟«»＂,;]+/uy;
/** Of what holds commas itself. */
export const LONG_VALUE = /[^\s()"“”„‟«»＂]+/uy;
export const ADDRESS = /https?:\/\/[^\s()"“”„‟«»＂<>]+/iuy;
/** X's own rules of what a tag and a mention are made of; an ending like 's is none of it. */
export const TAG =
  /(?:[#＃][\p{L}\p{M}\p{N}_]+|[@＠]\w+|\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?![\p{L}\p{N}]))(?:['’]\p{L}+)?/iuy;
export const WORD = /(?:[^\s()"“”„‟«»＂,;、，；]|(?<=\d),(?=\d))+/uy;

export const NOTHING_TO_FIND = /^[\p{P}\p{S}]*$/u;
export const PICTURE = /\p{Extended_Pictographic}/u;
/** What X takes without quotation marks: letters and digits, or one picture without a variant. */
export const PLAIN = /^(?:[\p{L}\p{M}\p{N}_]+|\p{Extended_Pictographic})$/u;
