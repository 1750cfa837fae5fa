/** One request to X and its answer: the status and the JSON in it, or why there is none. */
import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  type TwitterApi,
} from "twitter-api-v2";
import { parsedJson } from "../connector/json-text.ts";
import { decode, MAX_ANSWER_BYTES } from "./decoding.ts";
import type { XFailure } from "./failure.ts";
import { type XTransport, xClient } from "./transport.ts";

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

/** Node takes any object with this method for an agent; its types leave it out. */
interface RequestAgent {
  addRequest(request: ClientRequest, options: unknown): void;
}

/** Ends an answer that grows over the limit, while it comes. */
const bound = (response: IncomingMessage): void => {
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) response.destroy();
  });
};

/**
 * `agent` for one request, which is told to `onRequest`: the library hands on neither the status of a success, nor
 * whether the answer came whole, nor a way to end the request, of which it only knows an idle timeout.
 */
const watched = (agent: Agent, onRequest: (request: ClientRequest) => void): Agent =>
  Object.create(agent, {
    addRequest: {
      value(request: ClientRequest, options: unknown) {
        onRequest(request);
        (agent as unknown as RequestAgent).addRequest(request, options);
      },
    },
  });

/** The body's bytes; undefined when the connection was lost. Rejects with what is a bug. */
const sent = async (send: Send, client: TwitterApi): Promise<unknown> => {
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
  { origin, agent, timeoutMs }: XTransport,
  accessToken: string,
  timeLeft: number,
  send: Send,
): Promise<XAnswer | XFailure> => {
  let request: ClientRequest | undefined;
  let response: IncomingMessage | undefined;
  let isLate = false;
  // An AbortSignal takes many times as long to make, and its timer would run on behind the answer.
  const timer = setTimeout(
    () => {
      isLate = true;
      request?.destroy();
    },
    Math.max(1, Math.min(timeoutMs, timeLeft)),
  );
  const agentOfCall = watched(agent, (made) => {
    request = made;
    made.once("response", (incoming) => {
      response = incoming;
      bound(incoming);
    });
  });
  const client = xClient(origin, agentOfCall, accessToken);
  const bytes = await sent(send, client).finally(() => clearTimeout(timer));
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
