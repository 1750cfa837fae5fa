/**
 * The threads that mutants are tested in. Vitest starts a thread for each run, which loads the room, the tests and their
 * libraries again: a second a mutant, most of it spent before the first test. One thread that stays up takes a tenth.
 */
import {
  type PoolOptions,
  type PoolRunnerInitializer,
  type PoolWorker,
  ThreadsPoolWorker,
  type WorkerRequest,
} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** By Stryker: whether the mutant must be there when modules are loaded, or only while tests run. */
    mutantActivation?: "static" | "runTime";
  }
}

const NAME = "warm-threads";

let thread: ThreadsPoolWorker | undefined;

type Listener = Parameters<PoolWorker["on"]>[1];

/** Vitest's view of the one thread: each run may start and stop it, and it is started once. */
const lendThread = (options: PoolOptions): PoolWorker => {
  const running = thread;
  const borrowed = running ?? new ThreadsPoolWorker(options);
  thread = borrowed;
  const listeners = new Map<Listener, string>();
  const tell = (type: "started" | "stopped"): void => {
    const message = { __vitest_worker_response__: true, type };
    for (const [listener, event] of listeners) if (event === "message") listener(message);
  };
  let config: object | undefined;

  const send = (request: WorkerRequest): void => {
    if (request.type === "stop") tell("stopped");
    else if (request.type === "start" && running) {
      // Which tests run stands in the configuration, which the thread reads at its start alone.
      config = request.context.config;
      tell("started");
    } else if (request.type === "run") {
      borrowed.send({ ...request, context: { ...request.context, ...(config && { config }) } });
    } else borrowed.send(request);
  };

  return {
    name: NAME,
    on(event, listener) {
      listeners.set(listener, event);
      borrowed.on(event, listener);
    },
    off(event, listener) {
      listeners.delete(listener);
      borrowed.off(event, listener);
    },
    send,
    deserialize: (data) => data,
    async start() {
      if (!running) await borrowed.start();
    },
    async stop() {
      for (const [listener, event] of listeners) borrowed.off(event, listener);
      listeners.clear();
    },
  };
};

/** What changes how a module loads needs modules that are not loaded yet. */
const coldThread = (options: PoolOptions): PoolWorker =>
  Object.assign(new ThreadsPoolWorker(options), { name: NAME });

export const warmThreads: PoolRunnerInitializer = {
  name: NAME,
  createPoolWorker: (options) =>
    options.project.getProvidedContext().mutantActivation === "static"
      ? coldThread(options)
      : lendThread(options),
};
