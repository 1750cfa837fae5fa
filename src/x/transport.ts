/** How the process reaches X: one origin, one pool of kept-alive connections, and `twitter-api-v2` on top. */
import * as http from "node:http";
import * as https from "node:https";
import type { TwitterApi as Client, ITwitterApiClientPlugin } from "twitter-api-v2";
import { ACCEPTED_ENCODINGS } from "./decoding.ts";

/** The origin that the library writes into every request; it has no setting for another one. */
const LIBRARY_ORIGIN = "https://api.x.com";

export interface XTransport {
  /** Where X's API is, e.g. https://api.x.com, without a trailing slash. */
  readonly origin: string;
  /** Tells of a request whose options name an `OnRequest`. */
  readonly agent: http.Agent;
  /** How long one call may take from connect to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

/** Told of a request when it is made. */
type OnRequest = (request: http.ClientRequest) => void;

/** What Node calls of an agent; its types leave it out. */
interface RequestAgent {
  addRequest(request: http.ClientRequest, options: { readonly onRequest?: OnRequest }): void;
}

/**
 * The library hands on neither the status of a success, nor whether the answer came whole, nor a way to end the request,
 * of which it only knows an idle timeout; the agent sees the request itself.
 */
const telling = <A extends http.Agent>(agent: A): A => {
  const told = agent as unknown as RequestAgent;
  const addRequest = told.addRequest.bind(agent);
  told.addRequest = (request, options) => {
    options.onRequest?.(request);
    addRequest(request, options);
  };
  return agent;
};

/** One transport a process: under TLS a kept-alive connection saves two round trips a call. */
export const createXTransport = (origin: string, timeoutMs: number): XTransport => {
  const { Agent } = origin.startsWith("http:") ? http : https;
  return { origin, agent: telling(new Agent({ keepAlive: true, scheduling: "lifo" })), timeoutMs };
};

export type Library = typeof import("./twitter-api.ts");

let library: Promise<Library> | undefined;
/** Loaded by the first call. */
export const loadLibrary = (): Promise<Library> => {
  library ??= import("./twitter-api.ts");
  return library;
};

/**
 * A client for one call, whose every answer is the body's bytes as they came. The library's own reading is not used:
 * its decompressors have no error listener, so that a corrupt body would end the process.
 */
export const xClient = (
  { TwitterApi }: Library,
  { origin, agent }: XTransport,
  accessToken: string,
  onRequest: OnRequest,
): Client => {
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig({ params }) {
      params.url = params.url.replace(LIBRARY_ORIGIN, origin);
      params.forceParseMode = "buffer";
    },
    onBeforeRequest({ requestOptions }) {
      Object.assign(requestOptions, { agent, onRequest });
      Object.assign(requestOptions.headers ?? {}, { "accept-encoding": ACCEPTED_ENCODINGS });
    },
  };
  return new TwitterApi(accessToken, { plugins: [plugin], compression: "identity" });
};
