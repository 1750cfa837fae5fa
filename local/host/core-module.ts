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

/** The app that is being loaded; `require` belongs to the process, so there is one at a time. */
let loading: Map<string, Registration> | undefined;
let model: ProgrammingModel | undefined;

const registerFunction = (metadata: FunctionMetadata, callback: FunctionCallback) => {
  const { name } = metadata;
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
    model = given;
  },
  getProgrammingModel: () => model,
  /** The worker throws this at a hook that it does not know; this host knows none. */
  registerHook: (hookName: string) => {
    throw Object.assign(new RangeError(`Unrecognized hook "${hookName}"`), {
      isAzureFunctionsSystemError: true,
    });
  },
  /** What the library says of itself while it loads is of no use here. */
  log: () => {},
};

let installed = false;

/** As the worker does it: https://github.com/Azure/azure-functions-nodejs-worker/blob/v3.x/src/setupCoreModule.ts */
const install = () => {
  if (installed) return;
  installed = true;
  const { require: original } = Module.prototype;
  Module.prototype.require = function (this: Module, id: string) {
    return id === CORE_MODULE ? coreModule : original.call(this, id);
  };
};

const collect = async (load: () => unknown): Promise<readonly Registration[]> => {
  install();
  loading = new Map();
  try {
    await load();
    return [...loading.values()];
  } finally {
    loading = undefined;
  }
};

let previous: Promise<unknown> = Promise.resolve();

/** What `load` registers. Rejects with what `load` throws. Calls wait for each other. */
export const collectFunctions = (load: () => unknown): Promise<readonly Registration[]> => {
  const collected = previous.then(() => collect(load));
  previous = collected.catch(() => undefined);
  return collected;
};
