/** Whether the connector could serve a call right now, for the platform's health check and for whoever set it up. */
import { type AdjustableLimits, changedLimits } from "../connector/adjustable-limits.ts";
import { jsonResponse } from "./json-response.ts";
import type { Handler } from "./message.ts";

/** A part that must work, and how to find out; rejects with an error whose message tells an admin what to do. */
export interface HealthCheck {
  readonly name: string;
  run(): Promise<unknown>;
}

/** Whatever is built has settings that can be used. */
export const WELL_SET: HealthCheck = { name: "settings", run: async () => undefined };

/**
 * 200 when every check passes, else 503 with the checks that failed. Anybody may ask, so the answer tells no more than
 * which; why stands in the log. Limits stand there where they are not the documented ones.
 */
export const createHealthHandler =
  (checks: readonly HealthCheck[], limits: AdjustableLimits): Handler =>
  async (_request, log) => {
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
    });
  };
