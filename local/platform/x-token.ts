/** Signs in at the sandbox X without the connector: a public app of its own, so that both have their own limits. */
import { createHash, randomBytes } from "node:crypto";
import { X_SCOPE_TEXT } from "../../src/connector/scopes.ts";

const CLIENT_ID = "direct";
const REDIRECT_URI = "http://127.0.0.1/";

const postForm = (url: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

const registerApp = async (sandboxUrl: string): Promise<void> => {
  const app = { clientId: CLIENT_ID, callbackUrls: [REDIRECT_URI] };
  await fetch(`${sandboxUrl}/sandbox/apps`, { method: "POST", body: JSON.stringify(app) });
};

/** An access token of X for `username`. */
export const obtainXToken = async (sandboxUrl: string, username: string): Promise<string> => {
  await registerApp(sandboxUrl);
  const verifier = randomBytes(32).toString("base64url");
  const consent = await postForm(`${sandboxUrl}/i/oauth2/authorize`, {
    response_type: "code",
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    scope: X_SCOPE_TEXT,
    state: "direct",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    decision: "authorize",
    username,
  });
  const back = new URL(consent.headers.get("location") ?? "about:blank");
  const answer = await postForm(`${sandboxUrl}/2/oauth2/token`, {
    grant_type: "authorization_code",
    code: back.searchParams.get("code") ?? "",
    redirect_uri: REDIRECT_URI,
    code_verifier: verifier,
    client_id: CLIENT_ID,
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`The sandbox gave no token: ${answer.status}.`);
  return token;
};
