/** X's access token for a call: the account's newest, kept for a minute so that busy connections read it seldom. */
import { LRUCache } from "lru-cache";
import type { ConnectionIdentity } from "../operations/operation.ts";
import type { XCredentials } from "../x/session.ts";
import { assertConnected } from "./connection-token.ts";
import type { Connections } from "./connections.ts";

/** How long a replaced connection may still be served. */
const CACHE_MS = 60_000;
const MAX_CONNECTIONS = 5_000;

/** Rejects with ConnectionInvalid or ConnectionReplaced when used. */
export const createCredentials = (
  connections: Connections,
  clock: () => number,
): ((identity: ConnectionIdentity) => XCredentials) => {
  const tokens = new LRUCache<string, string>({
    max: MAX_CONNECTIONS,
    ttl: CACHE_MS,
    perf: { now: clock },
  });

  return (identity) => {
    const { connectionId } = identity;
    const read = async (): Promise<string> => {
      const account = assertConnected(identity, await connections.accountOf(identity));
      const { accessToken } = await connections.openGrant(account);
      tokens.set(connectionId, accessToken);
      return accessToken;
    };
    return {
      accessToken: async () => tokens.get(connectionId) ?? read(),
      async newerThan(rejected) {
        const newest = await read();
        if (newest !== rejected) return newest;
        tokens.delete(connectionId);
        await connections.reject(identity, rejected);
        return undefined;
      },
    };
  };
};
