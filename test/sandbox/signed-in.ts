/** A sandbox for one file of tests, and somebody signed in to it. */
import { createHash, randomBytes } from "node:crypto";
import type { MovableClock } from "../../local/clock.ts";
import {
  SANDBOX_APP,
  SANDBOX_USER,
  type Sandbox,
  startSandbox,
} from "../../local/sandbox/sandbox.ts";
import { type Answer, answerOf } from "../harness/answer.ts";

export const CALLBACK = "http://127.0.0.1:9/callback";
export const ALL_SCOPES =
  "tweet.read tweet.write users.read follows.read media.write offline.access";

export interface App {
  readonly clientId: string;
  readonly clientSecret?: string;
}

export interface SignInOptions {
  readonly app?: App;
  readonly as?: string;
  readonly scope?: string;
}

export interface Consent extends SignInOptions {
  readonly decision?: "authorize" | "cancel";
  readonly redirectUri?: string;
  readonly verifier?: string;
}

/** The parameters of X's consent page. */
export const consentQuery = (options: Consent = {}) => ({
  client_id: (options.app ?? SANDBOX_APP).clientId,
  redirect_uri: options.redirectUri ?? CALLBACK,
  response_type: "code",
  state: "a-state",
  scope: options.scope ?? ALL_SCOPES,
  code_challenge: createHash("sha256")
    .update(options.verifier ?? "v".repeat(43))
    .digest("base64url"),
  code_challenge_method: "S256",
});

/** Presses a button of the consent page; answers where the browser is sent. */
export const consent = async (sandbox: Sandbox, options: Consent = {}): Promise<URL> => {
  const { as = SANDBOX_USER.username, decision = "authorize" } = options;
  const { headers } = await fetch(`${sandbox.url}/i/oauth2/authorize`, {
    method: "POST",
    body: new URLSearchParams({ ...consentQuery(options), username: as, decision }),
    redirect: "manual",
  });
  return new URL(headers.get("location") ?? "");
};

export const basic = ({ clientId, clientSecret = "" }: App): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
});

export const requestToken = async (
  sandbox: Sandbox,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = basic(SANDBOX_APP),
): Promise<Answer> =>
  answerOf(
    await fetch(`${sandbox.url}/2/oauth2/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams(form),
    }),
  );

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

export const signIn = async (sandbox: Sandbox, options: SignInOptions = {}): Promise<Tokens> => {
  const app = options.app ?? SANDBOX_APP;
  const verifier = randomBytes(40).toString("base64url");
  const code = (await consent(sandbox, { ...options, verifier })).searchParams.get("code") ?? "";
  const { json } = await requestToken(
    sandbox,
    {
      grant_type: "authorization_code",
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      ...(!app.clientSecret && { client_id: app.clientId }),
    },
    app.clientSecret ? basic(app) : {},
  );
  return json;
};

export interface SignedIn {
  readonly sandbox: Sandbox;
  readonly tokens: Tokens;
  /** GET below /2/. */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Answer>;
  /** POST of JSON below /2/. */
  post(path: string, body?: unknown): Promise<Answer>;
  /** DELETE below /2/. */
  delete(path: string): Promise<Answer>;
  /** Below /sandbox/. */
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
}

export const callsAs = (sandbox: Sandbox, tokens: Tokens): SignedIn => {
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  return {
    sandbox,
    tokens,
    get: async (path, query = {}) =>
      answerOf(await fetch(`${sandbox.url}/2/${path}?${new URLSearchParams(query)}`, { headers })),
    post: async (path, body) =>
      answerOf(
        await fetch(`${sandbox.url}/2/${path}`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
    delete: async (path) =>
      answerOf(await fetch(`${sandbox.url}/2/${path}`, { method: "DELETE", headers })),
    control: async (path, body, method = body === undefined ? "GET" : "POST") =>
      answerOf(
        await fetch(`${sandbox.url}/sandbox/${path}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
  };
};

export const startSignedIn = async ({
  clock,
  ...options
}: SignInOptions & { readonly clock?: MovableClock } = {}): Promise<SignedIn> => {
  const sandbox = await startSandbox({ ...(clock && { clock }) });
  return callsAs(sandbox, await signIn(sandbox, options));
};
