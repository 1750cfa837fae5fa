/** The keys that seal tokens and grants. New seals use the newest; what older ones sealed still opens. */

export interface SealingKey {
  /** Names the key in what it sealed. */
  readonly version: string;
  /** 32 bytes, for A256GCM. */
  readonly bytes: Uint8Array;
}

/** For A256GCM. */
export const KEY_BYTES = 32;

/** Both reject with KeysUnavailableError when nobody can tell right now. */
export interface KeyRing {
  newest(): Promise<SealingKey>;
  /** Undefined when there is no such key, or not any more. */
  byVersion(version: string): Promise<SealingKey | undefined>;
}

/**
 * The keys cannot be had right now, which says nothing about what they sealed. The message tells an admin what to do
 * and is for the log only; callers get 503 StateUnavailable or `temporarily_unavailable`.
 */
export class KeysUnavailableError extends Error {
  override readonly name = "KeysUnavailableError";
}
