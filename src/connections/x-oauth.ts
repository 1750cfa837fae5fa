/**
 * X's OAuth 2.0 token endpoint. Confidential apps authenticate with HTTP Basic and never with a secret in the body.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 * `twitter-api-v2` sends JSON with the secret in it, so this speaks for itself.
 */
import * as z from "zod";
import { OAuthError } from "./oauth-error.ts";
import { readXAnswer, type XAnswer } from "./x-answer.ts";

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
  /** Who an access token belongs to. `invalid_grant` when X no longer takes it. */
  whoIs(accessToken: string): Promise<XUserName>;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const meAnswer = z.object({
  data: z.object({ id: z.string().regex(/^\d{1,20}$/), username: z.string().min(1) }),
});
const text = z.string().catch("");
const errorAnswer = z.object({
  error: text,
  error_description: text,
  /** Of a problem, as X's API words it, where the sign-in asks who the user is. */
  title: text,
  detail: text,
  errors: z.array(z.object({ message: text, detail: text })).catch([]),
});
type XRefusal = z.output<typeof errorAnswer>;

const unreachable = (cause?: string): OAuthError =>
  new OAuthError("temporarily_unavailable", "X did not answer. Try again in a minute.", cause);

/** Longer than any of X's own reasons. */
const MAX_REASON = 300;

/** X's own reason after a colon, or nothing. */
const because = ({ error_description, detail, title, errors }: XRefusal): string => {
  const [first] = errors;
  const reason = error_description || detail || first?.detail || first?.message || title;
  return reason && `: ${reason.slice(0, MAX_REASON).replace(/\.$/, "")}`;
};

/** X's refusal of a call, when the answer is X's own; a proxy or a firewall in front of it answers in HTML or otherwise. */
const refusalIn = ({ body }: XAnswer): XRefusal | undefined => {
  const { data } = errorAnswer.safeParse(body);
  return data && (data.error || data.title || data.detail || data.errors.length > 0)
    ? data
    : undefined;
};

/** What both endpoints say alike. */
const toOAuthError = (
  answer: XAnswer,
  otherwise: (refusal: XRefusal) => OAuthError,
): OAuthError => {
  const { status } = answer;
  const refusal = refusalIn(answer);
  if (status < 400 || status >= 500 || status === 429 || !refusal) {
    return unreachable(`HTTP status ${status}`);
  }
  if (status === 402) {
    return new OAuthError(
      "access_denied",
      "The X app has no credits left. Add credits at https://console.x.com, then sign in again.",
    );
  }
  if (status === 403) {
    return new OAuthError(
      "access_denied",
      `X does not let this app make calls${because(refusal)}. Move it into a project whose plan allows them at https://console.x.com, then sign in again.`,
    );
  }
  return otherwise(refusal);
};

const toTokenError = (answer: XAnswer): OAuthError =>
  toOAuthError(answer, (refusal) => {
    const { error } = refusal;
    if (answer.status === 401 || error === "invalid_client" || error === "unauthorized_client") {
      return new OAuthError(
        "invalid_client",
        "X does not accept the Consumer Key and Consumer Secret. Enter the OAuth 2.0 Client ID and Client Secret of your X app, not its API key.",
      );
    }
    return new OAuthError(
      "invalid_grant",
      `X refused the sign-in${because(refusal)}. Sign in again.`,
    );
  });

const toUserError = (answer: XAnswer): OAuthError =>
  toOAuthError(
    answer,
    (refusal) =>
      new OAuthError(
        answer.status === 401 ? "invalid_grant" : "access_denied",
        `X does not say who signed in${because(refusal)}. Sign in again.`,
      ),
  );

export const createXOAuth = (origin: string, timeoutMs: number): XOAuth => {
  const call = async (path: string, init: RequestInit): Promise<XAnswer> => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      // A redirect would carry a code or a refresh token to whoever stands behind it: X's endpoints make none.
      const response = await fetch(`${origin}/2/${path}`, { ...init, signal, redirect: "manual" });
      return await readXAnswer(response);
    } catch (error) {
      throw unreachable(error instanceof Error ? error.name : undefined);
    }
  };

  const parse = <T>(
    schema: z.ZodType<T>,
    answer: XAnswer,
    toError: (answer: XAnswer) => OAuthError,
  ): T => {
    if (answer.status !== 200) throw toError(answer);
    const { data } = schema.safeParse(answer.body);
    if (data) return data;
    const refusal = refusalIn(answer);
    throw unreachable(`an answer of another shape${refusal ? because(refusal) : ""}`);
  };

  const requestTokens = async (
    { clientId, clientSecret }: XApp,
    form: Readonly<Record<string, string>>,
  ): Promise<XTokens> => {
    const basic = Buffer.from(
      `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret ?? "")}`,
    ).toString("base64");
    const answer = await call("oauth2/token", {
      method: "POST",
      headers: clientSecret ? { authorization: `Basic ${basic}` } : {},
      body: new URLSearchParams(clientSecret ? form : { ...form, client_id: clientId }),
    });
    const { access_token, refresh_token, expires_in } = parse(tokenAnswer, answer, toTokenError);
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
      const headers = { authorization: `Bearer ${accessToken}` };
      return parse(meAnswer, await call("users/me", { headers }), toUserError).data;
    },
  };
};
