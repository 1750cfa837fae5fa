/**
 * What is kept of one X user in one X app: the grant, encrypted, and the connections that share it, in one row, so
 * that whatever a call needs is one read. X keeps one live grant per app and user.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { RowKey, Store, StoredRow } from "../store/store.ts";
import type { Sealer } from "./seal.ts";

/** X's tokens, which never leave the backend. */
export const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type Grant = z.infer<typeof grantSchema>;

const accountSchema = z.object({
  /** The grant, sealed. */
  grant: z.string(),
  /** X no longer takes the access token, whatever its expiry says. */
  rejected: z.boolean().optional(),
  /** Who is refreshing the grant right now, and until when that holds, in epoch milliseconds. */
  lease: z.object({ holder: z.string(), until: z.number() }).optional(),
  connections: z.array(z.object({ id: z.string(), usedAt: z.number() })),
});
export type Account = z.infer<typeof accountSchema>;

export interface AccountKey {
  readonly appId: string;
  readonly userId: string;
}

export interface AccountRow {
  readonly account: Account;
  readonly etag: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** X's refresh tokens end after six months without use: https://docs.x.com/fundamentals/authentication/oauth-2-0/overview */
const KEEP_MS = 200 * DAY_MS;

const rowKey = ({ appId, userId }: AccountKey): RowKey => ({
  partition: "account",
  row: `${createHash("sha256").update(appId).digest("base64url")}.${userId}`,
});

export interface Accounts {
  read(key: AccountKey): Promise<AccountRow | undefined>;
  /** False when the row has changed since `etag`, or is there already when no etag is given. */
  write(key: AccountKey, account: Account, etag: string | undefined): Promise<boolean>;
  sealGrant(grant: Grant): Promise<string>;
  openGrant(account: Account): Promise<Grant>;
}

export const createAccounts = (store: Store, sealer: Sealer, clock: () => number): Accounts => {
  const parse = ({ value, etag }: StoredRow): AccountRow => ({
    account: accountSchema.parse(JSON.parse(value)),
    etag,
  });
  return {
    async read(key) {
      const row = await store.read(rowKey(key));
      return row && parse(row);
    },
    async write(key, account, etag) {
      const value = JSON.stringify(account);
      const options = { expiresAt: clock() + KEEP_MS };
      const written = etag
        ? await store.replace(rowKey(key), value, etag, options)
        : await store.create(rowKey(key), value, options);
      return written !== undefined;
    },
    sealGrant: (grant) => sealer.seal("grant", grant, KEEP_MS / 1000),
    openGrant: ({ grant }) => sealer.open("grant", grant, grantSchema),
  };
};
