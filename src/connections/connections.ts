/** Signing in, staying signed in, and calling X with a connection. */
import { randomUUID } from "node:crypto";
import type { ConnectionIdentity } from "../connector/connection-identity.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { Account, AccountKey, AccountRow, Accounts, Grant } from "./account.ts";
import { assertConnected, assertGranted } from "./connection-token.ts";
import type { Grants } from "./grants.ts";
import { OAuthError } from "./oauth-error.ts";
import { withPlace, withUse } from "./places.ts";
import type { XApp, XTokens, XUserName } from "./x-oauth.ts";

/** What a connection got: who it is and how long its token may live. */
export interface SignedIn {
  readonly connectionId: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Everything rejects with StoreUnavailableError while the state is out of reach. */
export interface Connections {
  /** Keeps the grant of a sign-in and opens a connection for it. Rejects with OAuthError access_denied at the limit. */
  open(app: XApp, user: XUserName, tokens: XTokens): Promise<SignedIn>;
  /** Makes sure that the grant behind a connection is fresh. Rejects with OAuthError. */
  refresh(app: XApp, userId: string, connectionId: string): Promise<SignedIn>;
  /** X's newest access token for a call. Rejects with ConnectionInvalid or ConnectionReplaced. */
  accessToken(identity: ConnectionIdentity): Promise<string>;
  /**
   * The one that came after a token that X rejected; waits for a refresh that is under way. Where there is none, the
   * next refresh is told to ask X. Rejects like `accessToken`.
   */
  newerToken(identity: ConnectionIdentity, rejected: string): Promise<string | undefined>;
}

export interface ConnectionsOptions {
  readonly accounts: Accounts;
  readonly grants: Grants;
  readonly clock: () => number;
  readonly connectionsPerUser: number;
}

const SIGN_IN_AGAIN = new OAuthError(
  "invalid_grant",
  "The connection is no longer signed in at X. Sign in to it again.",
);
const noPlace = (connectionsPerUser: number) =>
  new OAuthError(
    "access_denied",
    `This X account already has ${connectionsPerUser} connections in use. Delete one of them, or use it; a connection that is not used for 24 hours makes room by itself.`,
  );

export const createConnections = (options: ConnectionsOptions): Connections => {
  const { accounts, grants, clock, connectionsPerUser } = options;

  const noteUse = (account: Account, id: string): Account => {
    const connections = withUse(account.connections, id, clock());
    return connections ? { ...account, connections } : account;
  };

  const writeUse = async (key: AccountKey, { account, etag }: AccountRow, id: string) => {
    const noted = noteUse(account, id);
    if (noted !== account) await accounts.write(key, noted, etag);
  };

  /** The row and its grant as a call may use them. */
  const openFor = async (identity: ConnectionIdentity, found: AccountRow | undefined) => {
    const row = assertConnected(identity, found);
    return { ...row, grant: assertGranted(await accounts.openGrant(row.account)) };
  };

  return {
    async open(app, { id: userId }, tokens) {
      const key = { appId: app.clientId, userId };
      const grant = grants.of(app, tokens);
      const connectionId = randomUUID();
      return accounts.insist(key, async (row) => {
        const { connections = [] } = row?.account ?? {};
        const withNew = withPlace(connections, connectionId, clock(), connectionsPerUser);
        // The sign-in has ended the older grant at X, so connections that are there live on this one in any case.
        const account = {
          grant: await accounts.sealGrant(grant),
          connections: withNew ?? [...connections],
        };
        if (!(await accounts.write(key, account, row?.etag))) return undefined;
        if (!withNew) throw noPlace(connectionsPerUser);
        return { connectionId, expiresIn: grants.lifeOf(grant) };
      });
    },

    refresh(app, userId, connectionId) {
      const key = { appId: app.clientId, userId };
      const signedIn = (grant: Grant) => ({ connectionId, expiresIn: grants.lifeOf(grant) });
      return accounts.settle(key, async (row) => {
        if (!row?.account.connections.some(({ id }) => id === connectionId)) throw SIGN_IN_AGAIN;
        const { account } = row;
        const grant = await accounts.openGrant(account);
        if (!grant) throw SIGN_IN_AGAIN;
        if (!account.rejected && grants.isGoodFor(app, grant)) {
          await writeUse(key, row, connectionId);
          return signedIn(grant);
        }
        if (grants.isLeased(account)) return undefined;
        const newer = await grants.refresh(app, key, row, grant, (current) =>
          noteUse(current, connectionId),
        );
        return newer && signedIn(newer);
      });
    },

    async accessToken(identity) {
      const { grant, ...row } = await openFor(identity, await accounts.read(identity));
      await writeUse(identity, row, identity.connectionId).catch((error: unknown) => {
        // A call does not fail for a note; the next one writes it.
        if (!(error instanceof StoreUnavailableError)) throw error;
      });
      return grant.accessToken;
    },

    async newerToken(identity, rejected) {
      const { token } = await accounts.settle(identity, async (row) => {
        const { account, etag, grant } = await openFor(identity, row);
        if (grant.accessToken !== rejected) return { token: grant.accessToken };
        if (grants.isLeased(account)) return undefined;
        const noted = await accounts.write(identity, { ...account, rejected: true }, etag);
        return noted ? { token: undefined } : undefined;
      });
      return token;
    },
  };
};
