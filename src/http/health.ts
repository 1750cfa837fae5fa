/** Whether the connector could serve a call right now, for the platform's health check and for whoever set it up. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type AdjustableLimits, changedLimits } from "../connector/adjustable-limits.ts";
import type { Log } from "../connector/log.ts";
import { jsonResponse } from "./json-response.ts";
import type { Handler } from "./message.ts";

/** A part that must work, and how to find out; rejects with an error whose message tells an admin what to do. */
export interface HealthCheck {
  readonly name: string;
  run(): Promise<unknown>;
}

/** Whatever is built has settings that can be used. */
export const WELL_SET: HealthCheck = { name: "settings", run: async () => undefined };

/** What only an admin is told, and the SHA-256 of the key that proves one, in hexadecimal. */
export interface AdminView {
  readonly keySha256: string | undefined;
  /** Rejects with StoreUnavailableError. */
  spending(): Promise<unknown>;
}

const ADMIN_KEY = "x-admin-key";

const isAdmin = (headers: Headers, { keySha256 }: AdminView): boolean => {
  const key = headers.get(ADMIN_KEY);
  if (!key || !keySha256) return false;
  const digest = createHash("sha256").update(key).digest();
  return timingSafeEqual(digest, Buffer.from(keySha256, "hex"));
};

/** Spending, for an admin; while it cannot be read the checks alone have to do. */
const spendingFor = async (headers: Headers, admin: AdminView | undefined, log: Log) => {
  if (!admin || !isAdmin(headers, admin)) return {};
  try {
    return { spending: await admin.spending() };
  } catch (error) {
    log("error", { operation: "health", check: "spending", cause: String(error) });
    return {};
  }
};

/**
 * 200 when every check passes, else 503 with the checks that failed. Anybody may ask, so the answer tells no more than
 * which; why stands in the log. Limits stand there where they are not the documented ones. An admin is told what was
 * spent besides.
 */
export const createHealthHandler =
  (checks: readonly HealthCheck[], limits: AdjustableLimits, admin?: AdminView): Handler =>
  async ({ headers }, log) => {
    const results = await Promise.all(
      checks.map(async ({ name, run }) => {
        try {
          await run();
          return { name, ok: true };
        } catch (error) {
          const cause = error instanceof Error ? error.message : "unknown";
          log("error", { operation: "health", check: name, cause });
          return { name, ok: false };
        }
      }),
    );
    const changed = changedLimits(limits);
    const healthy = results.every(({ ok }) => ok);
    return jsonResponse(healthy ? 200 : 503, {
      status: healthy ? "ok" : "failing",
      checks: results,
      ...(changed.length > 0 && { limits: changed }),
      ...(await spendingFor(headers, admin, log)),
    });
  };
