/**
 * X's OAuth 2.0: a consent page, PKCE, Basic for confidential apps, refresh tokens that rotate and die at first use, one
 * live grant per app and user. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
import { createHash, randomBytes } from "node:crypto";
import { ReplyError } from "./problems.ts";
import type { SandboxUser, World } from "./world.ts";

export interface SandboxAppRegistration {
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  readonly name: string;
  /** Exact addresses; `loopback` allows any on this machine. */
  readonly callbackUrls: readonly string[];
}

interface PendingCode {
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string;
  readonly expiresAt: number;
}

interface LiveGrant {
  readonly userId: string;
  readonly scope: string;
  readonly accessToken: string;
  readonly accessExpiresAt: number;
  readonly refreshToken: string;
}

const CODE_MS = 30_000;
const ACCESS_SECONDS = 7200;

const oauthError = (status: number, error: string, error_description: string): ReplyError =>
  new ReplyError(status, { error, error_description });

const isLoopback = (url: string): boolean =>
  /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(url);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

export const createOAuth = (world: World) => {
  const apps = new Map<string, SandboxAppRegistration>();
  const codes = new Map<string, PendingCode>();
  const grants = new Map<string, LiveGrant>();
  const issued: string[] = [];

  /** A token or code; all that were ever issued are known, so that a test can look for them where they must not be. */
  const secret = (): string => {
    const text = randomBytes(32).toString("base64url");
    issued.push(text);
    return text;
  };

  const issue = (clientId: string, userId: string, scope: string) => {
    const grant: LiveGrant = {
      userId,
      scope,
      accessToken: secret(),
      accessExpiresAt: world.now() + ACCESS_SECONDS * 1000,
      refreshToken: secret(),
    };
    grants.set(`${clientId} ${userId}`, grant);
    return {
      token_type: "bearer",
      expires_in: ACCESS_SECONDS,
      access_token: grant.accessToken,
      scope,
      ...(scope.split(" ").includes("offline.access") && { refresh_token: grant.refreshToken }),
    };
  };

  /** Who asks for a token: a confidential app by Basic, a public one by its name in the form. */
  const authenticate = (form: URLSearchParams, authorization: string | undefined) => {
    const [, basic] = /^Basic (\S+)$/.exec(authorization ?? "") ?? [];
    const [id = "", given = ""] = basic
      ? Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent)
      : [form.get("client_id") ?? ""];
    const app = apps.get(id);
    if (!app) throw oauthError(401, "invalid_client", "Invalid client.");
    if (app.clientSecret !== undefined && !basic) {
      throw oauthError(401, "unauthorized_client", "Missing valid authorization header");
    }
    if (app.clientSecret !== undefined && app.clientSecret !== given) {
      throw oauthError(401, "unauthorized_client", "Invalid client credentials.");
    }
    return app;
  };

  const redeem = (form: URLSearchParams, app: SandboxAppRegistration) => {
    const code = form.get("code") ?? "";
    const pending = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!pending || pending.clientId !== app.clientId || pending.expiresAt < world.now()) {
      throw oauthError(
        400,
        "invalid_request",
        "Value passed for the authorization code was invalid.",
      );
    }
    if (pending.redirectUri !== form.get("redirect_uri")) {
      throw oauthError(400, "invalid_request", "Value passed for the redirect uri did not match.");
    }
    if (pending.challenge !== challenge) {
      throw oauthError(
        400,
        "invalid_request",
        "Value passed for the code verifier did not match the code challenge.",
      );
    }
    return issue(app.clientId, pending.userId, pending.scope);
  };

  const rotate = (form: URLSearchParams, app: SandboxAppRegistration) => {
    const token = form.get("refresh_token");
    const [key, grant] =
      [...grants].find(
        ([id, { refreshToken }]) => id.startsWith(`${app.clientId} `) && refreshToken === token,
      ) ?? [];
    if (!key || !grant) {
      throw oauthError(400, "invalid_request", "Value passed for the token was invalid.");
    }
    return issue(app.clientId, grant.userId, grant.scope);
  };

  const checkedRequest = (query: URLSearchParams) => {
    const app = apps.get(query.get("client_id") ?? "");
    const redirectUri = query.get("redirect_uri") ?? "";
    const known =
      app?.callbackUrls.includes(redirectUri) ||
      (app?.callbackUrls.includes("loopback") && isLoopback(redirectUri));
    const valid =
      known &&
      query.get("response_type") === "code" &&
      query.get("code_challenge_method") === "S256" &&
      (query.get("state") ?? "").length <= 500;
    return app && valid ? { app, redirectUri } : undefined;
  };

  return {
    /** Every token and code issued so far. */
    issued: (): readonly string[] => issued,
    register: (app: SandboxAppRegistration) => {
      apps.set(app.clientId, app);
    },

    /** The user and scopes of a live access token. */
    bearer(authorization: string | undefined): { user: SandboxUser; scopes: string[] } | undefined {
      const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
      const grant = [...grants.values()].find(({ accessToken }) => accessToken === token);
      const user = grant && world.users.get(grant.userId);
      if (!grant || !user || grant.accessExpiresAt <= world.now()) return undefined;
      return { user, scopes: grant.scope.split(" ") };
    },

    token(form: URLSearchParams, authorization: string | undefined) {
      const app = authenticate(form, authorization);
      const grantType = form.get("grant_type");
      if (grantType === "authorization_code") return redeem(form, app);
      if (grantType === "refresh_token") return rotate(form, app);
      throw oauthError(400, "unsupported_grant_type", "Unsupported grant type.");
    },

    revoke(form: URLSearchParams, authorization: string | undefined) {
      authenticate(form, authorization);
      const token = form.get("token");
      for (const [key, grant] of grants) {
        if (grant.accessToken === token || grant.refreshToken === token) grants.delete(key);
      }
      return { revoked: true };
    },

    /** The consent page, or undefined for a request that X does not accept. */
    consentPage(query: URLSearchParams, defaultUser: string): string | undefined {
      const request = checkedRequest(query);
      if (!request) return undefined;
      const hidden = [...query]
        .map(
          ([name, value]) =>
            `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
        )
        .join("\n");
      const choices = [...world.users.values()]
        .filter(({ suspended }) => !suspended)
        .slice(0, 30)
        .map(({ username }) => {
          const selected = username === defaultUser ? " selected" : "";
          return `<option${selected}>${escaped(username)}</option>`;
        })
        .join("");
      const scopes = (query.get("scope") ?? "")
        .split(" ")
        .map((scope) => `<li>${escaped(scope)}</li>`);
      return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Authorize app</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}</style></head>
<body><main><h1>${escaped(request.app.name)} wants to access your X account</h1>
<p>This is the sandbox: nothing here reaches X.</p>
<ul>${scopes.join("")}</ul>
<form method="post" action="/i/oauth2/authorize">
${hidden}
<p><label>Account <select name="username">${choices}</select></label></p>
<button name="decision" value="authorize">Authorize app</button>
<button name="decision" value="cancel">Cancel</button>
</form></main></body></html>`;
    },

    /** Where the browser goes after the decision. */
    decide(form: URLSearchParams, defaultUser: string): string | undefined {
      const request = checkedRequest(form);
      if (!request) return undefined;
      const back = new URL(request.redirectUri);
      back.searchParams.set("state", form.get("state") ?? "");
      const user = world.userNamed(form.get("username") ?? defaultUser);
      if (form.get("decision") !== "authorize" || !user) {
        back.searchParams.set("error", "access_denied");
        return back.href;
      }
      const code = secret();
      codes.set(code, {
        clientId: request.app.clientId,
        userId: user.id,
        redirectUri: request.redirectUri,
        scope: form.get("scope") ?? "",
        challenge: form.get("code_challenge") ?? "",
        expiresAt: world.now() + CODE_MS,
      });
      back.searchParams.set("code", code);
      return back.href;
    },
  };
};

export type OAuth = ReturnType<typeof createOAuth>;
