/** Where a sign-in may send its code: the platform's own consent addresses, each also with a connector's own suffix. */
import { CONSENT_ADDRESSES } from "../connector/consent-addresses.ts";

/** One path segment of plain characters. */
const SUFFIX = /^\/[A-Za-z0-9._~-]{1,200}$/;

/**
 * Compares the text as it came, not as a URL parser would mend it: what is not written exactly as the platform writes
 * it, in case, encoding or punctuation, is refused. `more` are addresses that this deployment allows besides.
 */
export const isAllowedRedirect = (address: string, more: readonly string[]): boolean =>
  more.includes(address) ||
  CONSENT_ADDRESSES.some(
    (allowed) =>
      address === allowed ||
      (address.startsWith(allowed) &&
        SUFFIX.test(address.slice(allowed.length)) &&
        !/^\/\.{1,2}$/.test(address.slice(allowed.length))),
  );
