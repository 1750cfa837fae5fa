/** How the process reaches X: one origin, one pool of kept-alive connections, and `twitter-api-v2` on top. */
import * as http from "node:http";
import * as https from "node:https";
import { type ITwitterApiClientPlugin, TwitterApi } from "twitter-api-v2";
import { ACCEPTED_ENCODINGS } from "./decoding.ts";

/** The origin that the library writes into every request; it has no setting for another one. */
const LIBRARY_ORIGIN = "https://api.x.com";

export interface XTransport {
  /** Where X's API is, e.g. https://api.x.com, without a trailing slash. */
  readonly origin: string;
  readonly agent: http.Agent;
  /** How long one call may take from connect to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

/** One transport a process: under TLS a kept-alive connection saves two round trips a call. */
export const createXTransport = (origin: string, timeoutMs: number): XTransport => {
  const { Agent } = origin.startsWith("http:") ? http : https;
  return { origin, agent: new Agent({ keepAlive: true, scheduling: "lifo" }), timeoutMs };
};

/**
 * A client for one call, whose every answer is the body's bytes as they came. The library's own reading is not used:
 * its decompressors have no error listener, so that a corrupt body would end the process.
 */
export const xClient = (origin: string, agent: http.Agent, accessToken: string): TwitterApi => {
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig({ params }) {
      params.url = params.url.replace(LIBRARY_ORIGIN, origin);
      params.forceParseMode = "buffer";
    },
    onBeforeRequest({ requestOptions }) {
      requestOptions.agent = agent;
      requestOptions.headers = { ...requestOptions.headers, "accept-encoding": ACCEPTED_ENCODINGS };
    },
  };
  return new TwitterApi(accessToken, { plugins: [plugin], compression: "identity" });
};
