import { describe, expect, it } from "vitest";
import { isAllowedRedirect } from "../../../src/connections/redirect-addresses.ts";
import { CONSENT_ADDRESSES } from "../../../src/connector/consent-addresses.ts";

const HOST = "global.consent.azure-apim.net";
const GOOD = `https://${HOST}/redirect`;

describe("a redirect address", () => {
  it.each([...CONSENT_ADDRESSES, `${GOOD}/x-5fself-2dhosted-5fa1b2`, `${GOOD}/shared.x`])(
    "of the platform is allowed: %s",
    (address) => {
      expect(isAllowedRedirect(address, [])).toBe(true);
    },
  );

  it("that the deployment allows besides is allowed to the letter", () => {
    const more = ["https://flows.example/redirect"];
    expect(isAllowedRedirect("https://flows.example/redirect", more)).toBe(true);
    expect(isAllowedRedirect("https://flows.example/redirect/x", more)).toBe(false);
  });

  it.each([
    "",
    " ",
    "/redirect",
    "//evil",
    "///evil.example/redirect",
    "redirect",
    "about:blank",
    "javascript:alert(1)",
    "data:text/html,x",
    `http://${HOST}/redirect`,
    `ftp://${HOST}/redirect`,
    `HTTPS://${HOST}/redirect`,
    "https://GLOBAL.consent.azure-apim.net/redirect",
    `https://${HOST}/Redirect`,
    `https://${HOST}/REDIRECT`,
    `https://${HOST}:443/redirect`,
    `https://${HOST}:8443/redirect`,
    `https://${HOST}./redirect`,
    `https://${HOST}.evil.example/redirect`,
    `https://${HOST}.evil.example`,
    `https://evil.${HOST}/redirect`,
    `https://${HOST}@evil.example/redirect`,
    `https://user@${HOST}/redirect`,
    `https://user:pass@${HOST}/redirect`,
    `https://evil.example/redirect`,
    `https://evil.example/${GOOD}`,
    `https://evil.example?${GOOD}`,
    `https://evil.example#${GOOD}`,
    `https://evil.example\\@${HOST}/redirect`,
    `https://${HOST}\\redirect`,
    `https:\\\\${HOST}\\redirect`,
    `https:/${HOST}/redirect`,
    `https:${HOST}/redirect`,
    ` ${GOOD}`,
    `${GOOD} `,
    `${GOOD}\n`,
    `${GOOD}\r\nLocation: https://evil.example`,
    `${GOOD}\t`,
    `${GOOD}\u0000`,
    `${GOOD}/`,
    `${GOOD}//`,
    `${GOOD}/a/b`,
    `${GOOD}/a/`,
    `${GOOD}/../x`,
    `${GOOD}/..`,
    `${GOOD}/.`,
    `${GOOD}/%2e%2e`,
    `${GOOD}/a%2Fb`,
    `${GOOD}%2F`,
    `${GOOD}?x=1`,
    `${GOOD}?`,
    `${GOOD}#x`,
    `${GOOD}#`,
    `${GOOD}/a?b`,
    `${GOOD}/a#b`,
    `${GOOD}/a;b`,
    `${GOOD}/a b`,
    `${GOOD}/ä`,
    `${GOOD}/${"x".repeat(201)}`,
    `${GOOD}s`,
    `${GOOD}.evil.example`,
    `${GOOD}@evil.example`,
    `https://${HOST}/redirec`,
    `https://${HOST}/`,
    `https://${HOST}`,
    `https://${HOST}/x/redirect`,
    `https://${HOST}/%72edirect`,
    `https://%67lobal.consent.azure-apim.net/redirect`,
    "https://globaⅼ.consent.azure-apim.net/redirect",
    "https://global。consent.azure-apim.net/redirect",
    "https://global-consent.azure-apim.net/redirect",
    "https://logic-apis-usgoviowa.consent.azure-apihub.us/redirect",
    "https://logic-apis-usgovvirginia.consent.azure-apihub.net/redirect",
    "https://127.0.0.1/redirect",
    "https://[::1]/redirect",
  ])("of nobody we know is refused: %j", (address) => {
    expect(isAllowedRedirect(address, [])).toBe(false);
  });
});
