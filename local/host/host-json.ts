/** The settings of host.json that this host keeps: https://learn.microsoft.com/azure/azure-functions/functions-host-json */
import { readFile } from "node:fs/promises";
import * as z from "zod";

const UNBOUNDED = -1;
const TIME_SPAN = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d{1,7})?)$/;

const milliseconds = z
  .string()
  .regex(TIME_SPAN, { error: "must be a time span such as 00:02:00" })
  .transform((text) => {
    const [, days = "0", hours, minutes, seconds] = TIME_SPAN.exec(text) ?? [];
    const wholeHours = Number(days) * 24 + Number(hours);
    return ((wholeHours * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  });

/** -1 is how host.json says "no limit". */
const limit = z
  .int()
  .default(UNBOUNDED)
  .transform((count) => (count === UNBOUNDED ? Number.POSITIVE_INFINITY : count));

const http = z.object({
  routePrefix: z.string().default("api"),
  maxConcurrentRequests: limit,
  maxOutstandingRequests: limit,
});

const hostJson = z.object({
  version: z.literal("2.0"),
  functionTimeout: milliseconds.optional(),
  extensions: z.object({ http: http.prefault({}) }).prefault({}),
});

export interface HostSettings {
  readonly routePrefix: string;
  /** Milliseconds an invocation may take; infinite where host.json sets none. */
  readonly functionTimeoutMs: number;
  /** Requests that run at the same time. */
  readonly maxConcurrentRequests: number;
  /** Requests that run or wait to run. */
  readonly maxOutstandingRequests: number;
}

/** Rejects when the file cannot be read or says what this host does not understand. */
export const readHostJson = async (path: string | URL): Promise<HostSettings> => {
  const { functionTimeout, extensions } = hostJson.parse(JSON.parse(await readFile(path, "utf8")));
  return {
    ...extensions.http,
    functionTimeoutMs: functionTimeout ?? Number.POSITIVE_INFINITY,
  };
};
