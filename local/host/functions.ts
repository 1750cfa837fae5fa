/** The functions of an app, in the order in which the real host looks at them. */
import type { HttpTriggerBinding, Registration } from "./protocol.ts";
import { compileRoute, type Route } from "./route.ts";

export interface HttpFunction {
  readonly kind: "http";
  readonly name: string;
  /** The name of the binding that the request goes to. */
  readonly input: string;
  readonly methods: ReadonlySet<string>;
  readonly authLevel: "anonymous" | "function" | "admin";
  readonly route: Route;
  readonly registration: Registration;
}
export interface TimerFunction {
  readonly kind: "timer";
  readonly name: string;
  readonly input: string;
  readonly schedule: string;
  readonly registration: Registration;
}
export type HostFunction = HttpFunction | TimerFunction;

/** A function as a person may see it. `route` begins with the route prefix. */
export type FunctionInfo =
  | {
      readonly kind: "http";
      readonly name: string;
      readonly route: string;
      readonly methods: readonly string[];
    }
  | { readonly kind: "timer"; readonly name: string; readonly schedule: string };

/** As the host has it: https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#customize-the-http-endpoint */
const RESERVED_ROUTE = /^\/?(admin|runtime)/i;

const httpFunction = (
  registration: Registration,
  input: string,
  binding: HttpTriggerBinding,
  routePrefix: string,
): HttpFunction => {
  const { name } = registration.metadata;
  const template = binding.route || name;
  if (RESERVED_ROUTE.test(template)) {
    throw new Error(`${name}: the specified route conflicts with one or more built in routes.`);
  }
  return {
    kind: "http",
    name,
    input,
    methods: new Set(binding.methods.map((method) => method.toUpperCase())),
    authLevel: binding.authLevel,
    route: compileRoute(routePrefix ? `${routePrefix}/${template}` : template),
    registration,
  };
};

const toHostFunction = (registration: Registration, routePrefix: string): HostFunction => {
  const { name, bindings } = registration.metadata;
  for (const [input, binding] of Object.entries(bindings)) {
    if (binding.type === "httpTrigger") {
      return httpFunction(registration, input, binding, routePrefix);
    }
    if (binding.type === "timerTrigger") {
      return { kind: "timer", name, input, schedule: binding.schedule, registration };
    }
  }
  throw new Error(`${name}: this host runs HTTP and timer triggers only.`);
};

/** .NET's StringComparer.OrdinalIgnoreCase, by which the host sorts. */
const byName = (a: HostFunction, b: HostFunction): number => {
  const [left, right] = [a.name.toUpperCase(), b.name.toUpperCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/**
 * Sorted by name, because that is the order in which routes are tried:
 * https://github.com/Azure/azure-functions-host/issues/9876
 */
export const toHostFunctions = (
  registrations: readonly Registration[],
  routePrefix: string,
): readonly HostFunction[] =>
  registrations.map((registration) => toHostFunction(registration, routePrefix)).sort(byName);

export const toFunctionInfo = (described: HostFunction): FunctionInfo =>
  described.kind === "timer"
    ? { kind: "timer", name: described.name, schedule: described.schedule }
    : {
        kind: "http",
        name: described.name,
        route: described.route.template,
        methods: [...described.methods],
      };
