/**
 * The start of a sign-in. Power Platform's `oauth2` provider makes no PKCE challenge, which X demands, so the broker
 * makes one and has X call itself back; where the platform makes the challenge, X calls the platform back.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { X_SCOPE_TEXT } from "../connector/scopes.ts";
import type { ConnectorResponse, Handler } from "../http/message.ts";
import type { Sealer } from "../sealing/seal.ts";
import { type Page, pageResponse } from "./page.ts";
import { isAllowedRedirect } from "./redirect-addresses.ts";

/** How long a person may take at X. */
export const SIGN_IN_SECONDS = 15 * 60;

/** What the broker must know again when X calls back; it travels sealed in a cookie, since X's state has 500 characters. */
export const signInSchema = z.object({
  nonce: z.string(),
  verifier: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  state: z.string(),
});

/** One cookie a sign-in, so that two tabs do not disturb each other. */
export const signInCookie = (nonce: string): string => `xc-sign-in-${nonce}`;

export interface AuthorizeOptions {
  readonly sealer: Sealer;
  readonly xAuthorizeUrl: string;
  /** This deployment's callback address, as it is registered at X. */
  callbackUrl(request: { readonly url: URL; readonly headers: Headers }): string;
  readonly moreRedirects: readonly string[];
}

const REGISTER =
  "In the X developer console (https://console.x.com), open your app, then “User authentication settings”.";

const NO_CLIENT: Page = {
  title: "The connection names no X app",
  paragraphs: [
    "This connector works with your own X app only (“Bring your own application”); the shared app of the past is gone.",
    "Create the connection again and enter the OAuth 2.0 Client ID and Client Secret of your X app as Consumer Key and Consumer Secret.",
  ],
};
const API_KEY: Page = {
  title: "This is an API key, not a Client ID",
  paragraphs: [
    "The Consumer Key of the connection looks like the API key of your X app (25 letters and digits). Sign-in needs the OAuth 2.0 Client ID, which is longer.",
    `${REGISTER} Copy the “OAuth 2.0 Client ID and Client Secret” from “Keys and tokens”, and create the connection again with them.`,
  ],
};
/** Longer than any address that somebody would allow. */
const MAX_SHOWN = 300;
const wrongRedirect = (address: string): Page => ({
  title: "This address may not receive a sign-in",
  paragraphs: [
    "The sign-in was to be sent to an address that is none of Power Platform's. Start again from Power Automate, Power Apps or Logic Apps.",
    "If the address is right, whoever runs this connector can allow it: add it to the setting below.",
  ],
  facts: [
    ["Address", address.length > MAX_SHOWN ? `${address.slice(0, MAX_SHOWN)}…` : address || "none"],
    ["Setting that allows further addresses", "OAUTH_REDIRECT_URLS"],
  ],
});
const STATE_TOO_LONG: Page = {
  title: "This sign-in carries too much",
  paragraphs: [
    "The state that came with it is longer than X and browsers take. Start again from Power Automate, Power Apps or Logic Apps: create or repair the connection there.",
    "If it happens again, tell whoever runs this connector.",
  ],
};
const WRONG_REQUEST: Page = {
  title: "This is no sign-in of Power Platform",
  paragraphs: [
    "Start again from Power Automate, Power Apps or Logic Apps: create or repair the connection there.",
  ],
};

const API_KEY_FORM = /^[A-Za-z0-9]{25}$/;
const PLACEHOLDERS = ["", "dummy", "default"];
/** X's bound: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
const X_STATE_LENGTH = 500;
/** What every browser keeps of a cookie, name and attributes included: https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
const COOKIE_LENGTH = 4096;
/** As RFC 7636 has it. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/** The parameters of RFC 6749 and RFC 7636; one that is missing is empty. */
const parametersOf = (query: URLSearchParams) => {
  const read = (name: string) => query.get(name) ?? "";
  return {
    // Pasted from a page, it comes with blanks or a line end around it.
    clientId: read("client_id").trim(),
    redirectUri: read("redirect_uri"),
    responseType: read("response_type"),
    state: read("state"),
    challenge: read("code_challenge"),
    challengeMethod: read("code_challenge_method"),
  };
};

const findMistake = (
  {
    clientId,
    redirectUri,
    responseType,
    state,
    challenge,
    challengeMethod,
  }: ReturnType<typeof parametersOf>,
  moreRedirects: readonly string[],
): Page | undefined => {
  if (PLACEHOLDERS.includes(clientId.toLowerCase())) return NO_CLIENT;
  if (API_KEY_FORM.test(clientId)) return API_KEY;
  if (!isAllowedRedirect(redirectUri, moreRedirects)) return wrongRedirect(redirectUri);
  const challengeFits = CHALLENGE.test(challenge) && challengeMethod === "S256";
  if (challenge && !challengeFits) return WRONG_REQUEST;
  if (challenge && state.length > X_STATE_LENGTH) return STATE_TOO_LONG;
  return ["", "code"].includes(responseType) ? undefined : WRONG_REQUEST;
};

const redirectTo = (
  xAuthorizeUrl: string,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): ConnectorResponse => {
  const location = new URL(xAuthorizeUrl);
  const search = { response_type: "code", scope: X_SCOPE_TEXT, ...query };
  for (const [name, value] of Object.entries(search)) location.searchParams.set(name, value);
  return {
    status: 302,
    headers: { Location: location.href, "Cache-Control": "no-store", ...headers },
    body: "",
  };
};

export const createAuthorizeHandler =
  ({ sealer, xAuthorizeUrl, callbackUrl, moreRedirects }: AuthorizeOptions): Handler =>
  async ({ url, headers }) => {
    const parameters = parametersOf(url.searchParams);
    const mistake = findMistake(parameters, moreRedirects);
    if (mistake) return pageResponse(400, mistake);

    const { clientId, redirectUri, state, challenge } = parameters;
    if (challenge) {
      const own = { client_id: clientId, redirect_uri: redirectUri, state };
      return redirectTo(
        xAuthorizeUrl,
        { ...own, code_challenge: challenge, code_challenge_method: "S256" },
        {},
      );
    }

    const nonce = randomBytes(16).toString("base64url");
    const verifier = randomBytes(32).toString("base64url");
    const callback = callbackUrl({ url, headers });
    const signIn = { nonce, verifier, clientId, redirectUri, state };
    const sealed = await sealer.seal("state", signIn, SIGN_IN_SECONDS);
    const { pathname, protocol } = new URL(callback);
    const secure = protocol === "https:" ? "; Secure" : "";
    const cookie = `${signInCookie(nonce)}=${sealed}; Path=${pathname}; Max-Age=${SIGN_IN_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
    if (cookie.length > COOKIE_LENGTH) return pageResponse(400, STATE_TOO_LONG);
    return redirectTo(
      xAuthorizeUrl,
      {
        client_id: clientId,
        redirect_uri: callback,
        state: nonce,
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
      },
      { "Set-Cookie": cookie },
    );
  };
