/**
 * Where a sign-in may send its code: the platform's own consent addresses, from the connector reference, each also with
 * the suffix that a connector of its own gets. https://learn.microsoft.com/connectors/twitter/#fairfax-and-gcc-callbacks
 */

export const CONSENT_ADDRESSES = [
  "https://global.consent.azure-apim.net/redirect",
  "https://logic-apis-usgovvirginia.consent.azure-apihub.us/redirect",
  "https://logic-apis-usgovtexas.consent.azure-apihub.us/redirect",
  "https://logic-apis-usgovarizona.consent.azure-apihub.us/redirect",
  "https://power-apis-usgov001-public.consent.azure-apihub.us/redirect",
] as const;

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
