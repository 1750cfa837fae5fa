import { randomBytes } from "node:crypto";
import { EncryptJWT } from "jose";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { KeyRing, SealingKey } from "../../../src/sealing/key-ring.ts";
import { createSealer } from "../../../src/sealing/seal.ts";

const schema = z.object({ secret: z.string() });
const key = (version: string): SealingKey => ({ version, bytes: randomBytes(32) });

const createWorld = () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const keys = [key("1")];
  const ring: KeyRing = {
    newest: async () => keys.at(-1) ?? key("none"),
    byVersion: async (version) => keys.find((each) => each.version === version),
  };
  return { time, keys, sealer: createSealer(ring, () => time.now) };
};

describe("what is sealed", () => {
  it("opens for its purpose, unread on the way", async () => {
    const { sealer } = createWorld();
    const sealed = await sealer.seal("grant", { secret: "open sesame" }, 60);
    expect(sealed).not.toContain(Buffer.from("open sesame").toString("base64url").slice(0, 8));
    expect(await sealer.open("grant", sealed, schema)).toEqual({ secret: "open sesame" });
  });

  it("does not open for another purpose", async () => {
    const { sealer } = createWorld();
    const sealed = await sealer.seal("refresh", { secret: "s" }, 60);
    await expect(sealer.open("access", sealed, schema)).rejects.toMatchObject({
      reason: "wrongPurpose",
    });
  });

  it("does not open when its time is over", async () => {
    const { sealer, time } = createWorld();
    const sealed = await sealer.seal("code", { secret: "s" }, 60);
    time.now += 59_000;
    await expect(sealer.open("code", sealed, schema)).resolves.toEqual({ secret: "s" });
    time.now += 2_000;
    await expect(sealer.open("code", sealed, schema)).rejects.toMatchObject({ reason: "expired" });
  });

  it("opens after the key was rotated, and not once the key is gone", async () => {
    const { sealer, keys } = createWorld();
    const sealed = await sealer.seal("grant", { secret: "s" }, 60);
    keys.push(key("2"));
    await expect(sealer.open("grant", sealed, schema)).resolves.toEqual({ secret: "s" });
    keys.shift();
    await expect(sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      reason: "unknownKey",
    });
  });

  it("does not open with another key of the same name", async () => {
    const sealed = await createWorld().sealer.seal("grant", { secret: "s" }, 60);
    await expect(createWorld().sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      reason: "malformed",
    });
  });

  it("does not open altered, cut, too long or of another kind", async () => {
    const { sealer } = createWorld();
    const sealed = await sealer.seal("grant", { secret: "s" }, 60);
    const [header = "", ...rest] = sealed.split(".");
    const none = Buffer.from('{"alg":"none","typ":"xc-grant"}').toString("base64url");
    const bad = [
      "",
      "a.b.c",
      "....",
      sealed.slice(0, -2),
      `${sealed}.`,
      sealed.replace(header, none),
      [header, ...rest.with(2, `${rest[2]}AA`)].join("."),
      "x".repeat(20_000),
    ];
    for (const each of bad) {
      await expect(sealer.open("grant", each, schema)).rejects.toMatchObject({ name: "SealError" });
    }
  });

  it("does not pass as something of another shape", async () => {
    const { sealer } = createWorld();
    const sealed = await sealer.seal("grant", { other: 1 }, 60);
    await expect(sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      reason: "malformed",
    });
  });

  // Reported by `npm run mutation`: no test noticed when what follows broke.
  it("does not open when it is longer than anything that the connector seals", async () => {
    const { sealer } = createWorld();
    const fits = await sealer.seal("grant", { secret: "s".repeat(11_000) }, 60);
    await expect(sealer.open("grant", fits, schema)).resolves.toBeDefined();
    const sealed = await sealer.seal("grant", { secret: "s".repeat(12_000) }, 60);
    await expect(sealer.open("grant", sealed, schema)).rejects.toThrow(
      "The sealed text is not valid: malformed.",
    );
  });

  it("does not open when it says no end of its time", async () => {
    const { sealer, keys } = createWorld();
    const [{ version, bytes } = key("none")] = keys;
    const sealed = await new EncryptJWT({ secret: "s" })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: version, typ: "xc-grant" })
      .encrypt(bytes);
    await expect(sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      name: "SealError",
      reason: "malformed",
    });
  });

  it("does not open by another algorithm, though the key is right", async () => {
    const { sealer, keys } = createWorld();
    const [{ version, bytes } = key("none")] = keys;
    const sealed = await new EncryptJWT({ secret: "s" })
      .setProtectedHeader({ alg: "A256KW", enc: "A256GCM", kid: version, typ: "xc-grant" })
      .setExpirationTime("1h")
      .encrypt(bytes);
    await expect(sealer.open("grant", sealed, schema)).rejects.toMatchObject({
      reason: "malformed",
    });
  });

  it("hands on what is a bug of the keys", async () => {
    const broken = async () => {
      throw new RangeError("bug");
    };
    const { sealer } = createWorld();
    const sealed = await sealer.seal("grant", { secret: "s" }, 60);
    const other = createSealer({ newest: broken, byVersion: broken }, () => 0);
    await expect(other.open("grant", sealed, schema)).rejects.toThrow("bug");
  });
});
