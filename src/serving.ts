/** What answers the calls of all endpoints; the connector behind them is built once a process. */
import type { HttpHandler, InvocationContext } from "@azure/functions";
import { type Connector, createConnector } from "./app.ts";
import { readSettings } from "./config.ts";
import { DOCUMENTED_LIMITS } from "./connector/adjustable-limits.ts";
import { logTo, toHttpHandler } from "./http/functions-runtime.ts";
import { createHealthHandler, WELL_SET } from "./http/health.ts";
import { createInvocationLog } from "./http/invocation-log.ts";
import type { Handler } from "./http/message.ts";
import { createOperationHandler } from "./http/operation-handler.ts";
import { operations } from "./operations/index.ts";
import { loadLibrary } from "./x/transport.ts";

/** What an endpoint picks its own from, at its first call. */
export interface Handlers {
  /** Throws SettingsError. */
  connector(): Connector;
  /** Throws SettingsError. */
  operation(operationId: string): Handler;
  /** Answers also where the settings are so wrong that nothing else can. */
  health(): Handler;
}

export type PickHandler = (handlers: Handlers) => Handler;

export interface Serving {
  http(pick: PickHandler): HttpHandler;
  /** Runs work of which the log says how many rows it was about. */
  timer(run: (connector: Connector) => Promise<number>, context: InvocationContext): Promise<void>;
  /** Loads and builds what the first call would have to wait for. What is wrong with the settings is told by calls. */
  prepare(): Promise<void>;
}

export const createServing = (): Serving => {
  const calls = createInvocationLog();
  /** Rooms that know of no call report here. */
  const { report: log } = calls;
  let built: Connector | undefined;
  let retired: readonly string[] = [];
  const connector = (): Connector => {
    if (built) return built;
    const settings = readSettings();
    built = createConnector(settings, log);
    retired = settings.retired;
    return built;
  };

  /** By the first call, in whose log it is found. */
  const tellRetired = () => {
    for (const setting of retired) log("warn", { setting, cause: "does nothing any more" });
    retired = [];
  };

  const operation = (operationId: string): Handler => {
    const found = operations.find((each) => each.operationId === operationId);
    if (!found) throw new Error(`There is no operation ${operationId}.`);
    return createOperationHandler(found, connector().operationOptions);
  };

  const health = (): Handler => {
    try {
      return connector().health;
    } catch (error) {
      const badlySet = { ...WELL_SET, run: () => Promise.reject(error) };
      return createHealthHandler([badlySet], DOCUMENTED_LIMITS);
    }
  };

  const handlers: Handlers = { connector, operation, health };
  return {
    http: (pick) => {
      let handler: Handler | undefined;
      return toHttpHandler(() => {
        handler ??= pick(handlers);
        tellRetired();
        return handler;
      }, calls);
    },
    async timer(run, context) {
      const rows = await calls.run(logTo(context), () => run(connector()));
      logTo(context)("info", { operation: context.functionName, rows });
    },
    async prepare() {
      // Builds the connector, or throws nothing.
      health();
      await loadLibrary();
    },
  };
};
