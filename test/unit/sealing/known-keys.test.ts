/**
 * Which questions a ring asks its vault, and which keys serve while that is no help; the vault is one in memory.
 * Reported by `npm run mutation`: no test noticed when one of these broke.
 */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import type { VaultKey } from "../../../src/sealing/key-vault.ts";
import { createKeyVaultKeyRing } from "../../../src/sealing/key-vault-key-ring.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const madeUp = () => randomBytes(16).toString("hex");

const createWorld = () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const keys: VaultKey[] = [];
  const asked: string[] = [];
  const told: object[] = [];
  const vault = { isAway: false, makesNothing: false };
  const ask = (question: string) => {
    asked.push(question);
    if (vault.isAway) throw new KeysUnavailableError("away");
  };
  const rotate = (): string => {
    const version = madeUp();
    keys.push({ version, bytes: randomBytes(32), createdAt: time.now });
    return version;
  };
  const ring = createKeyVaultKeyRing({
    vault: {
      async read(version) {
        ask(version ?? "newest");
        return version ? keys.find((key) => key.version === version) : keys.at(-1);
      },
      async make() {
        ask("make");
        if (!vault.makesNothing) rotate();
      },
      async versions() {
        ask("list");
        return new Set(keys.map(({ version }) => version));
      },
    },
    clock: () => time.now,
    log: (level, record) => told.push({ level, ...record }),
  });
  /** Four made-up versions are asked for one by one in a minute. */
  const useUp = async () => {
    for (let count = 0; count < 4; count += 1) await ring.byVersion(madeUp());
    asked.length = 0;
  };
  return { time, keys, asked, told, vault, ring, rotate, useUp };
};

describe("a version that is not known", () => {
  it.each([
    ["too long", `${madeUp()}0`],
    ["too short", madeUp().slice(1)],
    ["with a path", `../${madeUp()}`],
    ["empty", ""],
  ])("is not asked for when it cannot be one: %s", async (_, version) => {
    const { ring, asked } = createWorld();
    expect(await ring.byVersion(version)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it("is asked for one by one four times a minute, and is then looked for in the list", async () => {
    const { ring, asked, time } = createWorld();
    const versions = Array.from({ length: 6 }, madeUp);
    for (const version of versions.slice(0, 5)) await ring.byVersion(version);
    expect(asked).toEqual([...versions.slice(0, 4), "list"]);
    time.now += MINUTE_MS;
    await ring.byVersion(versions[5] ?? "");
    expect(asked.at(-1)).toBe(versions[5]);
  });

  it("is found in a list of ten seconds at most", async () => {
    const { ring, asked, time, rotate, useUp } = createWorld();
    await useUp();
    await ring.byVersion(madeUp());
    time.now += 10 * SECOND_MS - 1;
    await ring.byVersion(madeUp());
    expect(asked).toEqual(["list"]);
    time.now += 1;
    const version = rotate();
    expect((await ring.byVersion(version))?.version).toBe(version);
    expect(asked).toEqual(["list", "list", version]);
  });

  it("is looked for again at once when the list could not be had", async () => {
    const { ring, asked, vault, rotate, useUp } = createWorld();
    await useUp();
    const version = rotate();
    vault.isAway = true;
    await expect(ring.byVersion(version)).rejects.toThrow(KeysUnavailableError);
    vault.isAway = false;
    expect((await ring.byVersion(version))?.version).toBe(version);
    expect(asked).toEqual(["list", "list", version]);
  });

  it("is asked for anew by every call, once the one before has its answer", async () => {
    const { ring, asked, vault, rotate } = createWorld();
    const version = rotate();
    vault.isAway = true;
    await expect(ring.byVersion(version)).rejects.toThrow(KeysUnavailableError);
    await expect(ring.byVersion(version)).rejects.toThrow(KeysUnavailableError);
    expect(asked).toEqual([version, version]);
  });
});

describe("the newest key", () => {
  it("is asked for every ten minutes", async () => {
    const { ring, asked, time, rotate } = createWorld();
    const first = rotate();
    await ring.newest();
    const second = rotate();
    time.now += 10 * MINUTE_MS - 1;
    expect((await ring.newest()).version).toBe(first);
    time.now += 1;
    expect((await ring.newest()).version).toBe(second);
    expect(asked).toEqual(["newest", "newest"]);
  });

  it("is asked for again a minute after the vault was no help", async () => {
    const { ring, asked, told, time, vault, rotate } = createWorld();
    const first = rotate();
    await ring.newest();
    const second = rotate();
    time.now += 10 * MINUTE_MS;
    vault.isAway = true;
    expect((await ring.newest()).version).toBe(first);
    expect(told).toEqual([{ level: "warn", operation: "keys", cause: "away" }]);
    vault.isAway = false;
    time.now += MINUTE_MS - 1;
    expect((await ring.newest()).version).toBe(first);
    expect(asked).toEqual(["newest", "newest"]);
    time.now += 1;
    expect((await ring.newest()).version).toBe(second);
  });

  it("is the youngest of those that were opened with, where the vault never told", async () => {
    const { ring, time, vault, rotate } = createWorld();
    const versions = [];
    for (let count = 0; count < 3; count += 1) {
      versions.push(rotate());
      time.now += MINUTE_MS;
    }
    const [oldest = "", middle = "", youngest = ""] = versions;
    for (const version of [middle, youngest, oldest]) await ring.byVersion(version);
    vault.isAway = true;
    expect((await ring.newest()).version).toBe(youngest);
  });

  it("is an error when there is none even after one was made", async () => {
    const { ring, asked, vault } = createWorld();
    vault.makesNothing = true;
    await expect(ring.newest()).rejects.toThrow("The key that was just made is gone again.");
    expect(asked).toEqual(["newest", "make", "newest"]);
  });

  it("never is one that was known when the vault let none be read", async () => {
    const { ring, keys, time, vault, rotate } = createWorld();
    rotate();
    await ring.newest();
    keys.length = 0;
    vault.makesNothing = true;
    time.now += 10 * MINUTE_MS;
    await expect(ring.newest()).rejects.toThrow(KeysUnavailableError);
  });
});
