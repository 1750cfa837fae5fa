/**
 * The keys as versions of one Key Vault secret, read with the app's own identity. Rotating is making a new version:
 * what older ones sealed still opens, so nobody is signed out.
 * https://learn.microsoft.com/azure/key-vault/secrets/quick-create-node
 */
import { randomBytes } from "node:crypto";
import type { SecretClient } from "@azure/keyvault-secrets";
import type { KeyRing, SealingKey } from "./key-ring.ts";

const KEY_BYTES = 32;
/** How long a newer version may go unnoticed by a running instance. */
const NEWEST_MS = 10 * 60 * 1000;

export interface KeyVaultKeyRingOptions {
  /** The client of the vault; asked for at first use, because the SDK takes time to load. */
  client(): Promise<SecretClient>;
  readonly secretName: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Key Vault's words for a version that is not there, or whose name cannot be one. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "statusCode" in error &&
  (error.statusCode === 404 || error.statusCode === 400);

export const createKeyVaultKeyRing = (options: KeyVaultKeyRingOptions): KeyRing => {
  const { client, secretName, clock } = options;
  const known = new Map<string, SealingKey>();
  let newest: { readonly key: Promise<SealingKey>; readonly readAt: number } | undefined;

  const fetchKey = async (version?: string): Promise<SealingKey | undefined> => {
    const vault = await client();
    try {
      const { value, properties } = await vault.getSecret(secretName, version ? { version } : {});
      const bytes = Buffer.from(value ?? "", "base64url");
      if (!properties.version || bytes.length !== KEY_BYTES) {
        throw new Error(`The Key Vault secret ${secretName} holds no key of ${KEY_BYTES} bytes.`);
      }
      const key = { version: properties.version, bytes };
      known.set(key.version, key);
      return key;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };

  const createKey = async (): Promise<SealingKey> => {
    const vault = await client();
    await vault.setSecret(secretName, randomBytes(KEY_BYTES).toString("base64url"), {
      contentType: "application/octet-stream; key=A256GCM",
    });
    // Another instance may have made a version at the same moment: the vault says which is the newest.
    const key = await fetchKey();
    if (!key) throw new Error(`The Key Vault secret ${secretName} is gone again.`);
    return key;
  };

  return {
    newest() {
      if (newest && clock() - newest.readAt < NEWEST_MS) return newest.key;
      const key = fetchKey().then((found) => found ?? createKey());
      newest = { key, readAt: clock() };
      key.catch(() => {
        newest = undefined;
      });
      return key;
    },
    byVersion: async (version) =>
      known.get(version) ?? (/^[0-9a-f]{32}$/i.test(version) ? fetchKey(version) : undefined),
  };
};
