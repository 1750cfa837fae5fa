/** The body of a request: taken from the Functions runtime without a copy, and missed where the runtime has lost it. */
import type { HttpRequest } from "@azure/functions";
import { ConnectorError } from "../connector/errors.ts";
import type { ConnectorRequest } from "./message.ts";

/** The runtime hands a body on in one piece. Empty when there is none. */
export const readBody = async (request: HttpRequest): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request.body ?? []) chunks.push(chunk);
  const [whole = new Uint8Array(), ...others] = chunks;
  return others.length === 0 ? whole : Buffer.concat(chunks);
};

/** A body that was sent in chunks is handed on empty: https://github.com/Azure/azure-functions-nodejs-library/issues/171 */
const isLost = (body: Uint8Array, headers: Headers): boolean =>
  body.length === 0 && headers.has("transfer-encoding") && !headers.has("content-length");

/** Rejects with InvalidParameter when there was a body that the runtime has lost. */
export const bodyOf = async ({ body, headers }: ConnectorRequest): Promise<Uint8Array> => {
  const bytes = await body();
  if (!isLost(bytes, headers)) return bytes;
  throw new ConnectorError(
    "InvalidParameter",
    "The body was sent in chunks, of which Azure Functions hands on nothing. Send it with a Content-Length header.",
    { target: "body" },
  );
};
