/**
 * Registers endpoints with the Functions runtime, and loads what answers them after that: the host reads the list of
 * functions before it can start, and while it does, this process has nothing else to do.
 */
import { app, type HttpHandler, type HttpMethod } from "@azure/functions";
import type { Connector } from "./app.ts";
import type { OperationDeclaration } from "./connector/operation-declaration.ts";
import type { Handler } from "./http/message.ts";
import type { PickHandler, Serving } from "./serving.ts";

/** Long enough for the worker to have told the host what is registered, short against the host's own start. */
const SOON_MS = 50;

let loading: Promise<Serving> | undefined;
const serving = (): Promise<Serving> => {
  loading ??= import("./serving.ts").then(({ createServing }) => createServing());
  return loading;
};

/** Loads now what calls would have to wait for. */
export const prepare = async (): Promise<void> => (await serving()).prepare();

/** Does so when all endpoints are registered. What fails is told by the calls, which need the same. */
export const prepareSoon = (): void => {
  setTimeout(() => prepare().catch(() => undefined), SOON_MS).unref();
};

/** The connection token is the key, so the runtime asks for none of its own. */
const AUTH_LEVEL = "anonymous";

export interface Endpoint {
  readonly name: string;
  readonly method: HttpMethod;
  readonly route: string;
}

const registerHttp = ({ name, method, route }: Endpoint, pick: PickHandler): void => {
  let handler: HttpHandler | undefined;
  app.http(name, {
    methods: [method],
    route,
    authLevel: AUTH_LEVEL,
    handler: async (request, context) => {
      handler ??= (await serving()).http(pick);
      return handler(request, context);
    },
  });
};

/** Registers an operation with the Functions runtime under its operationId. */
export const registerOperation = ({
  operationId,
  method,
  route,
}: Pick<OperationDeclaration, "operationId" | "method" | "route">): void =>
  registerHttp({ name: operationId, method, route }, ({ operation }) => operation(operationId));

/** Registers what is no operation of the contract. */
export const registerEndpoint = (
  endpoint: Endpoint,
  pick: (connector: Connector) => Handler,
): void => registerHttp(endpoint, ({ connector }) => pick(connector()));

/** Registers the health check, which answers also where the settings are so wrong that nothing else can. */
export const registerHealth = (endpoint: Endpoint): void =>
  registerHttp(endpoint, ({ health }) => health());

/** Registers work that is done by the clock. `schedule` is an NCRONTAB expression, UTC. */
export const registerTimer = (
  { name, schedule }: { readonly name: string; readonly schedule: string },
  run: (connector: Connector) => Promise<number>,
): void => {
  app.timer(name, {
    schedule,
    handler: async (_timer, context) => (await serving()).timer(run, context),
  });
};
