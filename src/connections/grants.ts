/**
 * Keeps an account's grant fresh. A refresh token of X dies at its first use, so of all who want to refresh a grant at
 * once, over any number of instances, one asks X (it holds a lease in the row) and the others wait for what it writes.
 *
 * What a crash costs: before X has answered, nothing, once the lease has run out. Between X's answer and the write, the
 * new refresh token, which nobody can get back: the user signs in again. The same where X's answer is lost on its way. A
 * store or a vault that is away in that moment is no crash: the write is repeated.
 */
import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import type { Account, AccountKey, AccountRow, Accounts, Grant } from "./account.ts";
import { isAway } from "./away.ts";
import { OAuthError } from "./oauth-error.ts";
import type { UnfinishedSignIns } from "./unfinished-sign-ins.ts";
import type { XApp, XOAuth, XTokens } from "./x-oauth.ts";

/** A grant with this much life left is not refreshed again, so that connections that share it refresh it once. */
const FRESH_MS = 30 * 60 * 1000;
/** A connection's token ends this long before X's does. */
const MARGIN_MS = 2 * 60 * 1000;
/** How long a sign-in may take from X's answer to its write. */
const SIGN_IN_MS = 1000;

export interface Grants {
  /** The grant that X has just given `app`. */
  of(app: XApp, tokens: XTokens): Grant;
  /** Seconds that a connection's token may live on it. */
  lifeOf(grant: Grant): number;
  /** Whether it serves as it is and `app` is the app, secret included, that X gave it to. */
  isGoodFor(app: XApp, grant: Grant): boolean;
  /** Whether somebody is refreshing the account's grant right now. */
  isLeased(account: Account): boolean;
  /** Asks X for a newer grant; undefined when the row must be read again first. Rejects with OAuthError. */
  refresh(
    app: XApp,
    key: AccountKey,
    row: AccountRow,
    grant: Grant,
    change: (account: Account) => Account,
  ): Promise<Grant | undefined>;
}

export interface GrantsOptions {
  readonly accounts: Accounts;
  readonly xOAuth: XOAuth;
  readonly unfinished: Pick<UnfinishedSignIns, "ofUser">;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Longer than X may take to answer. */
  readonly leaseMs: number;
}

/** Of a secret of X: 50 random characters, so that a plain digest tells nothing. */
const digestOf = ({ clientSecret = "" }: XApp): string =>
  createHash("sha256").update(clientSecret).digest("base64url");

const withoutLease = ({ lease: _, ...account }: Account): Account => account;

export const createGrants = (options: GrantsOptions): Grants => {
  const { accounts, xOAuth, unfinished, clock, sleep, leaseMs } = options;

  const of = (app: XApp, { accessToken, refreshToken, expiresIn }: XTokens): Grant => ({
    accessToken,
    refreshToken,
    expiresAt: clock() + expiresIn * 1000,
    secretDigest: digestOf(app),
  });

  const release = (key: AccountKey, holder: string) =>
    accounts.retry(key, async (row) => {
      if (row?.account.lease?.holder !== holder) return true;
      return (await accounts.write(key, withoutLease(row.account), row.etag)) || undefined;
    });

  /** Whether the account has got another grant than `sealed`; a sign-in at the same time has, a moment later. */
  const wasReplaced = async (key: AccountKey, sealed: string): Promise<boolean> => {
    const isNew = async () => (await accounts.read(key))?.account.grant !== sealed;
    if (await isNew()) return true;
    await sleep(SIGN_IN_MS);
    return isNew();
  };

  /** Notes that the grant is lost, so that a new sign-in finds a slot; a call does not fail for the note. */
  const noteLoss = async (key: AccountKey, sealed: string): Promise<void> => {
    try {
      await accounts.retry(key, async (row) => {
        if (row?.account.grant !== sealed) return true;
        return (
          (await accounts.write(key, { ...row.account, rejected: true }, row.etag)) || undefined
        );
      });
    } catch (error) {
      if (!isAway(error)) throw error;
    }
  };

  /** What X gives for the old grant; undefined when another has taken its place, and the row must be read again. */
  const renew = async (
    app: XApp,
    key: AccountKey,
    sealed: string,
    grant: Grant,
    holder: string,
  ) => {
    try {
      return of(app, await xOAuth.refresh(app, grant.refreshToken));
    } catch (error) {
      await release(key, holder);
      if (!(error instanceof OAuthError) || error.code !== "invalid_grant") throw error;
      if (await wasReplaced(key, sealed)) return undefined;
      const left = await unfinished.ofUser(key.appId, key.userId);
      if (left) return left;
      await noteLoss(key, sealed);
      throw error;
    }
  };

  return {
    of,
    lifeOf: ({ expiresAt }) => Math.max(1, Math.floor((expiresAt - clock() - MARGIN_MS) / 1000)),
    isGoodFor: (app, { expiresAt, secretDigest }) =>
      expiresAt - clock() > FRESH_MS &&
      timingSafeEqual(Buffer.from(secretDigest), Buffer.from(digestOf(app))),
    isLeased: ({ lease }) => lease !== undefined && lease.until > clock(),

    async refresh(app, key, { account, etag }, grant, change) {
      const lease = { holder: randomUUID(), until: clock() + leaseMs };
      if (!(await accounts.write(key, { ...account, lease }, etag))) return undefined;
      const newer = await renew(app, key, account.grant, grant, lease.holder);
      if (!newer) return undefined;
      await accounts.retryWhileAway(key, async (row) => {
        // Whoever wrote another grant signed in after this refresh, and so holds the newer one.
        if (row?.account.grant !== account.grant) return true;
        const { rejected: _, ...current } = withoutLease(change(row.account));
        const sealed = await accounts.sealGrant(newer);
        return (await accounts.write(key, { ...current, grant: sealed }, row.etag)) || undefined;
      });
      return newer;
    },
  };
};
