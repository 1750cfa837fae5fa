/**
 * Does what Power Platform's connector runtime does with an `oauth2` connection: opens the authorization address, lets
 * a person consent at X, catches the code at its own consent address and exchanges it, the secret in the form's body.
 */
import apiProperties from "../../apiProperties.json" with { type: "json" };

const { redirectUrl, customParameters } =
  apiProperties.properties.connectionParameters.token.oAuthSettings;

/** One of the connector's addresses, on this machine instead of the host that it is packaged for. */
const addressAt = (
  connectorUrl: string,
  name: "authorizationUrl" | "tokenUrl" | "refreshUrl",
): string => connectorUrl + new URL(customParameters[name].value).pathname;

export interface PlatformApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface PlatformConnection {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface SignInOptions {
  /** Where the connector is, without /api. */
  readonly connectorUrl: string;
  readonly app: PlatformApp;
  /** Who consents at the sandbox; the sandbox's own user unless given. */
  readonly as?: string;
  readonly redirectUri?: string;
}

/** A browser of few words: follows redirects, keeps cookies, stops where `stopAt` begins. */
const createBrowser = (stopAt: string) => {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response | URL> => {
    if (url.startsWith(stopAt)) return new URL(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      ...init,
      headers: cookie ? { cookie } : {},
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    return location ? visit(new URL(location, url).href) : response;
  };
  return visit;
};

/** The consent page's form, as a browser would send it when "Authorize app" is pressed. */
const consentForm = (html: string, as: string | undefined): URLSearchParams => {
  const form = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    if (attribute("type") === "hidden") form.set(attribute("name") ?? "", attribute("value") ?? "");
  }
  if (as) form.set("username", as);
  form.set("decision", "authorize");
  return form;
};

/** Answers with what the token endpoint said, good or bad. */
export const requestToken = (
  connectorUrl: string,
  form: Readonly<Record<string, string>>,
): Promise<Response> =>
  fetch(addressAt(connectorUrl, form.grant_type === "refresh_token" ? "refreshUrl" : "tokenUrl"), {
    method: "POST",
    body: new URLSearchParams(form),
  });

const toConnection = async (response: Response): Promise<PlatformConnection> => {
  const body = (await response.json()) as Record<string, string> & { expires_in: number };
  if (!response.ok) throw new Error(`${body.error}: ${body.error_description}`);
  return {
    accessToken: body.access_token ?? "",
    refreshToken: body.refresh_token ?? "",
    expiresIn: body.expires_in,
  };
};

/**
 * Consents on the page that `start` leads to, and answers the address at `redirectUri` that the browser is sent to.
 * Rejects when a page other than the consent page comes up.
 */
export const consentAt = async (start: string, redirectUri: string, as?: string): Promise<URL> => {
  const visit = createBrowser(redirectUri);
  const page = await visit(start);
  if (page instanceof URL) throw new Error("The sign-in asked for no consent.");
  const html = await page.text();
  if (!page.ok) throw new Error(`The sign-in stopped at: ${/<h1>(.*?)<\/h1>/.exec(html)?.[1]}`);
  const done = await visit(page.url, { method: "POST", body: consentForm(html, as) });
  if (!(done instanceof URL)) throw new Error("The sign-in did not come back.");
  return done;
};

/** Signs in up to the code. Rejects when a page other than the consent page comes up. */
export const obtainCode = async (options: SignInOptions): Promise<string> => {
  const { connectorUrl, app, as, redirectUri = redirectUrl } = options;
  const start = new URL(addressAt(connectorUrl, "authorizationUrl"));
  const query = {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    state: crypto.randomUUID(),
  };
  start.search = new URLSearchParams(query).toString();
  const done = await consentAt(start.href, redirectUri, as);
  if (done.searchParams.get("state") !== query.state) {
    throw new Error("The sign-in did not come back with its state.");
  }
  return done.searchParams.get("code") ?? "";
};

/** Exchanges the code of a sign-in; `redirectUri` is the one it began with. */
export const redeemCode = async (
  { connectorUrl, app, redirectUri = redirectUrl }: SignInOptions,
  code: string,
): Promise<PlatformConnection> =>
  toConnection(
    await requestToken(connectorUrl, {
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      client_id: app.clientId,
      client_secret: app.clientSecret,
    }),
  );

export const signIn = async (options: SignInOptions): Promise<PlatformConnection> =>
  redeemCode(options, await obtainCode(options));

/** What the runtime does when a connection's token has expired. */
export const refresh = async (
  connectorUrl: string,
  app: PlatformApp,
  refreshToken: string,
): Promise<PlatformConnection> =>
  toConnection(
    await requestToken(connectorUrl, {
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: app.clientId,
      client_secret: app.clientSecret,
    }),
  );
