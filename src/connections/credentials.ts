/** X's access token for a call: the account's newest, kept for a minute so that busy connections read it seldom. */
import { LRUCache } from "lru-cache";
import type { ConnectionIdentity } from "../connector/connection-identity.ts";
import type { XCredentials } from "../x/session.ts";
import { isAway } from "./away.ts";
import type { Connections } from "./connections.ts";

/** How long a replaced connection may still be served. */
const KEEP_MS = 60_000;
const MAX_CONNECTIONS = 5_000;

interface KeptToken {
  readonly accessToken: string;
  readonly readAt: number;
}

/** Rejects with ConnectionInvalid or ConnectionReplaced when used. */
export const createCredentials = (
  connections: Connections,
  clock: () => number,
): ((identity: ConnectionIdentity) => XCredentials) => {
  const kept = new LRUCache<string, KeptToken>({ max: MAX_CONNECTIONS });

  return (identity) => {
    const { connectionId } = identity;
    const keep = (accessToken: string): string => {
      kept.set(connectionId, { accessToken, readAt: clock() });
      return accessToken;
    };
    return {
      async accessToken() {
        const known = kept.get(connectionId);
        if (known && clock() - known.readAt < KEEP_MS) return known.accessToken;
        try {
          return keep(await connections.accessToken(identity));
        } catch (error) {
          // While the state is away, what served last goes on serving; X knows whether it still holds.
          if (known && isAway(error)) return keep(known.accessToken);
          throw error;
        }
      },
      async newerThan(rejected) {
        kept.delete(connectionId);
        const newer = await connections.newerToken(identity, rejected);
        return newer === undefined ? undefined : keep(newer);
      },
    };
  };
};
