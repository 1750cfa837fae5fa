/** The keys that seal tokens and grants. New seals use the newest; what older ones sealed still opens. */

export interface SealingKey {
  /** Names the key in what it sealed. */
  readonly version: string;
  /** 32 bytes, for A256GCM. */
  readonly bytes: Uint8Array;
}

export interface KeyRing {
  newest(): Promise<SealingKey>;
  byVersion(version: string): Promise<SealingKey | undefined>;
}
