/** From a request on the socket to what the programming model is given, as the real host translates it. */
import type { IncomingMessage } from "node:http";
import type { BodyPlace } from "./body-room.ts";
import type { HttpData, NullableStrings } from "./protocol.ts";

/** Several values of a header or a query parameter are one text, joined by commas. */
const joined = (entries: Iterable<readonly [string, readonly string[]]>): NullableStrings =>
  Object.fromEntries(Array.from(entries, ([name, values]) => [name, { value: values.join(",") }]));

/** Names are the same in either case; the first spelling stays. */
const byName = (pairs: Iterable<readonly [string, string]>): NullableStrings => {
  const known = new Map<string, [string, string[]]>();
  for (const [name, value] of pairs) {
    const values = known.get(name.toLowerCase())?.[1];
    if (values) values.push(value);
    else known.set(name.toLowerCase(), [name, [value]]);
  }
  return joined(known.values());
};

/** From the raw ones: in Node's own objects a header named `__proto__` or `constructor` ends in a TypeError. */
const headersOf = ({ rawHeaders }: IncomingMessage): NullableStrings =>
  byName(
    rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""] as const] : [],
    ),
  );

/**
 * The body, of which only one with a Content-Length reaches a function written in JavaScript:
 * https://github.com/Azure/azure-functions-nodejs-library/issues/171
 */
const readBody = async (
  request: IncomingMessage,
  place: BodyPlace,
): Promise<Uint8Array | undefined> => {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length === 0) return undefined;
  const body = Buffer.allocUnsafeSlow(length);
  let offset = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    await place.take(chunk.length);
    offset += chunk.copy(body, offset);
  }
  place.complete();
  return body;
};

/**
 * The body as the request of the library's streams: of bytes it makes two copies, one after the other and with nothing in
 * between. The real worker, which has them by gRPC, cannot help that; here they would be the greater part of what is
 * measured of an app. What has no body by its method goes the library's own way.
 */
const bodyOf = (
  method: string,
  url: URL,
  headers: NullableStrings,
  bytes: Uint8Array,
): Pick<HttpData, "body" | "nativeRequest"> => {
  if (method === "GET" || method === "HEAD") return { body: { bytes } };
  const values = Object.entries(headers).map(([name, { value }]): [string, string] => [
    name,
    value,
  ]);
  const body = ReadableStream.from([bytes]);
  return {
    nativeRequest: new Request(url, { method, headers: values, body, duplex: "half" }),
  };
};

/** Rejects when the caller hangs up. */
export const readHttpData = async (
  request: IncomingMessage,
  url: URL,
  params: Readonly<Record<string, string>>,
  place: BodyPlace,
): Promise<HttpData> => {
  const bytes = await readBody(request, place);
  const method = request.method ?? "GET";
  const nullableHeaders = headersOf(request);
  return {
    method,
    url: url.href,
    nullableHeaders,
    nullableQuery: byName(url.searchParams),
    nullableParams: joined(Object.entries(params).map(([name, value]) => [name, [value]])),
    ...(bytes && bodyOf(method, url, nullableHeaders, bytes)),
  };
};
