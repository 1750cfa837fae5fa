/** The tokens that the platform holds: sealed, naming the connection and its user, worthless anywhere else. */
import { LRUCache } from "lru-cache";
import * as z from "zod";
import type { ConnectionIdentity } from "../connector/connection-identity.ts";
import { ConnectorError } from "../connector/errors.ts";
import { SealError, type Sealer } from "../sealing/seal.ts";
import type { AccountRow, Grant } from "./account.ts";

/** As short as X's own refresh token: six months without use. */
export const REFRESH_TTL_SECONDS = 180 * 24 * 60 * 60;

export const identitySchema = z.object({
  connectionId: z.string(),
  userId: z.string(),
  userName: z.string(),
  appId: z.string(),
});

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** `expiresIn` is the life of the access token in seconds. */
export const sealTokens = async (
  sealer: Sealer,
  identity: ConnectionIdentity,
  expiresIn: number,
): Promise<TokenPair> => ({
  accessToken: await sealer.seal("access", identity, expiresIn),
  refreshToken: await sealer.seal("refresh", identity, REFRESH_TTL_SECONDS),
});

const ADVICE = {
  missing: "The call has no connection token. Create a connection and sign in at X.",
  expired: "The connection token has expired. Refresh it, or sign in to the connection again.",
  invalid: "The connection token is not valid here. Sign in to the connection again.",
  replaced:
    "A newer connection of the same X account has taken this one's place. Sign in to it again or use the newer one.",
} as const;

const accessSchema = identitySchema.extend({ exp: z.number() });

/** Tokens that were opened lately: decrypting is what costs most of a call's time here. */
const MAX_OPENED = 2_000;

/** Answers who calls, from the Authorization header. Rejects with ConnectionInvalid. */
export const createTokenOpener = (sealer: Sealer, clock: () => number) => {
  const opened = new LRUCache<string, z.infer<typeof accessSchema>>({ max: MAX_OPENED });

  const open = async (token: string) => {
    const known = opened.get(token);
    if (known && known.exp * 1000 > clock()) return known;
    const access = await sealer.open("access", token, accessSchema);
    opened.set(token, access);
    return access;
  };

  return async (authorization: string | null): Promise<ConnectionIdentity> => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
    if (!token) throw new ConnectorError("ConnectionInvalid", ADVICE.missing);
    try {
      return await open(token);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      const { reason } = error;
      throw new ConnectorError(
        "ConnectionInvalid",
        reason === "expired" ? ADVICE.expired : ADVICE.invalid,
      );
    }
  };
};

/** Throws ConnectionInvalid or ConnectionReplaced when the account has no slot for the connection any more. */
export const assertConnected = (
  { connectionId }: ConnectionIdentity,
  row: AccountRow | undefined,
): AccountRow => {
  if (!row) throw new ConnectorError("ConnectionInvalid", ADVICE.invalid);
  if (row.account.connections.some(({ id }) => id === connectionId)) return row;
  throw new ConnectorError("ConnectionReplaced", ADVICE.replaced);
};

/** Throws ConnectionInvalid when there is no grant that opens any more. */
export const assertGranted = (grant: Grant | undefined): Grant => {
  if (!grant) throw new ConnectorError("ConnectionInvalid", ADVICE.invalid);
  return grant;
};
