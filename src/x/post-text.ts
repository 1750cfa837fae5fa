/**
 * Whether a post of X holds the text that was sent. X escapes three characters, turns links into t.co ones, and adds a
 * link for the media: https://docs.x.com/x-api/fundamentals/data-dictionary#tweet
 */
import { noteOf, type XPost } from "./shapes.ts";

type Links = NonNullable<NonNullable<XPost["entities"]>["urls"]>;

const ESCAPES: readonly (readonly [string, string])[] = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  // Last, so that what was written as an escape stays one.
  ["&amp;", "&"],
];

/** A link to the post's own picture or video. */
const MEDIA_LINK = /\/status\/\d+\/(photo|video)\/\d+$/;

const withLinks = (text: string, links: Links): string =>
  links.reduce((result, { url, expanded_url }) => {
    const target = expanded_url ?? url;
    return result.replace(url, () => (MEDIA_LINK.test(target) ? "" : target));
  }, text);

/** X completes a link that was written without its scheme, and its end, and trims and composes the text. */
const normalized = (text: string): string =>
  text
    .replaceAll(/https?:\/\//gi, "")
    .replaceAll(/\/(?=\s|$)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .normalize("NFC");

const plainTextOf = (post: XPost): string => {
  const note = noteOf(post);
  const { text, entities } = note ?? post;
  const linked = withLinks(text ?? "", entities?.urls ?? []);
  return ESCAPES.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), linked);
};

export const hasText = (post: XPost, text: string): boolean =>
  normalized(plainTextOf(post)) === normalized(text);
