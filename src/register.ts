/** Registers endpoints with the Functions runtime; the connector behind them is built once a process, at the first call. */
import { app, type HttpMethod } from "@azure/functions";
import { type Connector, createConnector } from "./app.ts";
import { readSettings } from "./config.ts";
import { DOCUMENTED_LIMITS } from "./connector/adjustable-limits.ts";
import { logTo, toHttpHandler } from "./http/functions-runtime.ts";
import { createHealthHandler, WELL_SET } from "./http/health.ts";
import { createInvocationLog } from "./http/invocation-log.ts";
import type { Handler } from "./http/message.ts";
import { createOperationHandler } from "./http/operation-handler.ts";
import type { AnyOperation } from "./operations/operation.ts";

/** Rooms that know of no call report here. */
const calls = createInvocationLog();

let connector: Connector | undefined;
const built = (): Connector => {
  if (connector) return connector;
  connector = createConnector(readSettings(), calls.report);
  return connector;
};

/** The connection token is the key, so the runtime asks for none of its own. */
const AUTH_LEVEL = "anonymous";

/** Registers an operation with the Functions runtime under its operationId. */
export const registerOperation = (operation: AnyOperation): void => {
  let handler: Handler | undefined;
  app.http(operation.operationId, {
    methods: [operation.method],
    route: operation.route,
    authLevel: AUTH_LEVEL,
    handler: toHttpHandler(() => {
      handler ??= createOperationHandler(operation, built().operationOptions);
      return handler;
    }, calls),
  });
};

export interface Endpoint {
  readonly name: string;
  readonly method: HttpMethod;
  readonly route: string;
}

const registerHandler = ({ name, method, route }: Endpoint, handler: () => Handler): void => {
  app.http(name, {
    methods: [method],
    route,
    authLevel: AUTH_LEVEL,
    handler: toHttpHandler(handler, calls),
  });
};

/** Registers what is no operation of the contract. */
export const registerEndpoint = (
  endpoint: Endpoint,
  pick: (connector: Connector) => Handler,
): void => registerHandler(endpoint, () => pick(built()));

/** Registers the health check, which answers also where the settings are so wrong that nothing else can. */
export const registerHealth = (endpoint: Endpoint): void =>
  registerHandler(endpoint, () => {
    try {
      return built().health;
    } catch (error) {
      const badlySet = { ...WELL_SET, run: () => Promise.reject(error) };
      return createHealthHandler([badlySet], DOCUMENTED_LIMITS);
    }
  });

/** Registers work that is done by the clock. `schedule` is an NCRONTAB expression, UTC. */
export const registerTimer = (
  { name, schedule }: { readonly name: string; readonly schedule: string },
  run: (connector: Connector) => Promise<number>,
): void => {
  app.timer(name, {
    schedule,
    handler: async (_timer, context) => {
      const rows = await calls.run(logTo(context), () => run(built()));
      logTo(context)("info", { operation: name, rows });
    },
  });
};
