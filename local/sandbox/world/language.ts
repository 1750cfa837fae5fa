/** X tells a post's language from its text; the sandbox tells it from the script, which is enough for search. */

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{L}/u, "en"],
];

/** `zxx` for a text without words, as X has it. */
export const languageOf = (text: string): string =>
  SCRIPTS.find(([script]) => script.test(text.replace(/https?:\S+|[@#]\S+/g, "")))?.[1] ?? "zxx";
