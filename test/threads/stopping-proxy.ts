/** Stands between a process and a service on this machine, and lets a request of the process end in nothing. */
import { startProxy } from "../harness/proxy.ts";

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

  const proxy = await startProxy(target, ({ forward, pass }) => {
    const { number, isDone, tell } = stop;
    const at = requests;
    requests += 1;
    if (at > number) return;
    if (at < number) pass();
    else if (isDone) {
      forward((response) => {
        response.resume().on("end", tell);
      });
    } else tell();
  });
  return {
    ...proxy,
    requests: () => requests,
    stopAt(number, isDone) {
      requests = 0;
      return new Promise((resolve) => {
        stop = { number, isDone, tell: () => resolve("stopped") };
      });
    },
  };
};
