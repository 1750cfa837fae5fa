/** Signing in, staying signed in, and calling X with a connection. */
import { randomUUID } from "node:crypto";
import type { ConnectionIdentity } from "../connector/connection-identity.ts";
import type { Account, AccountKey, AccountRow, Accounts, Grant } from "./account.ts";
import { isAway } from "./away.ts";
import { assertConnected, assertGranted } from "./connection-token.ts";
import type { Grants } from "./grants.ts";
import { OAuthError } from "./oauth-error.ts";
import { PROMISE_MS, type Slot, withPromise, withSlot, withUse } from "./slots.ts";
import type { XApp, XUserName } from "./x-oauth.ts";

/** What a connection got: who it is and how long its token may live. */
export interface SignedIn {
  readonly connectionId: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Everything rejects with StoreUnavailableError or KeysUnavailableError while the state is out of reach. */
export interface Connections {
  /** Keeps the grant of a sign-in and opens a connection for it. Rejects with OAuthError access_denied at the limit. */
  open(app: XApp, user: XUserName, grant: Grant): Promise<SignedIn>;
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

const timeOf = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** `idlest` is the one that makes room. */
const noSlot = (most: number, idlest: Slot | undefined): OAuthError => {
  const openedAt = idlest?.openedAt && `signed in on ${timeOf(idlest.openedAt)}`;
  const usedAt = idlest && `last used on ${timeOf(idlest.usedAt)}`;
  const which = [openedAt, usedAt].filter(Boolean).join(", ");
  return new OAuthError(
    "access_denied",
    `This X account already has ${most} connections in use. Sign in once more within ${PROMISE_MS / 60_000} minutes, and the new one takes the place of the one used least recently (${which}). Or use one of those that are there.`,
  );
};

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

  /** X takes the grant no longer, or no key opens it any more; a vault that is away tells neither. */
  const isLost = async (account: Account): Promise<boolean> => {
    if (account.rejected) return true;
    try {
      return (await accounts.openGrant(account)) === undefined;
    } catch (error) {
      if (isAway(error)) return false;
      throw error;
    }
  };

  /** The row and its grant as a call may use them. */
  const openFor = async (identity: ConnectionIdentity, found: AccountRow | undefined) => {
    const row = assertConnected(identity, found);
    return { ...row, grant: assertGranted(await accounts.openGrant(row.account)) };
  };

  return {
    async open(app, { id: userId }, grant) {
      const key = { appId: app.clientId, userId };
      const connectionId = randomUUID();
      const signedIn = { connectionId, expiresIn: grants.lifeOf(grant) };
      return accounts.retryWhileAway(key, async (row) => {
        const before = row?.account ?? { connections: [] };
        // A write whose answer was lost has been made all the same.
        if (before.connections.some(({ id }) => id === connectionId)) return signedIn;
        const arrival = {
          id: connectionId,
          now: clock(),
          most: connectionsPerUser,
          othersCannotWork: row !== undefined && (await isLost(row.account)),
        };
        const placed = withSlot(before, arrival);
        const { idlest, slots } = placed
          ? { slots: placed, idlest: undefined }
          : withPromise(before, arrival);
        // The sign-in has ended the older grant at X, so connections that are there live on this one in any case.
        const account = {
          grant: await accounts.sealGrant(grant),
          connections: [...slots.connections],
          promised: slots.promised,
        };
        if (!(await accounts.write(key, account, row?.etag))) return undefined;
        if (!placed) throw noSlot(connectionsPerUser, idlest);
        return signedIn;
      });
    },

    refresh(app, userId, connectionId) {
      const key = { appId: app.clientId, userId };
      const signedIn = (grant: Grant) => ({ connectionId, expiresIn: grants.lifeOf(grant) });
      return accounts.retry(key, async (row) => {
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
        if (!isAway(error)) throw error;
      });
      return grant.accessToken;
    },

    async newerToken(identity, rejected) {
      const { token } = await accounts.retry(identity, async (row) => {
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
