/** An answer in JSON that nobody may keep. */
import type { ConnectorResponse } from "./message.ts";

type HeaderFields = Readonly<Record<string, string>>;

/** `json` is written already. */
export const jsonTextResponse = (
  status: number,
  json: string,
  headers: HeaderFields = {},
): ConnectorResponse => ({
  status,
  headers: {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  },
  body: json,
});

export const jsonResponse = (
  status: number,
  body: object,
  headers?: HeaderFields,
): ConnectorResponse => jsonTextResponse(status, JSON.stringify(body), headers);
