/** Stands between a client and a service on this machine: `handle` says what becomes of each request. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ProxiedRequest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Hands the request on; `answer` is called with what the service answers. */
  forward(answer: (response: IncomingMessage) => void): void;
  /** Hands the request on, and the answer back. */
  pass(): void;
}

export const startProxy = async (target: URL, handle: (request: ProxiedRequest) => void) => {
  const forwarding =
    (incoming: IncomingMessage) => (answer: (response: IncomingMessage) => void) => {
      const { method, url, headers } = incoming;
      const { hostname: host, port } = target;
      const onward = request({ host, port, method, path: url, headers });
      incoming.pipe(onward.on("response", answer).on("error", () => incoming.destroy()));
    };

  const server = createServer((incoming, outgoing) => {
    const forward = forwarding(incoming);
    const pass = () =>
      forward((response) => {
        outgoing.writeHead(response.statusCode ?? 0, response.headers);
        response.pipe(outgoing);
      });
    handle({ incoming, outgoing, forward, pass });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
