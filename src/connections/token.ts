/** The token endpoint that the platform talks to: https://www.rfc-editor.org/rfc/rfc6749#section-3.2 */
import type * as z from "zod";
import { type ConnectionIdentity, connectionDigest } from "../connector/connection-identity.ts";
import { jsonResponse } from "../http/json-response.ts";
import type { ConnectorRequest, ConnectorResponse, Handler } from "../http/message.ts";
import { requestIdOf } from "../http/request-id.ts";
import { SealError, type Sealer, type SealPurpose } from "../sealing/seal.ts";
import { isAway } from "./away.ts";
import { codeSchema } from "./callback.ts";
import { identitySchema, sealTokens } from "./connection-token.ts";
import type { Connections } from "./connections.ts";
import { OAUTH_STATUS, OAuthError } from "./oauth-error.ts";
import { isAllowedRedirect } from "./redirect-addresses.ts";
import type { Redeemable, SignIn } from "./sign-ins.ts";
import type { XApp } from "./x-oauth.ts";

export interface TokenOptions {
  readonly sealer: Sealer;
  readonly connections: Connections;
  readonly signIn: SignIn;
  readonly moreRedirects: readonly string[];
}

/** Tokens and codes are long, but not longer than this together. */
const MAX_FORM_BYTES = 64 * 1024;

const BYOA =
  "This connector works with your own X app only (Bring your own application). Create the connection again with the OAuth 2.0 Client ID and Client Secret of your X app.";

const GRANT_TYPES = ["authorization_code", "refresh_token"] as const;
type GrantType = (typeof GRANT_TYPES)[number];

const assertSmall = (bytes: number): void => {
  if (bytes > MAX_FORM_BYTES) throw new OAuthError("invalid_request", "The form is too large.");
};

const readForm = async (request: ConnectorRequest): Promise<URLSearchParams> => {
  assertSmall(Number(request.headers.get("content-length")));
  const bytes = await request.body();
  assertSmall(bytes.length);
  return new URLSearchParams(new TextDecoder().decode(bytes));
};

const read = (form: URLSearchParams, name: string): string => form.get(name) ?? "";

/** Both halves of HTTP Basic are form-encoded: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
const fromForm = (text: string): string => new URLSearchParams(`_=${text}`).get("_") ?? "";

/** The client's credentials, from the body, as the platform sends them, or from HTTP Basic. */
const readApp = (form: URLSearchParams, headers: Headers): XApp => {
  const basic = headers.get("authorization")?.replace(/^Basic +/i, "") ?? "";
  const [basicId, basicSecret] = Buffer.from(basic, "base64").toString().split(":").map(fromForm);
  // Pasted from a page, they come with blanks or a line end around them.
  const clientId = (read(form, "client_id") || basicId)?.trim();
  const clientSecret = (read(form, "client_secret") || basicSecret)?.trim();
  if (!clientId || clientId.toLowerCase() === "dummy") throw new OAuthError("invalid_client", BYOA);
  return { clientId, ...(clientSecret && { clientSecret }) };
};

/** What the log tells of a call; `identity` is there once the caller has shown a token of ours for its own app. */
interface Trace {
  grantType?: GrantType | undefined;
  identity?: ConnectionIdentity;
}

const toOAuthError = (thrown: unknown): OAuthError => {
  if (thrown instanceof OAuthError) return thrown;
  if (!isAway(thrown)) throw thrown;
  return new OAuthError(
    "temporarily_unavailable",
    "The connector's store or keys are not reachable. Try again.",
    thrown.message,
  );
};

export const createTokenHandler = (options: TokenOptions): Handler => {
  const { sealer, connections } = options;

  const open = async <T>(
    purpose: SealPurpose,
    sealed: string,
    schema: z.ZodType<T>,
  ): Promise<T> => {
    try {
      return await sealer.open(purpose, sealed, schema);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      const what = purpose === "code" ? "code" : "refresh token";
      throw new OAuthError(
        "invalid_grant",
        `The ${what} is not valid or has expired. Sign in again.`,
      );
    }
  };

  /** What to redeem at X: our own sealed code, or X's where the platform made the challenge. */
  const redeemable = async (form: URLSearchParams, { clientId }: XApp): Promise<Redeemable> => {
    const code = read(form, "code");
    const redirectUri = read(form, "redirect_uri");
    const verifier = read(form, "code_verifier");
    if (!code) throw new OAuthError("invalid_request", "The code is missing.");
    if (verifier) {
      if (!isAllowedRedirect(redirectUri, options.moreRedirects)) {
        throw new OAuthError("invalid_grant", "The redirect address is not allowed.");
      }
      return { code, verifier, redirectUri };
    }
    const opened = await open("code", code, codeSchema);
    if (opened.clientId !== clientId || opened.redirectUri !== redirectUri) {
      throw new OAuthError("invalid_grant", "The code was issued for another app or address.");
    }
    return { code: opened.code, verifier: opened.verifier, redirectUri: opened.callback };
  };

  const signIn = async (form: URLSearchParams, app: XApp) => {
    const { user, connectionId, expiresIn } = await options.signIn(
      app,
      await redeemable(form, app),
    );
    const { id: userId, username: userName } = user;
    return { identity: { connectionId, userId, userName, appId: app.clientId }, expiresIn };
  };

  const refresh = async (form: URLSearchParams, app: XApp, trace: Trace) => {
    const identity = await open("refresh", read(form, "refresh_token"), identitySchema);
    if (identity.appId !== app.clientId) {
      throw new OAuthError("invalid_grant", "The refresh token was issued to another app.");
    }
    trace.identity = identity;
    const { expiresIn } = await connections.refresh(app, identity.userId, identity.connectionId);
    return { identity, expiresIn };
  };

  const grants = { authorization_code: signIn, refresh_token: refresh };

  const answer = async (request: ConnectorRequest, trace: Trace): Promise<ConnectorResponse> => {
    const form = await readForm(request);
    const grantType = GRANT_TYPES.find((type) => type === form.get("grant_type"));
    trace.grantType = grantType;
    if (!form.get("grant_type")) {
      throw new OAuthError("invalid_request", "The grant_type is missing.");
    }
    if (!grantType) {
      throw new OAuthError("unsupported_grant_type", "Use authorization_code or refresh_token.");
    }
    const { identity, expiresIn } = await grants[grantType](
      form,
      readApp(form, request.headers),
      trace,
    );
    const { accessToken, refreshToken } = await sealTokens(sealer, identity, expiresIn);
    return jsonResponse(200, {
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: "Bearer",
      expires_in: expiresIn,
      // Beyond RFC 6749, section 5.1, which lets clients ignore it: who signed in.
      username: identity.userName,
    });
  };

  return async (request, log) => {
    const trace: Trace = {};
    try {
      return await answer(request, trace);
    } catch (thrown) {
      const { code, message, reason } = toOAuthError(thrown);
      log("warn", {
        requestId: requestIdOf(request.headers),
        operation: "token",
        grantType: trace.grantType,
        // Absent when anybody at all may have called.
        connection: trace.identity && connectionDigest(trace.identity),
        code,
        cause: reason,
      });
      return jsonResponse(
        OAUTH_STATUS[code],
        { error: code, error_description: message },
        code === "temporarily_unavailable" ? { "Retry-After": "30" } : {},
      );
    }
  };
};
