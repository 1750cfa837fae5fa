/** Checks a workflow against the connector's definition: what it asks for is there, and so is what it reads of answers. */
import type {
  Definition,
  DefinitionOperation,
  DefinitionParameter,
  Schema,
} from "../../../tools/connector-rules.ts";
import type {
  ConnectorInputs,
  Step,
  Steps,
  WorkflowDefinition,
} from "../../../tools/examples/cloud-flow.ts";
import { bodyOf } from "../../../tools/examples/logic-app.ts";
import { type Expression, expressionsIn, parseTemplate } from "./expression.ts";

/** What an error's body has: a failed action's `body()` is one. */
const ERROR_PROPERTIES = ["status", "code", "message", "source", "target", "details", "x"];

/** An operation as the definition has it. */
export interface DefinedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: DefinitionOperation;
}

export const definedOperations = (definition: Definition): DefinedOperation[] =>
  Object.entries(definition.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );

interface AzureInputs {
  readonly host: { readonly connection: { readonly name: string } };
  readonly method: string;
  readonly path: string;
  readonly queries?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The X connector's operation that a step calls, with what it gives; undefined for steps of any other kind. */
export const ownCall = (step: Step, operations: readonly DefinedOperation[]) => {
  if (step.type === "OpenApiConnection") {
    const { host, parameters } = step.inputs as ConnectorInputs;
    if (host.connectionName !== "shared_x") return undefined;
    const found = operations.find(({ operation }) => operation.operationId === host.operationId);
    const outside = Object.entries(parameters).filter(([name]) => !name.startsWith("body/"));
    const body = bodyOf("body", parameters);
    return {
      found,
      given: { ...Object.fromEntries(outside), ...(body !== undefined && { body }) },
    };
  }
  if (step.type === "ApiConnection") {
    const { host, method, path, queries, body } = step.inputs as AzureInputs;
    if (!host.connection.name.includes("['x']")) return undefined;
    const found = operations.find((each) => each.path === path && each.method === method);
    return { found, given: { ...queries, ...(body !== undefined && { body }) } };
  }
  return undefined;
};

const isOfType = (value: unknown, { type }: DefinitionParameter): boolean =>
  typeof value === "string"
    ? type !== "integer" || value.startsWith("@")
    : type === (typeof value === "number" ? "integer" : typeof value);

/** Of a body in JSON, the properties that there are not. */
const bodyProblems = (body: unknown, schema: Schema | undefined): string[] =>
  schema?.properties && typeof body === "object" && body !== null
    ? Object.keys(body)
        .filter((name) => !schema.properties?.[name])
        .map((name) => `body has no ${name}`)
    : [];

const inputProblems = (
  name: string,
  { found, given }: NonNullable<ReturnType<typeof ownCall>>,
  deref: (schema: Schema | undefined) => Schema | undefined,
): string[] => {
  if (!found) return [`${name}: there is no such operation`];
  const { parameters = [] } = found.operation;
  return [
    ...parameters
      .filter((parameter) => parameter.required && !(parameter.name in given))
      .map((parameter) => `${name}: ${parameter.name} is missing`),
    ...Object.entries(given).flatMap(([key, value]) => {
      const parameter = parameters.find((each) => each.name === key);
      if (!parameter) return [`${name}: there is no parameter ${key}`];
      if (parameter.schema)
        return bodyProblems(value, deref(parameter.schema)).map((problem) => `${name}: ${problem}`);
      return isOfType(value, parameter) ? [] : [`${name}: ${key} is no ${parameter.type}`];
    }),
  ];
};

/** All steps of a workflow by name, the nested ones with them. */
export const allSteps = (steps: Steps): [string, Step][] =>
  Object.entries(steps).flatMap(([name, step]): [string, Step][] => [
    [name, step],
    ...allSteps(step.actions ?? {}),
    ...allSteps(step.else?.actions ?? {}),
  ]);

/** One line for each thing that is not as the definition has it. */
export const contractProblems = (
  workflow: WorkflowDefinition,
  definition: Definition,
): string[] => {
  const operations = definedOperations(definition);
  const steps = new Map([...allSteps(workflow.triggers), ...allSteps(workflow.actions)]);
  const [[triggerName = "", trigger] = []] = Object.entries(workflow.triggers);
  const problems: string[] = [];

  const deref = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? definition.definitions[schema.$ref.replace("#/definitions/", "")] : schema;

  const answerOf = (name: string): Schema | undefined => {
    const step = steps.get(name);
    if (!step) {
      problems.push(`"${name}" is asked for and nowhere there`);
      return undefined;
    }
    if (step.type === "Query") return typeOf((step.inputs as { from: string }).from, name);
    const answer = ownCall(step, operations)?.found?.operation.responses?.["200"]?.schema;
    return deref(answer);
  };
  const itemOf = (schema: Schema | undefined) => deref(deref(schema)?.items);

  /** The schema of an expression's value; undefined where the connector's definition says nothing of it. */
  const schemaOf = (expression: Expression, place: string): Schema | undefined => {
    if (expression.kind === "literal") return undefined;
    if (expression.kind === "member") {
      const of = schemaOf(expression.of, place);
      const { name } = expression;
      if (!of || name.kind !== "literal") return undefined;
      const property = deref(of.properties?.[String(name.value)]);
      const isError = expression.of.kind === "call" && expression.of.name === "body";
      if (!property && !(isError && ERROR_PROPERTIES.includes(String(name.value)))) {
        problems.push(`${place}: there is no ${name.value} to read`);
      }
      return property;
    }
    const schemas = expression.parts.map((part) => schemaOf(part, place));
    const [first] = expression.parts;
    const named = first?.kind === "literal" ? String(first.value) : "";
    switch (expression.name) {
      case "triggerBody":
        return trigger?.splitOn ? itemOf(answerOf(triggerName)?.properties?.value) : undefined;
      case "body":
        return answerOf(named);
      case "items":
        return itemOf(typeOf((steps.get(named) as { foreach?: string })?.foreach, place));
      case "item":
        return itemOf(typeOf((steps.get(place)?.inputs as { from?: string })?.from, place));
      case "first":
        return itemOf(schemas[0]);
      case "reverse":
      case "coalesce":
        return schemas[0];
    }
    return undefined;
  };
  const typeOf = (text: string | undefined, place: string): Schema | undefined => {
    const template = parseTemplate(text ?? "");
    return typeof template === "object" && "kind" in template
      ? schemaOf(template, place)
      : undefined;
  };

  for (const [name, step] of steps) {
    const call = ownCall(step, operations);
    if (call) problems.push(...inputProblems(name, call, deref));
    const { type: _, actions: __, else: ___, splitOn: ____, ...own } = step;
    for (const expression of expressionsIn(own)) schemaOf(expression, name);
  }
  return problems;
};
