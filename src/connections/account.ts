/**
 * What is kept of one X user in one X app: the grant, encrypted, and the connections that share it, in one row, so
 * that whatever a call needs is one read. X keeps one live grant per app and user.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import { SealError, type Sealer } from "../sealing/seal.ts";
import { createRows, jsonRow } from "../store/rows.ts";
import { type RowKey, type Store, StoreUnavailableError } from "../store/store.ts";
import { isAway } from "./away.ts";

/** X's tokens, which never leave the backend. */
const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  /** Of the app's secret that X has accepted for this grant. */
  secretDigest: z.string(),
});
export type Grant = z.infer<typeof grantSchema>;

export const ACCOUNT_PARTITION = "account";
export const accountSchema = z.object({
  /** The grant, sealed. */
  grant: z.string(),
  /** X no longer takes the access token, whatever its expiry says. */
  rejected: z.boolean().optional(),
  /** Who is refreshing the grant right now, and until when that holds, in epoch milliseconds. */
  lease: z.object({ holder: z.string(), until: z.number() }).optional(),
  connections: z.array(
    z.object({
      id: z.string(),
      usedAt: z.number(),
      openedAt: z.number().optional(),
      isUnused: z.literal(true).optional(),
      isLost: z.literal(true).optional(),
    }),
  ),
  promised: z.object({ id: z.string(), until: z.number(), refused: z.string() }).optional(),
});
/** What is stored of one X user in one X app. */
export type Account = z.infer<typeof accountSchema>;

/** Ids of X. */
export interface AccountKey {
  readonly appId: string;
  readonly userId: string;
}

export interface AccountRow {
  readonly account: Account;
  readonly etag: string;
}

/** Answers undefined to be asked again with the row as it then stands. */
export type AccountAttempt<T> = (row: AccountRow | undefined) => Promise<T | undefined>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** X's refresh tokens end after six months without use: https://docs.x.com/fundamentals/authentication/oauth-2-0/overview */
export const ACCOUNT_KEEP_MS = 200 * DAY_MS;
/** A minute of waiting, about, for the row or for the store. */
const MAX_ROUNDS = 64;
const waitMs = (round: number): number => Math.min(1000, 50 * 2 ** round) * (0.5 + Math.random());

const rowKey = ({ appId, userId }: AccountKey): RowKey => ({
  partition: ACCOUNT_PARTITION,
  row: `${createHash("sha256").update(appId).digest("base64url")}.${userId}`,
});

/** Everything rejects with StoreUnavailableError, and what seals or opens with KeysUnavailableError. */
export interface Accounts {
  read(key: AccountKey): Promise<AccountRow | undefined>;
  /** False when the row has changed since `etag`, or is there already when no etag is given. */
  write(key: AccountKey, account: Account, etag: string | undefined): Promise<boolean>;
  /** Repeats `attempt`, with pauses, until it has an answer. */
  retry<T>(key: AccountKey, attempt: AccountAttempt<T>): Promise<T>;
  /** The same for what must not be lost: goes on while the store or the keys are away. */
  retryWhileAway<T>(key: AccountKey, attempt: AccountAttempt<T>): Promise<T>;
  sealGrant(grant: Grant): Promise<string>;
  /** Undefined when the key that sealed it is gone. */
  openGrant(account: Pick<Account, "grant">): Promise<Grant | undefined>;
}

export interface AccountsOptions {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const createAccounts = ({ store, sealer, clock, sleep }: AccountsOptions): Accounts => {
  const rows = createRows(store, jsonRow(accountSchema));

  const read = async (key: AccountKey) => {
    const row = await rows.read(rowKey(key));
    return row && { account: row.value, etag: row.etag };
  };

  const retry = async <T>(key: AccountKey, attempt: AccountAttempt<T>): Promise<T> => {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const answer = await attempt(await read(key));
      if (answer !== undefined) return answer;
      await sleep(waitMs(round));
    }
    throw new StoreUnavailableError("The account stayed busy.");
  };

  return {
    read,
    retry,
    async write(key, account, etag) {
      const options = { expiresAt: clock() + ACCOUNT_KEEP_MS };
      const written = etag
        ? await rows.replace(rowKey(key), account, etag, options)
        : await rows.create(rowKey(key), account, options);
      return written !== undefined;
    },
    async retryWhileAway(key, attempt) {
      for (let round = 0; ; round += 1) {
        try {
          return await retry(key, attempt);
        } catch (error) {
          if (!isAway(error) || round === MAX_ROUNDS) throw error;
          await sleep(waitMs(round));
        }
      }
    },
    sealGrant: (grant) => sealer.seal("grant", grant, ACCOUNT_KEEP_MS / 1000),
    openGrant: ({ grant }) =>
      sealer.open("grant", grant, grantSchema).catch((error: unknown) => {
        if (error instanceof SealError) return undefined;
        throw error;
      }),
  };
};
