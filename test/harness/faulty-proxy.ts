/** Stands between a client and a service on this machine, and fails the next requests as told. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** `loseAnswer`: the service does as asked, but nobody hears of it. A number is answered as status, without the service. */
export type ProxyFault = "none" | "loseAnswer" | "hang" | number;

export interface FaultyProxy {
  readonly port: number;
  /** How many requests came. */
  requests(): number;
  /** Fails the next requests, one fault each. */
  failNext(...faults: readonly ProxyFault[]): void;
  /** Fails every request from now on, beside those of `failNext`; `none` ends it. */
  failAll(fault: ProxyFault): void;
  close(): Promise<void>;
}

export const startFaultyProxy = async (targetPort: number): Promise<FaultyProxy> => {
  let requests = 0;
  let faults: ProxyFault[] = [];
  let lasting: ProxyFault = "none";

  const forward = (incoming: IncomingMessage, answer: (response: IncomingMessage) => void) => {
    const { method, url, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port: targetPort, method, path: url, headers });
    incoming.pipe(onward.on("response", answer));
  };

  const handle = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    requests += 1;
    const fault = faults.shift() ?? lasting;
    if (fault === "hang") return;
    if (typeof fault === "number") {
      outgoing.writeHead(fault).end();
      return;
    }
    forward(incoming, (response) => {
      if (fault === "loseAnswer") {
        response.resume().on("end", () => incoming.socket.destroy());
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
    failNext: (...next) => {
      faults = [...next];
    },
    failAll(fault) {
      lasting = fault;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
