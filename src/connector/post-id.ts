/**
 * The id of a post as makers give it: the id itself, or a link to the post as X's apps and pages copy it. Nothing is
 * asked of where a link leads.
 */

/** X's ids are positive 64-bit integers: https://docs.x.com/fundamentals/x-ids */
const ID = /^[1-9]\d{0,18}$/;
const X_HOST = /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/;
/** `/contoso/status/ID`, `/i/status/ID`, `/i/web/status/ID`, each with more behind it, such as `/photo/1`. */
const POST_PATH = /^\/(?:i\/web|\w{1,15})\/status(?:es)?\/([1-9]\d{0,18})(?:\/|$)/i;
/** What is left of an id that was a number on its way. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;

const EXAMPLE_ID = "1460323737035677698";
const EXAMPLE_LINK = `https://x.com/contoso/status/${EXAMPLE_ID}`;

export type PostIdReading = { readonly id: string } | { readonly problem: string };

const toUrl = (text: string): URL | undefined => {
  const link = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(link) ? new URL(link) : undefined;
};

const problemOf = (text: string, url: URL | undefined): string => {
  if (ROUNDED.test(text)) {
    return `has lost digits of the id: it was a number on its way. Hand ids on as text, such as ${EXAMPLE_ID}.`;
  }
  if (url?.hostname === "t.co") {
    return `is a short link, which does not tell the post. Open it, and give the link that it leads to, such as ${EXAMPLE_LINK}.`;
  }
  if (url && X_HOST.test(url.hostname)) {
    return `is a link to X, but to no post. The link to a post looks like ${EXAMPLE_LINK}.`;
  }
  return `must be the id of a post, up to 19 digits such as ${EXAMPLE_ID}, or a link to it, such as ${EXAMPLE_LINK}.`;
};

/** The id in `text`, which has no spaces around it; or what is wrong with it, to be read behind the field's title. */
export const readPostId = (text: string): PostIdReading => {
  if (ID.test(text)) return { id: text };
  const url = toUrl(text);
  const [, id] = (url && X_HOST.test(url.hostname) && POST_PATH.exec(url.pathname)) || [];
  return id === undefined ? { problem: problemOf(text, url) } : { id };
};
