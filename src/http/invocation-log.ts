/** Lets a room that knows nothing of calls write into the log of the call that it works for. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Log } from "../connector/log.ts";

export interface InvocationLog {
  /** Runs `work`; what it reports goes to `log`. */
  run<T>(log: Log, work: () => T): T;
  /** To the log of the call under way, or the process's own where there is none. */
  readonly report: Log;
}

const toConsole: Log = (level, record) => console[level](JSON.stringify(record));

export const createInvocationLog = (): InvocationLog => {
  const current = new AsyncLocalStorage<Log>();
  return {
    run: (log, work) => current.run(log, work),
    report: (level, record) => (current.getStore() ?? toConsole)(level, record),
  };
};
