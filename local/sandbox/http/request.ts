/** A request as the sandbox reads it. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Refusal } from "../../http/refusal.ts";

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Well above what X takes in one request: 5 MB a chunk, as base64 in JSON or as it is in a form. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  if (request.method === "GET") return NOTHING;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Refusal(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Rejects when the connection is lost before all of it is here, and with Refusal when that is too much. */
export const readRequest = async (
  request: IncomingMessage,
  { pathname, searchParams }: URL,
): Promise<ApiRequest> => ({
  method: request.method ?? "GET",
  path: pathname,
  query: searchParams,
  headers: request.headers,
  body: await readBody(request),
});
