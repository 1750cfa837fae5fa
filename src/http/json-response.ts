/** An answer in JSON that nobody may keep. */
import { toExactJson } from "./exact-json.ts";
import type { ConnectorResponse } from "./message.ts";

export const jsonResponse = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): ConnectorResponse => ({
  status,
  headers: {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  },
  body: toExactJson(body),
});
