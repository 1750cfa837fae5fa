/** A request and an answer as every handler of the connector sees them, free of the Functions runtime. */

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

/** One structured record of the log. Values are facts about a call, never what it carried. */
export type Log = (
  level: "info" | "warn" | "error",
  record: Readonly<Record<string, string | number | undefined>>,
) => void;

export type Handler = (request: ConnectorRequest, log: Log) => Promise<ConnectorResponse>;
