/** Stands between a process and a service on this machine, and lets a request of the process end in nothing. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoppingProxy {
  readonly port: number;
  /** How many requests came since the last `stopAt`. */
  requests(): number;
  /**
   * The request of that number, from 0, gets no answer, nor does any after it; resolves then. `isDone` tells that the
   * service has done as it was asked.
   */
  stopAt(number: number, isDone: boolean): Promise<"stopped">;
  close(): Promise<void>;
}

export const startStoppingProxy = async (target: URL): Promise<StoppingProxy> => {
  let requests = 0;
  let stop = { number: Number.POSITIVE_INFINITY, isDone: false, tell: (): void => {} };

  const forward = (incoming: IncomingMessage, answer: (response: IncomingMessage) => void) => {
    const { method, url, headers } = incoming;
    const { hostname: host, port } = target;
    const onward = request({ host, port, method, path: url, headers: { ...headers } });
    incoming.pipe(onward.on("response", answer).on("error", () => incoming.destroy()));
  };

  const handle = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { number, isDone, tell } = stop;
    const at = requests;
    requests += 1;
    if (at > number) return;
    if (at === number && !isDone) {
      tell();
      return;
    }
    forward(incoming, (response) => {
      if (at === number) {
        response.resume().on("end", tell);
        return;
      }
      outgoing.writeHead(response.statusCode ?? 0, response.headers);
      response.pipe(outgoing);
    });
  };

  const server = createServer(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    requests: () => requests,
    stopAt(number, isDone) {
      requests = 0;
      return new Promise((resolve) => {
        stop = { number, isDone, tell: () => resolve("stopped") };
      });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
