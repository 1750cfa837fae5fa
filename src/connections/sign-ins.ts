/** From X's code to a connection. The grant is in safe hands from the moment that X gives it. */
import type { Grant } from "./account.ts";
import { isAway } from "./away.ts";
import type { Connections, SignedIn } from "./connections.ts";
import type { Grants } from "./grants.ts";
import { OAuthError } from "./oauth-error.ts";
import type { UnfinishedSignIns } from "./unfinished-sign-ins.ts";
import type { XApp, XOAuth, XUserName } from "./x-oauth.ts";

/** X's code and what it was issued for. */
export type Redeemable = Parameters<XOAuth["exchange"]>[1];

/** Rejects with OAuthError, StoreUnavailableError or KeysUnavailableError. */
export type SignIn = (
  app: XApp,
  redeemable: Redeemable,
) => Promise<SignedIn & { readonly user: XUserName }>;

export interface SignInOptions {
  readonly xOAuth: XOAuth;
  readonly grants: Grants;
  readonly connections: Connections;
  readonly unfinished: UnfinishedSignIns;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Told whenever X was asked who signed in to an app, because X bills that; the id where X has said it. */
  onUserRead(clientId: string, userId: string | undefined): void;
}

/** Before X is asked again who the user is, while it does not say. */
const PAUSES_MS = [500, 1_500, 4_000];
/** After so long X is not asked again: the platform waits for the answer. */
const PATIENCE_MS = 45_000;

const ANOTHER_APP = new OAuthError(
  "invalid_grant",
  "The code was issued to another app. Sign in again.",
);

const isPassing = (error: unknown): boolean =>
  error instanceof OAuthError && error.code === "temporarily_unavailable";

/** A second thing that fails must not hide the first; what is lost is what `unfinished` would have saved. */
const ifReachable = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!isAway(error)) throw error;
  }
};

export const createSignIn = (options: SignInOptions): SignIn => {
  const { xOAuth, grants, connections, unfinished, clock, sleep, onUserRead } = options;

  /** Asks again for a while. Rejects with what X said last. */
  const askAgain = async ({ accessToken }: Grant, first: unknown): Promise<XUserName> => {
    const until = clock() + PATIENCE_MS;
    let last = first;
    for (const pause of PAUSES_MS) {
      if (!isPassing(last) || clock() > until) break;
      await sleep(pause);
      try {
        return await xOAuth.whoIs(accessToken);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  };

  const userOf = async (app: XApp, { code }: Redeemable, grant: Grant): Promise<XUserName> => {
    try {
      return await xOAuth.whoIs(grant.accessToken);
    } catch (error) {
      await ifReachable(unfinished.keep(app.clientId, code, grant));
      const user = await askAgain(grant, error);
      await ifReachable(unfinished.forget(app.clientId, code));
      return user;
    }
  };

  return async (app, redeemable) => {
    const { clientId } = app;
    const kept = await unfinished.find(clientId, redeemable.code);
    if (kept && !grants.isGoodFor(app, kept)) throw ANOTHER_APP;
    const grant = kept ?? grants.of(app, await xOAuth.exchange(app, redeemable));
    const user = await userOf(app, redeemable, grant).catch((error: unknown) => {
      onUserRead(clientId, undefined);
      throw error;
    });
    onUserRead(clientId, user.id);
    if (kept) await ifReachable(unfinished.forget(clientId, redeemable.code));
    // From here on the account holds the grant, also where it has no slot for the connection.
    return { ...(await connections.open(app, user, grant)), user };
  };
};
