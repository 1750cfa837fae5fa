import { expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { createSecretClient } from "../../../src/azure-clients.ts";
import { createKeyVaultKeyRing } from "../../../src/sealing/key-vault-key-ring.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { startFakeKeyVault } from "../../harness/fake-key-vault.ts";

const schema = z.object({ secret: z.string() });
const MINUTE_MS = 60_000;

const createWorld = async () => {
  const vault = await startFakeKeyVault();
  onTestFinished(() => vault.close());
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const instance = () => {
    const client = vault.createClient();
    const keys = createKeyVaultKeyRing({
      client: async () => client,
      secretName: "x-connector-key",
      clock: () => time.now,
    });
    return { keys, sealer: createSealer(keys, () => time.now) };
  };
  return { vault, time, instance };
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
  const { vault, time, instance } = await createWorld();
  const { keys, sealer } = instance();
  const before = await sealer.seal("grant", { secret: "before" }, 3600);
  vault.rotate();
  const fresh = instance();
  const after = await fresh.sealer.seal("grant", { secret: "after" }, 3600);
  // The running instance still seals with the old key and reads the new one when it meets it.
  expect(await sealer.open("grant", after, schema)).toEqual({ secret: "after" });
  time.now += 11 * MINUTE_MS;
  expect((await keys.newest()).version).toBe(vault.versions[1]?.version);
  expect(await fresh.sealer.open("grant", before, schema)).toEqual({ secret: "before" });
});

it("does not ask the vault for a version that cannot be one", async () => {
  const { vault, instance } = await createWorld();
  const { keys } = instance();
  expect(await keys.byVersion("../secrets/other")).toBeUndefined();
  expect(vault.requests).toEqual([]);
  expect(await keys.byVersion("0".repeat(32))).toBeUndefined();
});

it("fails while the vault refuses, and recovers", async () => {
  const { vault, instance } = await createWorld();
  const { keys } = instance();
  vault.versions.push({ version: "1".repeat(32), value: "too short" });
  await expect(keys.newest()).rejects.toThrow("holds no key of 32 bytes");
  vault.rotate();
  expect((await keys.newest()).bytes).toHaveLength(32);
  vault.refuse();
  await expect(instance().keys.newest()).rejects.toThrow("No access.");
});

it("has a client for the deployment's own vault", async () => {
  const client = await createSecretClient("https://contoso.vault.azure.net", "identity-client-id");
  expect(client.vaultUrl).toBe("https://contoso.vault.azure.net");
  expect((await createSecretClient("https://contoso.vault.azure.net", undefined)).vaultUrl).toBe(
    client.vaultUrl,
  );
});
