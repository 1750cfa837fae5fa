/** Where a sign-in may send its code: the platform's own consent addresses, each also with a connector's own suffix. */
import { CONSENT_DOMAINS } from "../connector/consent-addresses.ts";

/** One DNS label, as the platform writes it. */
const HOST = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const DOMAIN = `(?:${CONSENT_DOMAINS.map((domain) => domain.replaceAll(".", "\\.")).join("|")})`;
/** One path segment of plain characters, and none that a browser would take for a step up. */
const SUFFIX = "/(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,200}";
const CONSENT = new RegExp(`^https://${HOST}\\.${DOMAIN}/redirect(?:${SUFFIX})?$`);

/**
 * Compares the text as it came, not as a URL parser would mend it: what is not written exactly as the platform writes
 * it, in case, encoding or punctuation, is refused. `more` are addresses that this deployment allows besides.
 */
export const isAllowedRedirect = (address: string, more: readonly string[]): boolean =>
  more.includes(address) || CONSENT.test(address);
