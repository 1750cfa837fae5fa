/** A request as the sandbox reads it. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const NOTHING = Buffer.alloc(0);

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  if (request.method === "GET") return NOTHING;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Rejects when the connection is lost before all of it is here. */
export const readRequest = async (request: IncomingMessage): Promise<ApiRequest> => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: await readBody(request),
  };
};
