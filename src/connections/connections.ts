/**
 * Signing in, staying signed in and using a connection. A refresh token of X dies at its first use, so of all who want
 * to refresh a grant at once, over any number of instances, one asks X (it holds a lease in the row) and the others
 * wait for what it writes.
 *
 * What a crash costs: before X has answered, nothing, once the lease has run out. Between X's answer and the write, the
 * new refresh token, which nobody can get back: the access token serves until it expires, then the user signs in again.
 */
import { randomUUID } from "node:crypto";
import { CONNECTIONS_PER_USER } from "../connector/limits.ts";
import type { Account, AccountKey, AccountRow, Accounts, Grant } from "./account.ts";
import { OAuthError } from "./oauth-error.ts";
import type { XApp, XOAuth, XTokens, XUserName } from "./x-oauth.ts";

/** A connection that was not refreshed for this long is idle: one in use refreshes every two hours. */
const IDLE_MS = 24 * 60 * 60 * 1000;
/** A grant with this much life left is not refreshed again, so that connections that share it refresh it once. */
const FRESH_MS = 30 * 60 * 1000;
/** A connection's token ends this long before X's does. */
const MARGIN_MS = 2 * 60 * 1000;
/** Longer than X may take to answer. */
const LEASE_MS = 30_000;
const WAIT_MS = 100;
const MAX_ATTEMPTS = 400;

/** What a connection got: who it is and how long its token may live. */
export interface SignedIn {
  readonly connectionId: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface Connections {
  /** Keeps the grant of a sign-in and opens a connection for it. Rejects with OAuthError access_denied at the limit. */
  open(app: XApp, user: XUserName, tokens: XTokens): Promise<SignedIn>;
  /** Makes sure that the grant behind a connection is fresh. Rejects with OAuthError. */
  refresh(app: XApp, userId: string, connectionId: string): Promise<SignedIn>;
  /** The account as it stands, for a call with one of its connections. */
  accountOf(key: AccountKey): Promise<Account | undefined>;
  /** Notes that X no longer takes the access token, so that the next refresh asks X. */
  reject(key: AccountKey, accessToken: string): Promise<void>;
  openGrant(account: Account): Promise<Grant>;
}

export interface ConnectionsOptions {
  readonly accounts: Accounts;
  readonly xOAuth: XOAuth;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const SIGN_IN_AGAIN = new OAuthError(
  "invalid_grant",
  "The connection is no longer signed in at X. Sign in to it again.",
);
const NO_ROOM = new OAuthError(
  "access_denied",
  `This X account already has ${CONNECTIONS_PER_USER} connections in use. Delete one of them, or use it; a connection that is not used for 24 hours makes room by itself.`,
);
const BUSY = new OAuthError(
  "temporarily_unavailable",
  "The sign-in is busy. Try again in a minute.",
);

export const createConnections = (options: ConnectionsOptions): Connections => {
  const { accounts, xOAuth, clock, sleep } = options;

  const toGrant = ({ accessToken, refreshToken, expiresIn }: XTokens): Grant => ({
    accessToken,
    refreshToken,
    expiresAt: clock() + expiresIn * 1000,
  });
  const expiresIn = ({ expiresAt }: Grant): number =>
    Math.max(1, Math.floor((expiresAt - clock() - MARGIN_MS) / 1000));

  /** Repeats `step` until it has an answer; every round reads the row anew. */
  const settle = async <T>(key: AccountKey, step: (row?: AccountRow) => Promise<T | undefined>) => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const answer = await step(await accounts.read(key));
      if (answer !== undefined) return answer;
      await sleep(WAIT_MS * (0.5 + Math.random()));
    }
    throw BUSY;
  };

  const withConnection = (connections: Account["connections"], id: string) => {
    const now = clock();
    if (connections.length < CONNECTIONS_PER_USER) return [...connections, { id, usedAt: now }];
    const [oldest] = [...connections].sort((a, b) => a.usedAt - b.usedAt);
    if (!oldest || now - oldest.usedAt < IDLE_MS) return undefined;
    return [...connections.filter((connection) => connection !== oldest), { id, usedAt: now }];
  };

  const touched = (account: Account, id: string): Account => ({
    ...account,
    connections: account.connections.map((connection) =>
      connection.id === id ? { id, usedAt: clock() } : connection,
    ),
  });

  const refreshAtX = async (
    app: XApp,
    key: AccountKey,
    { account, etag }: AccountRow,
    id: string,
  ) => {
    const lease = { holder: randomUUID(), until: clock() + LEASE_MS };
    if (!(await accounts.write(key, { ...account, lease }, etag))) return undefined;
    const release = async (change: (account: Account) => Promise<Account>) =>
      settle(key, async (row) => {
        // A sign-in in the meantime has taken the lease away: its grant is newer than ours.
        if (row?.account.lease?.holder !== lease.holder) return true;
        const { lease: _, ...rest } = await change(row.account);
        return (await accounts.write(key, rest, row.etag)) || undefined;
      });
    try {
      const grant = toGrant(
        await xOAuth.refresh(app, (await accounts.openGrant(account)).refreshToken),
      );
      await release(async ({ rejected, ...current }) => ({
        ...touched(current, id),
        grant: await accounts.sealGrant(grant),
      }));
      return { connectionId: id, expiresIn: expiresIn(grant) };
    } catch (error) {
      await release(async (current) => current);
      throw error;
    }
  };

  return {
    async open(app, { id: userId }, tokens) {
      const key = { appId: app.clientId, userId };
      const grant = toGrant(tokens);
      const sealed = await accounts.sealGrant(grant);
      const connectionId = randomUUID();
      return settle(key, async (row) => {
        const before = row?.account.connections ?? [];
        const after = withConnection(before, connectionId);
        // X has ended the old grant, so the new one is kept for the others even where there is no room for this one.
        const account = { grant: sealed, connections: after ?? before };
        if (!(await accounts.write(key, account, row?.etag))) return undefined;
        if (!after) throw NO_ROOM;
        return { connectionId, expiresIn: expiresIn(grant) };
      });
    },

    refresh(app, userId, connectionId) {
      const key = { appId: app.clientId, userId };
      return settle(key, async (row) => {
        if (!row?.account.connections.some(({ id }) => id === connectionId)) throw SIGN_IN_AGAIN;
        const { account } = row;
        const grant = await accounts.openGrant(account);
        if (!account.rejected && grant.expiresAt - clock() > FRESH_MS) {
          await accounts.write(key, touched(account, connectionId), row.etag);
          return { connectionId, expiresIn: expiresIn(grant) };
        }
        if (account.lease && account.lease.until > clock()) return undefined;
        return refreshAtX(app, key, row, connectionId);
      });
    },

    accountOf: async (key) => (await accounts.read(key))?.account,

    async reject(key, accessToken) {
      const row = await accounts.read(key);
      if (!row || (await accounts.openGrant(row.account)).accessToken !== accessToken) return;
      await accounts.write(key, { ...row.account, rejected: true }, row.etag);
    },

    openGrant: accounts.openGrant,
  };
};
