/**
 * Where Power Platform and Logic Apps receive what a sign-in gives: https://learn.microsoft.com/connectors/twitter/#fairfax-and-gcc-callbacks
 */

/** The public cloud's. */
export const CONSENT_ADDRESS = "https://global.consent.azure-apim.net/redirect";

/**
 * Microsoft's own domains, in each of which a host stands for a region or a cloud: `global`, and the likes of
 * `logic-apis-westeurope` and `power-apis-usgov001-public`.
 */
export const CONSENT_DOMAINS = ["consent.azure-apim.net", "consent.azure-apihub.us"] as const;
