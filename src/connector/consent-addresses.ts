/**
 * Where Power Platform receives what a sign-in gives, from the connector reference:
 * https://learn.microsoft.com/connectors/twitter/#fairfax-and-gcc-callbacks
 */

/** The public cloud's. */
export const CONSENT_ADDRESS = "https://global.consent.azure-apim.net/redirect";

export const CONSENT_ADDRESSES = [
  CONSENT_ADDRESS,
  "https://logic-apis-usgovvirginia.consent.azure-apihub.us/redirect",
  "https://logic-apis-usgovtexas.consent.azure-apihub.us/redirect",
  "https://logic-apis-usgovarizona.consent.azure-apihub.us/redirect",
  "https://power-apis-usgov001-public.consent.azure-apihub.us/redirect",
] as const;
