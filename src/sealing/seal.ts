/**
 * Seals what must come back to us unread and unchanged: compact JWE (RFC 7516), `dir` with A256GCM. The purpose stands
 * in the protected header, so that what was sealed for one purpose never opens as another.
 */
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type * as z from "zod";
import type { KeyRing } from "./key-ring.ts";

/** What a seal is for; one for another purpose does not open: a connection's two tokens, X's code on its way to the platform, a sign-in under way, a grant, a poll's state. */
export type SealPurpose = "access" | "refresh" | "code" | "state" | "grant" | "trigger";

export type SealFailure = "malformed" | "expired" | "unknownKey" | "wrongPurpose";

/** A sealed text that does not open; `reason` tells why. */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly reason: SealFailure;

  constructor(reason: SealFailure) {
    super(`The sealed text is not valid: ${reason}.`);
    this.reason = reason;
  }
}

export interface Sealer {
  /** A compact JWE that opens for `ttlSeconds`. Rejects with KeysUnavailableError. */
  seal(purpose: SealPurpose, payload: object, ttlSeconds: number): Promise<string>;
  /**
   * What was sealed, checked against `schema`. Rejects with SealError, whose reason is `unknownKey` when the key is
   * gone for good, or with KeysUnavailableError when it cannot be had right now.
   */
  open<T>(purpose: SealPurpose, sealed: string, schema: z.ZodType<T>): Promise<T>;
}

/** Longer than anything the connector seals; checked before any work is done on it. */
const MAX_LENGTH = 16_000;
const ENCRYPTION = "A256GCM";

const typeOf = (purpose: SealPurpose): string => `xc-${purpose}`;

export const createSealer = (keys: KeyRing, clock: () => number): Sealer => ({
  async seal(purpose, payload, ttlSeconds) {
    const { version, bytes } = await keys.newest();
    const now = Math.floor(clock() / 1000);
    return new EncryptJWT({ ...payload })
      .setProtectedHeader({ alg: "dir", enc: ENCRYPTION, kid: version, typ: typeOf(purpose) })
      .setExpirationTime(now + ttlSeconds)
      .encrypt(bytes);
  },

  async open(purpose, sealed, schema) {
    if (sealed.length > MAX_LENGTH) throw new SealError("malformed");
    const keyFor = async ({ kid = "", typ }: { kid?: string; typ?: string }) => {
      if (typ !== typeOf(purpose)) throw new SealError("wrongPurpose");
      const key = await keys.byVersion(kid);
      if (!key) throw new SealError("unknownKey");
      return key.bytes;
    };
    try {
      const { payload } = await jwtDecrypt(sealed, keyFor, {
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: [ENCRYPTION],
        currentDate: new Date(clock()),
        requiredClaims: ["exp"],
      });
      const opened = schema.safeParse(payload);
      if (!opened.success) throw new SealError("malformed");
      return opened.data;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new SealError("expired");
      if (error instanceof errors.JOSEError || error instanceof TypeError) {
        throw new SealError("malformed");
      }
      throw error;
    }
  },
});
