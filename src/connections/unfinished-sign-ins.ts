/**
 * Grants of sign-ins that X has granted without saying to whom. With such a grant X has ended the user's older one, so
 * losing it would end the user's other connection. It is kept sealed for as long as its access token lives, for the
 * platform's repeat of the same code, and for that other connection's next renewal.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import { createRows, jsonRow } from "../store/rows.ts";
import type { RowKey, Store } from "../store/store.ts";
import type { Accounts, Grant } from "./account.ts";
import { OAuthError } from "./oauth-error.ts";
import type { XOAuth } from "./x-oauth.ts";

/** Every method rejects with StoreUnavailableError or KeysUnavailableError. */
export interface UnfinishedSignIns {
  /** `code` is X's. */
  keep(appId: string, code: string, grant: Grant): Promise<void>;
  find(appId: string, code: string): Promise<Grant | undefined>;
  forget(appId: string, code: string): Promise<void>;
  /** The grant of a sign-in of that user, when there is one. Rejects with OAuthError when X cannot tell yet. */
  ofUser(appId: string, userId: string): Promise<Grant | undefined>;
}

export interface UnfinishedSignInsOptions {
  readonly store: Store;
  readonly accounts: Pick<Accounts, "sealGrant" | "openGrant">;
  readonly xOAuth: Pick<XOAuth, "whoIs">;
}

/** Begins the partition of each app. */
export const UNFINISHED_PARTITION = "unfinished";
export const unfinishedSchema = z.object({ grant: z.string() });
/** How many are looked through for a user's; X names the user of each. */
const MAX_LOOKED_AT = 10;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
const partitionOf = (appId: string): string => `${UNFINISHED_PARTITION}-${digest(appId)}`;
const keyOf = (appId: string, code: string): RowKey => ({
  partition: partitionOf(appId),
  row: digest(code),
});

export const createUnfinishedSignIns = ({
  store,
  accounts,
  xOAuth,
}: UnfinishedSignInsOptions): UnfinishedSignIns => {
  const rows = createRows(store, jsonRow(unfinishedSchema));

  const open = async (key: RowKey): Promise<Grant | undefined> => {
    const row = await rows.read(key);
    return row && accounts.openGrant(row.value);
  };

  const isOf = async (userId: string, { accessToken }: Grant): Promise<boolean> => {
    try {
      return (await xOAuth.whoIs(accessToken)).id === userId;
    } catch (error) {
      if (error instanceof OAuthError && error.code === "invalid_grant") return false;
      throw error;
    }
  };

  return {
    async keep(appId, code, grant) {
      const value = { grant: await accounts.sealGrant(grant) };
      await rows.create(keyOf(appId, code), value, { expiresAt: grant.expiresAt });
    },
    find: (appId, code) => open(keyOf(appId, code)),
    async forget(appId, code) {
      const row = await rows.read(keyOf(appId, code));
      if (row) await rows.delete(keyOf(appId, code), row.etag);
    },
    async ofUser(appId, userId) {
      const partition = partitionOf(appId);
      const left = await store.list(partition);
      for (const { row } of left.slice(0, MAX_LOOKED_AT)) {
        const grant = await open({ partition, row });
        if (grant && (await isOf(userId, grant))) return grant;
      }
      return undefined;
    },
  };
};
