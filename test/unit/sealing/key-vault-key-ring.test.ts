import { randomBytes } from "node:crypto";
import type { SecretClient } from "@azure/keyvault-secrets";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as z from "zod";
import { createMovableClock, patchGlobalDate } from "../../../local/clock.ts";
import { createSecretClient } from "../../../src/azure-clients.ts";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import { createKeyVault } from "../../../src/sealing/key-vault.ts";
import { createKeyVaultKeyRing } from "../../../src/sealing/key-vault-key-ring.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { startFakeKeyVault, type VaultTrouble } from "../../harness/fake-key-vault.ts";

const schema = z.object({ secret: z.string() });
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const madeUp = () => randomBytes(16).toString("hex");

const clock = createMovableClock();
let undoClock: () => void;
// The circuit breaker reads the process's clock.
beforeEach(() => {
  undoClock = patchGlobalDate(clock);
});
afterEach(() => undoClock());

const createWorld = async () => {
  const vault = await startFakeKeyVault();
  onTestFinished(() => vault.close());
  const logs: unknown[] = [];
  const instance = () => {
    const client = vault.createClient();
    const keys = createKeyVaultKeyRing({
      vault: createKeyVault({ client: async () => client, secretName: "x-connector-key" }),
      clock: clock.now,
      log: (_level, record) => logs.push(record),
    });
    return { keys, sealer: createSealer(keys, clock.now) };
  };
  return { vault, logs, instance };
};

it("makes the key at first start, with the app's own identity, and reads it once", async () => {
  const { vault, instance } = await createWorld();
  const { keys, sealer } = instance();
  const sealed = await sealer.seal("grant", { secret: "s" }, 60);
  expect(vault.versions).toHaveLength(1);
  expect(vault.requests).toContain("identity identity-header");
  const asked = vault.requests.length;
  expect(await sealer.open("grant", sealed, schema)).toEqual({ secret: "s" });
  await keys.newest();
  expect(vault.requests).toHaveLength(asked);
});

it("takes the key that is there, in every instance", async () => {
  const { vault, instance } = await createWorld();
  const sealed = await instance().sealer.seal("grant", { secret: "s" }, 60);
  expect(await instance().sealer.open("grant", sealed, schema)).toEqual({ secret: "s" });
  expect(vault.versions).toHaveLength(1);
});

it("is rotated without signing anybody out", async () => {
  const { vault, instance } = await createWorld();
  const { keys, sealer } = instance();
  const before = await sealer.seal("grant", { secret: "before" }, 3600);
  vault.rotate();
  const fresh = instance();
  const after = await fresh.sealer.seal("grant", { secret: "after" }, 3600);
  // The running instance still seals with the old key and reads the new one when it meets it.
  expect(await sealer.open("grant", after, schema)).toEqual({ secret: "after" });
  clock.advance(11 * MINUTE_MS);
  expect((await keys.newest()).version).toBe(vault.versions[1]?.version);
  expect(await fresh.sealer.open("grant", before, schema)).toEqual({ secret: "before" });
});

it("asks once for callers that come at the same time", async () => {
  const { vault, instance } = await createWorld();
  const { version } = vault.rotate();
  const { keys } = instance();
  await Promise.all(Array.from({ length: 20 }, () => keys.newest()));
  const other = instance();
  await Promise.all(Array.from({ length: 20 }, () => other.keys.byVersion(version)));
  expect(vault.vaultRequests()).toEqual(["GET x-connector-key", `GET x-connector-key/${version}`]);
});

describe("a key that is gone", () => {
  it("is told from one that cannot be had: a disabled version opens nothing any more", async () => {
    const { vault, instance } = await createWorld();
    const sealed = await instance().sealer.seal("grant", { secret: "s" }, 60);
    vault.rotate();
    vault.disable(vault.versions[0]?.version ?? "");
    await expect(instance().sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      name: "SealError",
      reason: "unknownKey",
    });
  });

  it("is replaced when it was the newest, and no longer seals", async () => {
    const { vault, instance } = await createWorld();
    const { keys } = instance();
    const { version } = await keys.newest();
    vault.disable(version);
    clock.advance(11 * MINUTE_MS);
    expect((await keys.newest()).version).not.toBe(version);
    expect(vault.versions).toHaveLength(2);
    expect(await keys.byVersion(version)).toBeUndefined();
  });

  it("opens again some minutes after it was enabled again", async () => {
    const { vault, instance } = await createWorld();
    const { version } = vault.rotate();
    vault.rotate();
    vault.disable(version);
    const { keys } = instance();
    expect(await keys.byVersion(version)).toBeUndefined();
    const found = vault.versions.find((each) => each.version === version);
    if (found) found.enabled = true;
    expect(await keys.byVersion(version)).toBeUndefined();
    clock.advance(11 * MINUTE_MS);
    expect((await keys.byVersion(version))?.version).toBe(version);
  });
});

