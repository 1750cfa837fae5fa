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

/** Where sign-in was left or could not go on; the message is for the maker. */
export class SignInError extends Error {
  override readonly name = "SignInError";
  /** The X account has no room for another connection until one of its others was idle for a day. */
  readonly isOutOfRoom: boolean;

  constructor(message: string, isOutOfRoom = false) {
    super(message);
    this.isOutOfRoom = isOutOfRoom;
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

/** RFC 6749 sections 5.1 and 5.2. */
interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly username?: string;
  readonly error?: string;
  readonly error_description?: string;
}

const requestConnection = async (
  { token }: SignInAddresses,
  app: XApp,
  grant: Readonly<Record<string, string>>,
): Promise<Connection> => {
  const response = await fetch(token, {
    method: "POST",
    body: new URLSearchParams({
      ...grant,
      client_id: app.clientId,
      client_secret: app.clientSecret,
    }),
  });
  const answer: TokenAnswer = await response.json();
  if (!response.ok) {
    const { error = "Sign-in failed.", error_description = error } = answer;
    throw new SignInError(error_description, error === "access_denied");
  }
  return {
    app,
    accessToken: answer.access_token,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    ...(answer.username !== undefined && { handle: answer.username }),
  };
};

/** A new connection for one whose token has run out. Rejects with SignInError when it cannot be renewed. */
export const renew = (addresses: SignInAddresses, connection: Connection): Promise<Connection> => {
  const { app, refreshToken } = connection;
  if (!app || !refreshToken)
    throw new SignInError("This connection cannot be renewed. Sign in again.");
  return requestConnection(addresses, app, {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
  });
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
