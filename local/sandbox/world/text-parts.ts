/** What X finds in a text: addresses, with a scheme or without one, mentions, hashtags and cashtags. */
import topLevelDomains from "tlds" with { type: "json" };

const PATH = /[^\s<>"]*[^\s<>".,;:!?)'\]]/.source;
/** Of those that X finds, the plain ones: at the beginning, behind white space, or in parentheses. */
const BARE = `(?<![^\\s(])(?:[a-z\\d](?:[a-z\\d\\-]*[a-z\\d])?\\.)+(?:${topLevelDomains.join("|")})(?![a-z\\d@+\\-])(?:/${PATH})?`;
const URL_SOURCE = `https?://${PATH}|${BARE}`;

export const URL_IN_TEXT = new RegExp(URL_SOURCE, "giu");

const PART = new RegExp(
  `(?<url>${URL_SOURCE})|(?<![\\w@])@(?<username>\\w{1,15})(?!\\w)|(?<![\\p{L}\\p{N}_&])#(?<hashtag>[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)|(?<![\\w$])\\$(?<cashtag>[A-Za-z]{1,6})(?!\\w)`,
  "giu",
);

export type PartKind = "url" | "username" | "hashtag" | "cashtag";

export interface TextPart {
  readonly kind: PartKind;
  /** As it stands in the text. */
  readonly source: string;
  /** Without the sign before it. */
  readonly value: string;
  /** In UTF-16 units. */
  readonly index: number;
}

export const partsOf = (text: string): TextPart[] =>
  [...text.matchAll(PART)].flatMap(({ 0: source, index, groups = {} }) => {
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    return kind && value ? [{ kind: kind as PartKind, source, value, index }] : [];
  });
