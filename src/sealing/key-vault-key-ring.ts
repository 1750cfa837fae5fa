/**
 * The keys as versions of one Key Vault secret. Rotating is making a new version: what older ones sealed still opens, so
 * nobody is signed out. While the vault is away, the keys that are known go on serving.
 */
import type { Log } from "../connector/log.ts";
import { createKeyLookup } from "./key-lookup.ts";
import { type KeyRing, KeysUnavailableError, type SealingKey } from "./key-ring.ts";
import type { KeyVault, VaultKey } from "./key-vault.ts";

/** How long a newer version may go unnoticed by a running instance. */
export const NEWEST_MS = 10 * 60 * 1000;
/** How soon the vault is asked again after it was no help. */
const RETRY_MS = 60 * 1000;

export interface KeyVaultKeyRingOptions {
  readonly vault: KeyVault;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Told when a known key serves because the vault does not. */
  readonly log: Log;
}

export const createKeyVaultKeyRing = ({ vault, clock, log }: KeyVaultKeyRingOptions): KeyRing => {
  const lookUp = createKeyLookup({ vault, clock });
  const known = new Map<string, VaultKey>();
  let newest: { readonly key: VaultKey; readonly until: number } | undefined;
  let reading: Promise<VaultKey> | undefined;

  const keep = (key: VaultKey): VaultKey => {
    known.set(key.version, key);
    return key;
  };

  const latestKnown = (): VaultKey | undefined =>
    newest?.key ?? [...known.values()].toSorted((a, b) => b.createdAt - a.createdAt)[0];

  /** For a secret that was never there, or whose newest version may not be used any more. */
  const makeKey = async (): Promise<VaultKey> => {
    // Whatever else is known may be disabled as well.
    known.clear();
    newest = undefined;
    await vault.make();
    // Another instance may have made a version at the same moment: the vault says which is the newest.
    const key = await vault.read();
    if (key) return key;
    throw new KeysUnavailableError("The key that was just made is gone again.");
  };

  const readNewest = async (): Promise<VaultKey> => {
    try {
      const key = keep((await vault.read()) ?? (await makeKey()));
      newest = { key, until: clock() + NEWEST_MS };
      return key;
    } catch (error) {
      const last = latestKnown();
      if (!(error instanceof KeysUnavailableError) || !last) throw error;
      log("warn", { operation: "keys", cause: error.message });
      newest = { key: last, until: clock() + RETRY_MS };
      return last;
    }
  };

  return {
    async newest(): Promise<SealingKey> {
      if (newest && clock() < newest.until) return newest.key;
      reading ??= readNewest().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    async byVersion(version) {
      const key = known.get(version) ?? (await lookUp(version));
      return key && keep(key);
    },
  };
};
