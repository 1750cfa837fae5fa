/** Stands between a client and a service on this machine, and fails the next requests as told. */
import { startProxy } from "./proxy.ts";

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

  const proxy = await startProxy(
    new URL(`http://127.0.0.1:${targetPort}`),
    ({ incoming, outgoing, forward, pass }) => {
      requests += 1;
      const fault = faults.shift() ?? lasting;
      if (fault === "hang") return;
      if (typeof fault === "number") {
        outgoing.writeHead(fault).end();
        return;
      }
      if (fault === "none") {
        pass();
        return;
      }
      forward((response) => {
        response.resume().on("end", () => incoming.socket.destroy());
      });
    },
  );
  return {
    ...proxy,
    requests: () => requests,
    failNext: (...next) => {
      faults = [...next];
    },
    failAll(fault) {
      lasting = fault;
    },
  };
};
