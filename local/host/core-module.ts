/**
 * Stands in for `@azure/functions-core`, the module that `@azure/functions` requires and that only the worker of the
 * real host provides. What is asked of it:
 * https://github.com/Azure/azure-functions-nodejs-library/tree/main/src (app.ts, hooks, utils/workerSystemLog.ts)
 */
import Module from "node:module";
import type {
  FunctionCallback,
  FunctionMetadata,
  ProgrammingModel,
  Registration,
} from "./protocol.ts";

const CORE_MODULE = "@azure/functions-core";

/**
 * `require`, its cache and so the library belong to the process, whatever loads this file again: the tests do, file by
 * file.
 */
interface OfTheProcess {
  /** What the app that is being loaded has registered: there is one at a time. */
  loading?: Map<string, Registration> | undefined;
  model?: ProgrammingModel;
  installed?: true;
  previous: Promise<unknown>;
}

const OF_THE_PROCESS = Symbol.for("x-connector/functions-core");
const shared = globalThis as { [OF_THE_PROCESS]?: OfTheProcess };
const ofTheProcess: OfTheProcess = shared[OF_THE_PROCESS] ?? { previous: Promise.resolve() };
shared[OF_THE_PROCESS] = ofTheProcess;

const registerFunction = (metadata: FunctionMetadata, callback: FunctionCallback) => {
  const { name } = metadata;
  const { loading, model } = ofTheProcess;
  if (!loading) throw new Error("A function can only be registered during app startup.");
  if (!model) throw new Error("A function was registered before its programming model.");
  if (loading.has(name))
    throw new Error(`A function with id "${name}" has already been registered.`);
  loading.set(name, { metadata, callback, model });
};

const coreModule = {
  version: "local",
  hostVersion: "local",
  registerFunction,
  setProgrammingModel: (given: ProgrammingModel) => {
    ofTheProcess.model = given;
  },
  getProgrammingModel: () => ofTheProcess.model,
  /** The worker throws this at a hook that it does not know; this host knows none. */
  registerHook: (hookName: string) => {
    throw Object.assign(new RangeError(`Unrecognized hook "${hookName}"`), {
      isAzureFunctionsSystemError: true,
    });
  },
  /** What the library says of itself while it loads is of no use here. */
  log: () => {},
};

/** As the worker does it: https://github.com/Azure/azure-functions-nodejs-worker/blob/v3.x/src/setupCoreModule.ts */
const install = () => {
  if (ofTheProcess.installed) return;
  ofTheProcess.installed = true;
  const { require: original } = Module.prototype;
  Module.prototype.require = function (this: Module, id: string) {
    return id === CORE_MODULE ? coreModule : original.call(this, id);
  };
};

const collect = async (load: () => unknown): Promise<readonly Registration[]> => {
  install();
  const loading = new Map<string, Registration>();
  ofTheProcess.loading = loading;
  try {
    await load();
    return [...loading.values()];
  } finally {
    ofTheProcess.loading = undefined;
  }
};

/** What `load` registers. Rejects with what `load` throws. Calls wait for each other. */
export const collectFunctions = (load: () => unknown): Promise<readonly Registration[]> => {
  const collected = ofTheProcess.previous.then(() => collect(load));
  ofTheProcess.previous = collected.catch(() => undefined);
  return collected;
};
