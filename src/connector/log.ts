/** What the log is told: one line of facts a call. */
import { createHash } from "node:crypto";

/**
 * One structured record of the log. Values are facts about a call, never what it carried. What each field tells stands
 * in docs/log.md; the queries of infra/queries read them.
 */
export interface LogRecord {
  readonly requestId?: string | undefined;
  /** An operationId, or what else was under way. */
  readonly operation?: string | undefined;
  /** A digest of it. */
  readonly connection?: string | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly cause?: string | undefined;
  readonly xCalls?: number | undefined;
  readonly xRead?: number | undefined;
  /** US dollars. */
  readonly xCost?: number | undefined;
  /** A digest of it. */
  readonly xQuery?: string | undefined;
  readonly handedOut?: number | undefined;
  readonly waiting?: number | undefined;
  readonly beyondReach?: number | undefined;
  readonly skippedSeconds?: number | undefined;
  readonly doubt?: string | undefined;
  readonly lagSeconds?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly grantType?: string | undefined;
  readonly check?: string | undefined;
  readonly kind?: string | undefined;
  readonly row?: string | undefined;
  readonly rows?: number | undefined;
  readonly setting?: string | undefined;
  /** A digest of it. */
  readonly app?: string | undefined;
  readonly budget?: string | undefined;
  readonly usedPercent?: number | undefined;
}

/** Writes a record down; every room that has something to tell is given one. */
export type Log = (level: "info" | "warn" | "error", record: LogRecord) => void;

/** Tells things apart in the log without naming them. */
export const logDigest = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);
