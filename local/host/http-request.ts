/** From a request on the socket to what the programming model is given, as the real host translates it. */
import type { IncomingMessage } from "node:http";
import type { HttpData, NullableStrings } from "./protocol.ts";

/** https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#limits */
export const MAX_BODY_BYTES = 104_857_600;

export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
}

/** The address as the caller used it; undefined when it is none. */
export const requestUrl = ({ url = "", headers }: IncomingMessage): URL | undefined => {
  const address = `http://${headers.host}${url}`;
  return url.startsWith("/") && URL.canParse(address) ? new URL(address) : undefined;
};

/** Several values of a header or a query parameter are one text, joined by commas. */
const joined = (entries: Iterable<readonly [string, readonly string[]]>): NullableStrings =>
  Object.fromEntries(Array.from(entries, ([name, values]) => [name, { value: values.join(",") }]));

const headersOf = ({ headersDistinct }: IncomingMessage): NullableStrings =>
  joined(Object.entries(headersDistinct).map(([name, values = []]) => [name, values]));

/** Names of query parameters are the same in either case; the first spelling stays. */
const queryOf = ({ searchParams }: URL): NullableStrings => {
  const byName = new Map<string, [string, string[]]>();
  for (const [name, value] of searchParams) {
    const known = byName.get(name.toLowerCase());
    if (known) known[1].push(value);
    else byName.set(name.toLowerCase(), [name, [value]]);
  }
  return joined(byName.values());
};

/**
 * The body, of which only one with a Content-Length reaches a function written in JavaScript:
 * https://github.com/Azure/azure-functions-nodejs-library/issues/171
 */
const readBody = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length === 0) return undefined;
  if (length > MAX_BODY_BYTES) throw new BodyTooLargeError();
  const body = Buffer.allocUnsafeSlow(length);
  let offset = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) offset += chunk.copy(body, offset);
  return body;
};

/** Rejects with BodyTooLargeError, or when the caller hangs up. */
export const readHttpData = async (
  request: IncomingMessage,
  url: URL,
  params: Readonly<Record<string, string>>,
): Promise<HttpData> => {
  const bytes = await readBody(request);
  return {
    method: request.method ?? "GET",
    url: url.href,
    nullableHeaders: headersOf(request),
    nullableQuery: queryOf(url),
    nullableParams: joined(Object.entries(params).map(([name, value]) => [name, [value]])),
    ...(bytes && { body: { bytes } }),
  };
};
