/** Requests as `fetch` cannot make them: headers sent twice, any target, bodies in chunks. */
import { type Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

export interface RawRequest {
  readonly method?: string;
  /** The request target, sent as it stands. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: Uint8Array | string;
  readonly agent?: Agent;
}
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const send = (
  url: string,
  { method = "GET", target, headers = {}, body, agent }: RawRequest,
): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, path: target, headers, ...(agent && { agent }) });
    sent.once("error", reject);
    sent.once("response", (response) => {
      const answered = (read: string) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read });
      text(response).then(answered, reject);
    });
    sent.end(body);
  });
