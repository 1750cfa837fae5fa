/** The tokens that the platform holds, and what becomes of a call that brings another. */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  assertConnected,
  assertGranted,
  createTokenOpener,
  identitySchema,
  sealTokens,
} from "../../../src/connections/connection-token.ts";
import { createSealer, type Sealer } from "../../../src/sealing/seal.ts";

const IDENTITY = { connectionId: "c", userId: "1", userName: "contoso", appId: "app" };
const DAY_MS = 24 * 60 * 60 * 1000;

const createWorld = () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const clock = () => time.now;
  const key = { version: "1", bytes: randomBytes(32) };
  const sealer = createSealer({ newest: async () => key, byVersion: async () => key }, clock);
  let opened = 0;
  const counting: Sealer = {
    ...sealer,
    open: (...given) => {
      opened += 1;
      return sealer.open(...given);
    },
  };
  return { time, sealer, opener: createTokenOpener(counting, clock), opened: () => opened };
};

// Reported by `npm run mutation`: what follows was held through HTTP alone.
describe("a connection token", () => {
  it("tells who calls, and is decrypted once", async () => {
    const { sealer, opener, opened } = createWorld();
    const { accessToken } = await sealTokens(sealer, IDENTITY, 60);
    for (const form of ["Bearer ", "bearer  ", "BEARER "]) {
      expect(await opener(form + accessToken)).toMatchObject(IDENTITY);
    }
    expect(opened()).toBe(1);
  });

  it("ends with its time, though it is known", async () => {
    const { time, sealer, opener, opened } = createWorld();
    const { accessToken } = await sealTokens(sealer, IDENTITY, 60);
    await opener(`Bearer ${accessToken}`);
    time.now += 60_000 - 1;
    await expect(opener(`Bearer ${accessToken}`)).resolves.toMatchObject(IDENTITY);
    expect(opened()).toBe(1);
    time.now += 1;
    await expect(opener(`Bearer ${accessToken}`)).rejects.toMatchObject({
      code: "ConnectionInvalid",
      message: expect.stringContaining("has expired"),
    });
  });

  it.each([null, "", "Bearer", "Bearer ", "Basic abc", "xBearer abc", "Bearer a b"])(
    "is missing in %j",
    async (authorization) => {
      await expect(createWorld().opener(authorization)).rejects.toMatchObject({
        code: "ConnectionInvalid",
        message: expect.stringContaining("has no connection token"),
      });
    },
  );

  it("is none when it is anything else, a refresh token included", async () => {
    const { sealer, opener } = createWorld();
    const { refreshToken } = await sealTokens(sealer, IDENTITY, 60);
    for (const token of ["x", refreshToken]) {
      await expect(opener(`Bearer ${token}`)).rejects.toMatchObject({
        code: "ConnectionInvalid",
        message: expect.stringContaining("is not valid here"),
      });
    }
  });

  it("that nobody can open for a bug is no wrong token", async () => {
    const { time } = createWorld();
    const broken = async () => {
      throw new RangeError("bug");
    };
    const opener = createTokenOpener({ seal: broken, open: broken }, () => time.now);
    await expect(opener("Bearer x")).rejects.toThrow(RangeError);
  });

  it("to renew it with lives for half a year", async () => {
    const { time, sealer } = createWorld();
    const { refreshToken } = await sealTokens(sealer, IDENTITY, 60);
    time.now += 180 * DAY_MS - 1;
    expect(await sealer.open("refresh", refreshToken, identitySchema)).toEqual(IDENTITY);
    time.now += 1;
    await expect(sealer.open("refresh", refreshToken, identitySchema)).rejects.toThrow("expired");
  });
});

describe("a connection that calls", () => {
  const rowOf = (...ids: string[]) => ({
    account: { grant: "g", connections: ids.map((id) => ({ id, usedAt: 0 })) },
    etag: "e",
  });

  it("must have its place in the account", () => {
    const row = rowOf("b", "c");
    expect(assertConnected(IDENTITY, row)).toBe(row);
    expect(() => assertConnected(IDENTITY, rowOf("b"))).toThrow(
      expect.objectContaining({ code: "ConnectionReplaced" }),
    );
    expect(() => assertConnected(IDENTITY, undefined)).toThrow(
      expect.objectContaining({ code: "ConnectionInvalid" }),
    );
  });

  it("must have a grant that opens", () => {
    expect(() => assertGranted(undefined)).toThrow(
      expect.objectContaining({ code: "ConnectionInvalid" }),
    );
  });
});
