/** What X finds in a text: addresses, mentions, hashtags and cashtags. */

export const URL_IN_TEXT = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'\]]/gi;

const PART =
  /(?<url>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'\]])|(?<![\w@])@(?<username>\w{1,15})(?!\w)|(?<![\p{L}\p{N}_&])#(?<hashtag>[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)|(?<![\w$])\$(?<cashtag>[A-Za-z]{1,6})(?!\w)/giu;

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
