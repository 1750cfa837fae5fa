/**
 * Which key versions are worth a question to the vault. A token's header names its key and anybody can write one, so
 * what was unknown stays unknown for a while, only a few made-up names a minute are asked for one by one, and when there
 * are more, one list of the vault's own answers for all of them.
 */
import { LRUCache } from "lru-cache";
import type { KeyVault, VaultKey } from "./key-vault.ts";

const MINUTE_MS = 60_000;
const ASKED_A_MINUTE = 4;
/** A version that is enabled again opens what it sealed after so long. */
export const UNKNOWN_MS = 10 * MINUTE_MS;
const MAX_UNKNOWN = 1_000;
const LIST_MS = 10_000;
/** As Key Vault names versions. */
const VERSION = /^[0-9a-f]{32}$/i;

export interface KeyLookupOptions {
  readonly vault: KeyVault;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Answers undefined for what is no version of the key, or no more. Rejects with KeysUnavailableError. */
export const createKeyLookup = ({ vault, clock }: KeyLookupOptions) => {
  const unknown = new LRUCache<string, true>({
    max: MAX_UNKNOWN,
    ttl: UNKNOWN_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });
  const underWay = new Map<string, Promise<VaultKey | undefined>>();
  let singleReads: number[] = [];
  let list: { readonly versions: Promise<ReadonlySet<string>>; readonly at: number } | undefined;

  const listed = (): Promise<ReadonlySet<string>> => {
    if (list && clock() - list.at < LIST_MS) return list.versions;
    const versions = vault.versions();
    list = { versions, at: clock() };
    versions.catch(() => {
      list = undefined;
    });
    return versions;
  };

  const isWorthAsking = async (version: string): Promise<boolean> => {
    singleReads = singleReads.filter((at) => clock() - at < MINUTE_MS);
    if (singleReads.length >= ASKED_A_MINUTE) return (await listed()).has(version);
    singleReads.push(clock());
    return true;
  };

  const ask = async (version: string): Promise<VaultKey | undefined> => {
    const key = (await isWorthAsking(version)) ? await vault.read(version) : undefined;
    if (!key) unknown.set(version, true);
    return key;
  };

  return async (version: string): Promise<VaultKey | undefined> => {
    if (!VERSION.test(version) || unknown.has(version)) return undefined;
    const asking = underWay.get(version) ?? ask(version).finally(() => underWay.delete(version));
    underWay.set(version, asking);
    return asking;
  };
};
