/** One request to X and its answer: the status and the JSON in it, or why there is none. */
import type { ClientRequest, IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import type { TwitterApi } from "twitter-api-v2";
import { parsedJson } from "../connector/json-text.ts";
import { decode, MAX_ANSWER_BYTES } from "./decoding.ts";
import type { XFailure } from "./failure.ts";
import { type Library, loadLibrary, type XTransport, xClient } from "./transport.ts";

/** X answered with a status below 400. */
export interface XAnswer {
  readonly kind: "answered";
  readonly status: number;
  /** X's own time, as HTTP writes it; empty where X told none. */
  readonly date: string;
  /** The JSON of the body; undefined when the body is empty. */
  readonly body: unknown;
}

/** Makes one request with the library. */
export type Send = (client: TwitterApi) => Promise<unknown>;

/** Ends an answer that grows over the limit, while it comes. */
const bound = (response: IncomingMessage): void => {
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) response.destroy();
  });
};

/** Calls `onReached` when there is a connection to send the request on, its handshake done. */
const reaching = (request: ClientRequest, onReached: () => void): void => {
  request.once("socket", (socket) => {
    if (!socket.connecting) onReached();
    else socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", onReached);
  });
};

/** The body's bytes; undefined when the connection was lost. Rejects with what is a bug. */
const sent = async (
  { ApiPartialResponseError, ApiRequestError, ApiResponseError }: Library,
  send: Send,
  client: TwitterApi,
): Promise<unknown> => {
  try {
    return await send(client);
  } catch (thrown) {
    if (thrown instanceof ApiResponseError) return thrown.data;
    if (thrown instanceof ApiRequestError || thrown instanceof ApiPartialResponseError) return;
    throw thrown;
  }
};

/** Ends within the transport's time-out and before `timeLeft` milliseconds have passed. */
export const exchange = async (
  transport: XTransport,
  accessToken: string,
  timeLeft: number,
  send: Send,
): Promise<XAnswer | XFailure> => {
  const library = await loadLibrary();
  let request: ClientRequest | undefined;
  let response: IncomingMessage | undefined;
  let isReached = false;
  let isLate = false;
  // An AbortSignal takes many times as long to make, and its timer would run on behind the answer.
  const timer = setTimeout(
    () => {
      isLate = true;
      request?.destroy();
    },
    Math.max(1, Math.min(transport.timeoutMs, timeLeft)),
  );
  const client = xClient(library, transport, accessToken, (made) => {
    request = made;
    reaching(made, () => {
      isReached = true;
    });
    made.once("response", (incoming) => {
      response = incoming;
      bound(incoming);
    });
  });
  const bytes = await sent(library, send, client).finally(() => clearTimeout(timer));
  if (!isReached) return { kind: "unreached" };
  const lost: XFailure = { kind: isLate ? "timeout" : "lost" };
  if (!response || !(bytes instanceof Buffer)) return lost;
  const { statusCode: status = 0, headers, complete } = response;
  const text = await decode(bytes, headers["content-encoding"] ?? "");
  const body = text && parsedJson(text);
  // Of an error the status says enough: what comes with it may be the page of a proxy in front of X.
  if (status >= 400 && !isLate) return { kind: "refused", status, headers, body };
  const isWhole = complete && text !== undefined && (text === "" || body !== undefined);
  if (!isWhole) return lost;
  const { date = "" } = headers;
  return { kind: "answered", status, date, body: text === "" ? undefined : body };
};
