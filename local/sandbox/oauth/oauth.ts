/**
 * X's OAuth 2.0: codes with PKCE, tokens, and who must authenticate how. Error texts are X's.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
import { createHash } from "node:crypto";
import { type Reply, ReplyError } from "../http/reply.ts";
import type { World } from "../world/world.ts";
import type { SandboxAppRegistration } from "./apps.ts";
import { decideConsent, type PendingCode, readConsentRequest } from "./consent.ts";
import { consentPage, refusalPage } from "./consent-page.ts";
import { createGrants, type Grant } from "./grants.ts";
import { createSecrets } from "./secrets.ts";

const CODE_MS = 30_000;
/** How many accounts the consent page offers. */
const OFFERED = 30;

const refuse = (status: number, error: string, error_description: string): ReplyError =>
  new ReplyError({ status, json: { error, error_description } });
const invalid = (what: string): ReplyError => refuse(400, "invalid_request", what);

const HTML = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };

/** `defaultUser` is who signs in unless another is chosen. */
export const createOAuth = (world: World, defaultUser: string) => {
  const apps = new Map<string, SandboxAppRegistration>();
  const codes = new Map<string, PendingCode & { readonly expiresAt: number }>();
  const secrets = createSecrets();
  const grants = createGrants(world.now, secrets.make);

  const required = (form: URLSearchParams, name: string): string => {
    const value = form.get(name);
    if (!value) throw invalid(`Missing required parameter [${name}].`);
    return value;
  };

  const readBasic = (authorization: string): readonly string[] => {
    const [, basic] = /^Basic (\S+)$/i.exec(authorization) ?? [];
    if (!basic) return [];
    try {
      return Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent);
    } catch {
      return [];
    }
  };

  /** Confidential apps authenticate by HTTP Basic and nothing else, public ones name themselves in the form. */
  const authenticate = (form: URLSearchParams, authorization = ""): SandboxAppRegistration => {
    const [basicId, secret] = readBasic(authorization);
    const app = apps.get(basicId ?? form.get("client_id") ?? "");
    if (!app) throw refuse(401, "invalid_client", "Value passed for the client id was invalid.");
    const { clientSecret } = app;
    if (clientSecret !== undefined && (basicId === undefined || secret !== clientSecret)) {
      throw refuse(401, "unauthorized_client", "Missing valid authorization header");
    }
    return app;
  };

  const redeem = (form: URLSearchParams, { clientId }: SandboxAppRegistration) => {
    const code = required(form, "code");
    const redirectUri = required(form, "redirect_uri");
    const verifier = required(form, "code_verifier");
    const pending = codes.get(code);
    codes.delete(code);
    if (pending?.clientId !== clientId || pending.expiresAt <= world.now()) {
      throw invalid("Value passed for the authorization code was invalid.");
    }
    if (pending.redirectUri !== redirectUri) {
      throw invalid(
        "Value passed for the redirect uri did not match the uri of the authorization code.",
      );
    }
    if (createHash("sha256").update(verifier).digest("base64url") !== pending.challenge) {
      throw invalid("Value passed for the code verifier did not match the code challenge.");
    }
    return grants.begin(pending);
  };

  const rotate = (form: URLSearchParams, { clientId }: SandboxAppRegistration) => {
    const renewed = grants.renew(clientId, required(form, "refresh_token"));
    if (!renewed) throw invalid("Value passed for the token was invalid.");
    return renewed;
  };

  const keepCode = (pending: PendingCode): string => {
    const code = secrets.make();
    codes.set(code, { ...pending, expiresAt: world.now() + CODE_MS });
    return code;
  };

  const offered = () => {
    const users = [...world.users.all].filter((user) => !user.suspended && !user.deleted);
    return users
      .toSorted((a, b) => Number(b.username === defaultUser) - Number(a.username === defaultUser))
      .slice(0, OFFERED);
  };

  return {
    /** Every code and token so far. */
    issued: secrets.issued,

    register: (app: SandboxAppRegistration) => {
      apps.set(app.clientId, app);
    },

    /** Whose a live bearer token is, and of which app. */
    bearer(authorization = ""): { grant: Grant; app: SandboxAppRegistration } | undefined {
      const [, token = ""] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
      const grant = grants.of(token);
      const app = grant && apps.get(grant.clientId);
      return app && { grant, app };
    },

    /** POST /2/oauth2/token. Throws X's refusal. */
    token(form: URLSearchParams, authorization: string | undefined): Reply {
      const grantType = required(form, "grant_type");
      const app = authenticate(form, authorization);
      if (grantType === "authorization_code") return { status: 200, json: redeem(form, app) };
      if (grantType === "refresh_token") return { status: 200, json: rotate(form, app) };
      throw refuse(400, "unsupported_grant_type", "Value passed for the grant type was invalid.");
    },

    /** POST /2/oauth2/revoke. Throws X's refusal. */
    revoke(form: URLSearchParams, authorization: string | undefined): Reply {
      const { clientId } = authenticate(form, authorization);
      grants.revoke(clientId, required(form, "token"));
      return { status: 200, json: { revoked: true } };
    },

    /** GET of the consent page. */
    ask(query: URLSearchParams): Reply {
      const request = readConsentRequest(apps, query);
      if (!request) return { status: 400, headers: HTML, raw: refusalPage() };
      return { status: 200, headers: HTML, raw: consentPage(request, query, offered()) };
    },

    /** POST of the consent page: the request again, with who signs in and what was pressed. */
    decide(form: URLSearchParams): Reply {
      const request = readConsentRequest(apps, form);
      if (!request) return { status: 400, headers: HTML, raw: refusalPage() };
      const filled = new URLSearchParams(form);
      if (!filled.has("username")) filled.set("username", defaultUser);
      return {
        status: 302,
        headers: { location: decideConsent(request, filled, world, keepCode) },
      };
    },
  };
};

export type OAuth = ReturnType<typeof createOAuth>;
