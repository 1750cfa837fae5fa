/** What an expression can see of a run, and its value there. */
import { type Expression, parseTemplate } from "./expression.ts";
import { FUNCTIONS, toText } from "./functions.ts";

export type Status = "Succeeded" | "Failed" | "Skipped" | "TimedOut";

export interface StepResult {
  readonly status: Status;
  /** `outputs('…')`; a connector's hold statusCode, headers and body. */
  readonly outputs: unknown;
}

export interface Scope {
  readonly trigger: unknown;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly results: Map<string, StepResult>;
  /** The item at hand of each Foreach, by the loop's name. */
  readonly items: Readonly<Record<string, unknown>>;
  /** The item at hand of a Query or Select. */
  readonly item?: unknown;
}

const member = (value: unknown, name: unknown, optional: boolean, path: string): unknown => {
  if (value === null || value === undefined) {
    if (optional) return null;
    throw new Error(`${path} looks for "${toText(name)}" in nothing.`);
  }
  const found = (value as Record<string, unknown>)[toText(name)];
  if (found === undefined && !optional) throw new Error(`There is no "${toText(name)}".`);
  return found ?? null;
};

const bodyOf = (outputs: unknown): unknown =>
  typeof outputs === "object" && outputs !== null && "body" in outputs ? outputs.body : outputs;

export const evaluate = (expression: Expression, scope: Scope): unknown => {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "member") {
    const { of, name, optional } = expression;
    const inner = evaluate(of, scope);
    const key = toText(evaluate(name, scope));
    // `triggerOutputs()?['body/value']` is short for a way of two steps.
    return key
      .split("/")
      .reduce((value, part) => member(value, part, optional, JSON.stringify(of)), inner);
  }
  const parts = expression.parts.map((part) => evaluate(part, scope));
  const result = (name: unknown) => {
    const found = scope.results.get(toText(name));
    if (!found) throw new Error(`"${toText(name)}" has not run before it is asked for.`);
    return found.outputs;
  };
  switch (expression.name) {
    case "triggerBody":
      return scope.trigger;
    case "triggerOutputs":
      return { body: scope.trigger };
    case "body":
      return bodyOf(result(parts[0]));
    case "outputs":
      return result(parts[0]);
    case "parameters":
      return member(scope.parameters, parts[0], false, "parameters");
    case "items":
      return scope.items[toText(parts[0])];
    case "item":
      return scope.item;
  }
  const known = FUNCTIONS[expression.name];
  if (!known) throw new Error(`There is no function "${expression.name}" here.`);
  return known(...parts);
};

/** A value of a definition with all its expressions worked out. */
export const resolve = (value: unknown, scope: Scope): unknown => {
  if (typeof value === "string") {
    const template = parseTemplate(value);
    if (typeof template === "string") return template;
    if ("kind" in template) return evaluate(template, scope);
    return template
      .map((part) => (typeof part === "string" ? part : toText(evaluate(part, scope))))
      .join("");
  }
  if (Array.isArray(value)) return value.map((each) => resolve(each, scope));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, resolve(each, scope)]),
  );
};
