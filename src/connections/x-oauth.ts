/**
 * X's OAuth 2.0 token endpoint. Confidential apps authenticate with HTTP Basic and never with a secret in the body.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 * `twitter-api-v2` sends JSON with the secret in it, so this speaks for itself.
 */
import * as z from "zod";
import { OAuthError } from "./oauth-error.ts";

/** The maker's own X app. */
export interface XApp {
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
}

export interface XTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface XUserName {
  readonly id: string;
  readonly username: string;
}

/** Every method rejects with OAuthError: what X refuses is the caller's, what X does not answer may be tried again. */
export interface XOAuth {
  exchange(
    app: XApp,
    grant: { readonly code: string; readonly verifier: string; readonly redirectUri: string },
  ): Promise<XTokens>;
  refresh(app: XApp, refreshToken: string): Promise<XTokens>;
  /** Who an access token belongs to. */
  whoIs(accessToken: string): Promise<XUserName>;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const meAnswer = z.object({ data: z.object({ id: z.string(), username: z.string() }) });
const errorAnswer = z.object({
  error: z.string().default(""),
  error_description: z.string().default(""),
  /** Of a problem, as X's API words it, where the sign-in asks who the user is. */
  detail: z.string().default(""),
});

const UNREACHABLE = new OAuthError(
  "temporarily_unavailable",
  "X did not answer. Try again in a minute.",
);

const toOAuthError = (status: number, body: unknown): OAuthError => {
  if (status >= 500 || status === 429) return UNREACHABLE;
  const {
    error = "",
    error_description = "",
    detail = "",
  } = errorAnswer.safeParse(body).data ?? {};
  if (status === 402) {
    return new OAuthError(
      "access_denied",
      "The X app has no credits left. Add credits at https://console.x.com, then sign in again.",
    );
  }
  if (status === 403) {
    return new OAuthError(
      "access_denied",
      `X does not let this app make calls${detail && `: ${detail.replace(/\.$/, "")}`}. Move it into a project whose plan allows them at https://console.x.com, then sign in again.`,
    );
  }
  if (status === 401 || error === "invalid_client" || error === "unauthorized_client") {
    return new OAuthError(
      "invalid_client",
      "X does not accept the Consumer Key and Consumer Secret. Enter the OAuth 2.0 Client ID and Client Secret of your X app, not its API key.",
    );
  }
  return new OAuthError(
    "invalid_grant",
    `X refused the sign-in${error_description && `: ${error_description}`}. Sign in again.`,
  );
};

export const createXOAuth = (origin: string, timeoutMs: number): XOAuth => {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${origin}/2/${path}`, { ...init, signal }).catch(() => {
      throw UNREACHABLE;
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw toOAuthError(response.status, body);
    return body;
  };

  const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    throw UNREACHABLE;
  };

  const requestTokens = async (
    { clientId, clientSecret }: XApp,
    form: Readonly<Record<string, string>>,
  ): Promise<XTokens> => {
    const basic = Buffer.from(
      `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret ?? "")}`,
    ).toString("base64");
    const body = await call("oauth2/token", {
      method: "POST",
      headers: clientSecret ? { authorization: `Basic ${basic}` } : {},
      body: new URLSearchParams(clientSecret ? form : { ...form, client_id: clientId }),
    });
    const { access_token, refresh_token, expires_in } = parse(tokenAnswer, body);
    return { accessToken: access_token, refreshToken: refresh_token, expiresIn: expires_in };
  };

  return {
    exchange: (app, { code, verifier, redirectUri }) =>
      requestTokens(app, {
        grant_type: "authorization_code",
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      }),
    refresh: (app, refreshToken) =>
      requestTokens(app, { grant_type: "refresh_token", refresh_token: refreshToken }),
    async whoIs(accessToken) {
      const body = await call("users/me", { headers: { authorization: `Bearer ${accessToken}` } });
      return parse(meAnswer, body).data;
    },
  };
};
