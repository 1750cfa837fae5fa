/**
 * Reads infra/ as Azure Resource Manager would: compiled by Microsoft's compiler, modules opened, loops unrolled, and
 * expressions worked out as far as they depend on nothing that only Azure knows. What does stays readable text.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
import { fileURLToPath } from "node:url";
import { type Bicep, findBicep } from "../../tools/infra/bicep.ts";
import { type Expression, parseExpression } from "./workflow/expression.ts";

interface Parameter {
  readonly type: string;
  readonly defaultValue?: unknown;
  readonly maxLength?: number;
}
interface RawResource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly scope?: string;
  readonly condition?: unknown;
  readonly tags?: unknown;
  readonly copy?: { readonly count: string };
  readonly properties?: unknown;
}
interface Template {
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: readonly RawResource[];
  readonly outputs?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  /** The resource that an extension lies on, `TYPE/NAME`; "" for all others. */
  readonly scope: string;
  readonly hasTags: boolean;
  readonly properties: unknown;
}

interface Scope {
  readonly template: Template;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly index: number;
}

/** Undefined where there is no compiler: what needs it is left out. */
export const bicep: Bicep | undefined = await findBicep();

const MAIN = fileURLToPath(new URL("../../infra/main.bicep", import.meta.url));

/** The compiled infra/main.bicep. */
export const compileMain = async (): Promise<Template> => {
  if (!bicep) throw new Error("There is no Bicep compiler here.");
  const { stdout, stderr, succeeded } = await bicep.run("build", MAIN, "--stdout");
  if (!succeeded) throw new Error(stderr);
  return JSON.parse(stdout) as Template;
};

/** What `uniqueString` makes: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#uniquestring */
const UNIQUE = "abcdefghijklm";
const GUID = "00000000-0000-0000-0000-000000000000";

const text = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
/** `resourceId` and its like, without the subscription and the group. */
const idOf = (parts: readonly unknown[]): string => {
  const type = parts.findIndex((part) => /^Microsoft\.\w+\//.test(text(part)));
  return parts.slice(Math.max(type, 0)).map(text).join("/");
};

const FUNCTIONS: Readonly<Record<string, (...parts: readonly unknown[]) => unknown>> = {
  format: (pattern, ...values) =>
    text(pattern).replace(/\{(\d+)\}/g, (_, index) => text(values[Number(index)])),
  toLower: (value) => text(value).toLowerCase(),
  uniqueString: () => UNIQUE,
  guid: () => GUID,
  empty: (value) =>
    value === null || value === undefined || Object.keys(Object(value)).length === 0,
  not: (value) => !value,
  length: (value) => Object.keys(Object(value)).length,
  items: (value) => Object.entries(Object(value)).map(([key, each]) => ({ key, value: each })),
  string: text,
  createArray: (...values) => values,
  resourceId: (...parts) => idOf(parts),
  extensionResourceId: (...parts) => idOf(parts.slice(1)),
  subscriptionResourceId: (...parts) => idOf(parts),
  reference: (id) => text(id),
};

const evaluate = (expression: Expression, scope: Scope): unknown => {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "member") {
    const of = evaluate(expression.of, scope);
    const name = evaluate(expression.name, scope);
    if (typeof of === "string") return `${of}.${text(name)}`;
    return (of as Readonly<Record<string, unknown>> | null)?.[text(name)];
  }
  const { name } = expression;
  if (name === "copyIndex") return scope.index;
  // The branch not taken may ask for what is not there.
  if (name === "if") {
    const [condition, whenTrue, whenFalse] = expression.parts;
    const taken = condition && evaluate(condition, scope) ? whenTrue : whenFalse;
    return taken && evaluate(taken, scope);
  }
  const parts = expression.parts.map((part) => evaluate(part, scope));
  if (name === "parameters") return parameterOf(text(parts[0]), scope);
  if (name === "variables") return workOut(scope.template.variables?.[text(parts[0])], scope);
  return FUNCTIONS[name]?.(...parts) ?? `${name}(${parts.map(text).join(", ")})`;
};

const parameterOf = (name: string, scope: Scope): unknown =>
  name in scope.parameters
    ? scope.parameters[name]
    : workOut(scope.template.parameters?.[name]?.defaultValue, scope);

/** A value of the template with its expressions worked out. */
const workOut = (value: unknown, scope: Scope): unknown => {
  if (typeof value === "string") {
    if (!/^\[(?!\[)[\s\S]*\]$/.test(value)) return value;
    return evaluate(
      parseExpression(value.slice(1, -1).replace(/\b(true|false|null)\(\)/g, "$1")),
      scope,
    );
  }
  if (Array.isArray(value)) return value.map((each) => workOut(each, scope));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      text(workOut(key, scope)),
      key === "copy" ? each : workOut(each, scope),
    ]),
  );
};

const openModule = (resource: RawResource, scope: Scope): Resource[] => {
  const { template, parameters = {} } = resource.properties as {
    template: Template;
    parameters?: Readonly<Record<string, { readonly value: unknown }>>;
  };
  const given = Object.entries(parameters).map(([name, { value }]) => [
    name,
    workOut(value, scope),
  ]);
  return deployedBy(template, Object.fromEntries(given));
};

const openResource = (resource: RawResource, scope: Scope): Resource[] => {
  if (resource.condition !== undefined && !workOut(resource.condition, scope)) return [];
  if (resource.type === "Microsoft.Resources/deployments") return openModule(resource, scope);
  return [
    {
      type: resource.type,
      apiVersion: resource.apiVersion,
      name: text(workOut(resource.name, scope)),
      scope: text(workOut(resource.scope ?? "", scope)),
      hasTags: resource.tags !== undefined,
      properties: workOut(resource.properties, scope),
    },
  ];
};

/** Every resource that a deployment with these parameters makes, those of modules with them. */
export const deployedBy = (
  template: Template,
  parameters: Readonly<Record<string, unknown>>,
): Resource[] =>
  template.resources.flatMap((resource) => {
    const scope = { template, parameters, index: 0 };
    const count = resource.copy ? Number(workOut(resource.copy.count, scope)) : 1;
    return Array.from({ length: count }, (_, index) =>
      openResource(resource, { ...scope, index }),
    ).flat();
  });
