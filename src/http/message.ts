/** A request and an answer as every handler of the connector sees them, free of the Functions runtime. */
import type { Log } from "../connector/log.ts";

export interface ConnectorRequest {
  readonly method: string;
  /** The address as the caller used it, query included. */
  readonly url: URL;
  readonly headers: Headers;
  /** The whole body; empty when there is none. */
  body(): Promise<Uint8Array>;
}

export interface ConnectorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Handler = (request: ConnectorRequest, log: Log) => Promise<ConnectorResponse>;
