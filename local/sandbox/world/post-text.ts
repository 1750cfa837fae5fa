/**
 * A post's text as X stores it: addresses shortened to t.co, &, < and > escaped, and where in it mentions, tags and
 * addresses are, counted in code points. https://docs.x.com/x-api/fundamentals/data-dictionary
 */
import { createHash } from "node:crypto";
import { partsOf } from "./text-parts.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}
export interface MentionSpan extends Span {
  readonly username: string;
}
export interface TagSpan extends Span {
  readonly tag: string;
}
export interface UrlSpan extends Span {
  readonly url: string;
  readonly expandedUrl: string;
  readonly displayUrl: string;
  readonly mediaKey?: string | undefined;
}

export interface PostText {
  readonly text: string;
  readonly mentions: readonly MentionSpan[];
  readonly hashtags: readonly TagSpan[];
  readonly cashtags: readonly TagSpan[];
  readonly urls: readonly UrlSpan[];
}

/** An address that X itself puts behind a text: of its media, of the post that it quotes. */
export interface AppendedLink {
  readonly expandedUrl: string;
  readonly displayUrl?: string;
  readonly mediaKey?: string;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** X completes an address that was written without its scheme. */
const withScheme = (address: string): string =>
  /^https?:\/\//i.test(address) ? address : `http://${address}`;
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
const codePoints = (text: string): number => [...text].length;

const shortUrl = (postId: string, url: string): string =>
  `https://t.co/${createHash("sha256").update(`${postId} ${url}`).digest("base64url").replace(/[-_]/g, "0").slice(0, 10)}`;

const shownUrl = (url: string): string => {
  const shown = url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  return shown.length > 27 ? `${shown.slice(0, 26)}…` : shown;
};

export const toPostText = (
  postId: string,
  source: string,
  appended: readonly AppendedLink[] = [],
): PostText => {
  const result = {
    mentions: [] as MentionSpan[],
    hashtags: [] as TagSpan[],
    cashtags: [] as TagSpan[],
    urls: [] as UrlSpan[],
  };
  let text = "";
  let length = 0;
  const append = (piece: string): Span => {
    const start = length;
    text += piece;
    length += codePoints(piece);
    return { start, end: length };
  };
  const appendUrl = ({ expandedUrl, displayUrl, mediaKey }: AppendedLink) => {
    const url = shortUrl(postId, expandedUrl);
    const shown = { url, expandedUrl, displayUrl: displayUrl ?? shownUrl(expandedUrl), mediaKey };
    result.urls.push({ ...append(url), ...shown });
  };

  let from = 0;
  for (const { kind, source: found, value, index } of partsOf(source)) {
    append(escaped(source.slice(from, index)));
    from = index + found.length;
    if (kind === "url") appendUrl({ expandedUrl: withScheme(value) });
    else if (kind === "username") result.mentions.push({ ...append(found), username: value });
    else if (kind === "hashtag") result.hashtags.push({ ...append(found), tag: value });
    else result.cashtags.push({ ...append(found), tag: value });
  }
  append(escaped(source.slice(from)));
  for (const link of appended) {
    if (text) append(" ");
    appendUrl(link);
  }
  return { text, ...result };
};

/** The beginning of a text, at most `length` code points with `ending`; no address, mention or tag is cut through. */
export const cutPostText = (whole: PostText, length: number, ending: string): PostText => {
  const spans = [whole.mentions, whole.hashtags, whole.cashtags, whole.urls].flat();
  const limit = length - codePoints(ending);
  const through = spans.find(({ start, end }) => start < limit && end > limit);
  const kept = [...whole.text].slice(0, through?.start ?? limit).join("");
  const beginning = kept.replace(/(&[a-z]*|\s+)$/, "");
  const end = codePoints(beginning);
  const within = <T extends Span>(all: readonly T[]) => all.filter((span) => span.end <= end);
  return {
    text: beginning + ending,
    mentions: within(whole.mentions),
    hashtags: within(whole.hashtags),
    cashtags: within(whole.cashtags),
    urls: within(whole.urls),
  };
};

/** A text with something before it. */
export const shiftPostText = (prefix: PostText, rest: PostText): PostText => {
  const by = codePoints(prefix.text);
  const moved = <T extends Span>(spans: readonly T[]) =>
    spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
  return {
    text: prefix.text + rest.text,
    mentions: [...prefix.mentions, ...moved(rest.mentions)],
    hashtags: [...prefix.hashtags, ...moved(rest.hashtags)],
    cashtags: [...prefix.cashtags, ...moved(rest.cashtags)],
    urls: [...prefix.urls, ...moved(rest.urls)],
  };
};