describe("made-up key versions", () => {
  it("are not asked for when they cannot be one", async () => {
    const { vault, instance } = await createWorld();
    expect(await instance().keys.byVersion("../secrets/other")).toBeUndefined();
    expect(vault.requests).toEqual([]);
  });

  it("cost the vault a few calls, however many come, and no real version its call", async () => {
    const { vault, instance } = await createWorld();
    const { version } = vault.rotate();
    const { keys } = instance();
    const asked = await Promise.all(Array.from({ length: 100 }, () => keys.byVersion(madeUp())));
    expect(asked.every((key) => key === undefined)).toBe(true);
    expect(vault.vaultRequests()).toHaveLength(5);
    expect((await keys.byVersion(version))?.version).toBe(version);
    const calls = vault.vaultRequests().length;
    for (let count = 0; count < 100; count += 1) await keys.byVersion(madeUp());
    expect(vault.vaultRequests()).toHaveLength(calls);
  });

  it("are unknown where the vault refuses the name itself", async () => {
    const { vault, instance } = await createWorld();
    vault.suffer(400);
    expect(await instance().keys.byVersion(madeUp())).toBeUndefined();
  });

  it("make no disabled version worth a call of its own", async () => {
    const { vault, instance } = await createWorld();
    const { version } = vault.rotate();
    vault.rotate();
    vault.disable(version);
    const { keys } = instance();
    for (let count = 0; count < 5; count += 1) await keys.byVersion(madeUp());
    const calls = vault.vaultRequests().length;
    expect(await keys.byVersion(version)).toBeUndefined();
    expect(vault.vaultRequests()).toHaveLength(calls);
  });

  it("are remembered as unknown", async () => {
    const { vault, instance } = await createWorld();
    const { keys } = instance();
    const version = madeUp();
    await keys.byVersion(version);
    clock.advance(2 * MINUTE_MS);
    await keys.byVersion(version);
    expect(vault.vaultRequests()).toEqual([`GET x-connector-key/${version}`]);
  });
});

/** What becomes of `call`, whose time with a silent vault passes at once; any other trouble is told by the vault itself. */
const settled = async <T>(trouble: VaultTrouble, call: () => Promise<T>): Promise<T> => {
  if (trouble !== "silence") return call();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const [outcome] = await Promise.allSettled([call(), vi.advanceTimersByTimeAsync(5_000)]);
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  } finally {
    vi.useRealTimers();
  }
};

describe.each<VaultTrouble>(["noRole", 401, 408, 429, 500, 503, "silence", "cut"])(
  "a vault in trouble: %s",
  (trouble) => {
    it("leaves the known keys serving, new seals included, and says so in the log", async () => {
      const { vault, logs, instance } = await createWorld();
      const { sealer } = instance();
      const sealed = await sealer.seal("grant", { secret: "before" }, 3600);
      vault.suffer(trouble);
      clock.advance(11 * MINUTE_MS);
      const during = await settled(trouble, () => sealer.seal("grant", { secret: "during" }, 3600));
      expect(await sealer.open("grant", sealed, schema)).toEqual({ secret: "before" });
      expect(await sealer.open("grant", during, schema)).toEqual({ secret: "during" });
      expect(logs).toEqual([
        { operation: "keys", cause: expect.stringContaining("Key Vault is no help") },
      ]);
    });

    it("serves with a key that was only opened with so far", async () => {
      const { vault, instance } = await createWorld();
      const sealed = await instance().sealer.seal("grant", { secret: "s" }, 3600);
      const { sealer } = instance();
      await sealer.open("grant", sealed, schema);
      vault.suffer(trouble);
      const during = await settled(trouble, () => sealer.seal("grant", { secret: "during" }, 3600));
      expect(await sealer.open("grant", during, schema)).toEqual({ secret: "during" });
    });

    it("says nothing about a key that is not known yet, and is asked again later", async () => {
      const { vault, instance } = await createWorld();
      const sealed = await instance().sealer.seal("grant", { secret: "s" }, 3600);
      vault.suffer(trouble);
      const { keys, sealer } = instance();
      await expect(settled(trouble, () => sealer.open("grant", sealed, schema))).rejects.toThrow(
        KeysUnavailableError,
      );
      const asked = vault.vaultRequests().length;
      await expect(keys.newest()).rejects.toMatchObject({
        message: expect.stringContaining("Left alone for a while: Key Vault is no help"),
        cause: expect.any(KeysUnavailableError),
      });
      expect(vault.vaultRequests()).toHaveLength(asked);
      vault.suffer("none");
      clock.advance(11 * SECOND_MS);
      expect(await sealer.open("grant", sealed, schema)).toEqual({ secret: "s" });
    });
  },
);

it("gives a silent vault five seconds", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const silent = { getSecret: () => new Promise(() => {}) } as unknown as SecretClient;
  const vault = createKeyVault({ client: async () => silent, secretName: "x-connector-key" });
  const reading = vi.fn();
  vault.read().catch(reading);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(reading).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(reading).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      name: "KeysUnavailableError",
      message: "Key Vault is no help (no answer): it did not answer within 5000 ms",
      cause: expect.any(Error),
    }),
  );
});

it("names a newest version that holds no key, and goes on with a better one", async () => {
  const { vault, instance } = await createWorld();
  const { keys } = instance();
  const { version } = vault.set("too short");
  await expect(keys.newest()).rejects.toThrow("holds no key of 32 bytes");
  vault.rotate();
  expect((await keys.newest()).bytes).toHaveLength(32);
  expect(await keys.byVersion(version)).toBeUndefined();
});

it("says that the secret has to be recovered when it was deleted", async () => {
  const { vault, instance } = await createWorld();
  vault.rotate();
  vault.remove();
  await expect(instance().keys.newest()).rejects.toThrow("deleted but recoverable");
  vault.recover();
  expect((await instance().keys.newest()).version).toBe(vault.versions[0]?.version);
});

it("has a client for the deployment's own vault", async () => {
  const client = await createSecretClient("https://contoso.vault.azure.net", "identity-client-id");
  expect(client.vaultUrl).toBe("https://contoso.vault.azure.net");
  expect((await createSecretClient("https://contoso.vault.azure.net", undefined)).vaultUrl).toBe(
    client.vaultUrl,
  );
});
