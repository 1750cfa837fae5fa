/** The platform's part of signing in: off to the connector's broker, back with a code, on with a connection. */

/** The maker's own X app. */
export interface XApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Connection {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Whose connection it is, where the broker tells. */
  readonly handle?: string;
  readonly app?: XApp;
}

export interface SignInAddresses {
  readonly authorize: string;
  readonly token: string;
}

/**
 * Why there is no connection. `noRoom`: the X account has none for another one until one of its others was idle for a
 * day. `passing`: X or the connector could not answer just now, and the connection is as good as before.
 */
export type SignInTrouble = "noRoom" | "passing" | "refused";

/** Where sign-in was left or could not go on; the message is for the maker. */
export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly trouble: SignInTrouble;

  constructor(message: string, trouble: SignInTrouble = "refused") {
    super(message);
    this.trouble = trouble;
  }
}

const PENDING = "sign-in";
const CONNECTED_PATH = "/connected";
const redirectUri = () => `${location.origin}${CONNECTED_PATH}`;

/** Leaves the page for the broker, which sends the browser on to X. */
export const beginSignIn = (addresses: SignInAddresses, app: XApp): void => {
  const state = crypto.randomUUID();
  sessionStorage.setItem(PENDING, JSON.stringify({ state, app, hash: location.hash }));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: redirectUri(),
    state,
  });
  location.assign(`${addresses.authorize}?${query}`);
};

/** RFC 6749 section 5.1. */
interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly username?: string;
}

/** RFC 6749 section 5.2; nothing of it where something else than the broker answered. */
interface TokenRefusal {
  readonly error?: string;
  readonly error_description?: string;
}

const troubleOf = ({ status }: Response, { error }: TokenRefusal): SignInTrouble => {
  if (status >= 500 || status === 429) return "passing";
  return error === "access_denied" ? "noRoom" : "refused";
};

/** Rejects with SignInError. */
const assertGranted = async (response: Response): Promise<void> => {
  if (response.ok) return;
  const refusal: TokenRefusal = await response.json().catch(() => ({}));
  const { error, error_description = error } = refusal;
  throw new SignInError(
    error_description ?? `The connector answered with status ${response.status}.`,
    troubleOf(response, refusal),
  );
};

const requestConnection = async (
  { token }: SignInAddresses,
  app: XApp,
  grant: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Connection> => {
  const response = await fetch(token, {
    method: "POST",
    ...(signal && { signal }),
    body: new URLSearchParams({
      ...grant,
      client_id: app.clientId,
      client_secret: app.clientSecret,
    }),
  });
  await assertGranted(response);
  const answer: TokenAnswer = await response.json();
  return {
    app,
    accessToken: answer.access_token,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    ...(answer.username !== undefined && { handle: answer.username }),
  };
};

/** A new connection for one whose token has run out. Rejects with SignInError. */
export const renew = async (
  addresses: SignInAddresses,
  connection: Connection,
  signal?: AbortSignal,
): Promise<Connection> => {
  const { app, refreshToken } = connection;
  if (!app || !refreshToken)
    throw new SignInError("This connection cannot be renewed. Sign in again.");
  const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
  return requestConnection(addresses, app, grant, signal);
};

/** The connection when the browser just came back from X, else undefined. Rejects with SignInError. */
export const completeSignIn = async (
  addresses: SignInAddresses,
): Promise<Connection | undefined> => {
  if (location.pathname !== CONNECTED_PATH) return undefined;
  const answer = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", `/${pending?.hash ?? ""}`);
  const code = answer.get("code");
  if (!code) {
    throw new SignInError(
      answer.get("error_description") ?? answer.get("error") ?? "X sent no code back.",
    );
  }
  if (!pending || answer.get("state") !== pending.state) {
    throw new SignInError("This answer belongs to another sign-in. Start again.");
  }
  return requestConnection(addresses, pending.app, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri(),
  });
};
