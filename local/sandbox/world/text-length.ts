/** How long X counts a text to be: https://docs.x.com/fundamentals/counting-characters */
import { URL_IN_TEXT } from "./text-parts.ts";

/** What an account without a subscription may write. */
export const SHORT_POST = 280;

const URL_LENGTH = 23;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}/u;
/** Code points that count once, first and last; all else counts twice. */
const LIGHT = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const weightOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return LIGHT.some(([first, last]) => point >= first && point <= last) ? 1 : 2;
};

export const weightedLength = (text: string): number => {
  let length = (text.match(URL_IN_TEXT) ?? []).length * URL_LENGTH;
  for (const { segment } of graphemes.segment(text.normalize("NFC").replace(URL_IN_TEXT, ""))) {
    if (EMOJI.test(segment)) length += 2;
    else for (const character of segment) length += weightOf(character);
  }
  return length;
};
