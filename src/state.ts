/** Where keys and rows are, by the settings: Key Vault and Table Storage, or a file and memory. */
import { createSecretClient, createTableClient } from "./azure-clients.ts";
import type { Settings } from "./config.ts";
import type { Log } from "./connector/log.ts";
import type { KeyRing } from "./sealing/key-ring.ts";
import { createKeyVault } from "./sealing/key-vault.ts";
import { createKeyVaultKeyRing } from "./sealing/key-vault-key-ring.ts";
import { createLocalKeyRing } from "./sealing/local-key-ring.ts";
import { withCircuitBreaker } from "./store/circuit-breaker.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import type { Store } from "./store/store.ts";
import { createTableStore } from "./store/table-store.ts";

const KEY_SECRET = "x-connector-key";
export const STATE_TABLE = "xconnector";

interface Surroundings {
  readonly clock: () => number;
  readonly log: Log;
}

/** What cannot be made fails at each use, and not the process, which may have made it ahead of all use. */
const lasting = <T>(made: Promise<T>): Promise<T> => {
  made.catch(() => undefined);
  return made;
};

export const createKeyRing = (
  { keyVaultUrl, identityClientId, localStateDir }: Settings,
  { clock, log }: Surroundings,
): KeyRing => {
  if (!keyVaultUrl) return createLocalKeyRing(localStateDir);
  const client = lasting(createSecretClient(keyVaultUrl, identityClientId));
  const vault = createKeyVault({ client: () => client, secretName: KEY_SECRET });
  return createKeyVaultKeyRing({ vault, clock, log });
};

export const createStore = (
  { tableEndpoint, tableConnectionString, identityClientId, storeTimeoutMs }: Settings,
  { clock, log }: Surroundings,
): Store => {
  if (!tableEndpoint && !tableConnectionString) return createMemoryStore({ clock, log });
  const location = {
    endpoint: tableEndpoint,
    connectionString: tableConnectionString,
    tableName: STATE_TABLE,
  };
  const client = lasting(createTableClient(location, identityClientId));
  return withCircuitBreaker(
    createTableStore({ client: () => client, clock, log, timeoutMs: storeTimeoutMs }),
  );
};
