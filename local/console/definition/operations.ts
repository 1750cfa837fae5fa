/** The operations as a maker meets them: what they are called, what they ask for and what they hand on. */
import { type Shape, shapeOf } from "./outputs.ts";
import type { Parameter, Swagger, SwaggerOperation } from "./swagger.ts";

export interface Field {
  readonly name: string;
  readonly kind: "text" | "number" | "switch" | "file";
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly advanced: boolean;
  /** What the field holds before anything is entered, as text. */
  readonly initial: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Below the page's own address, with the base path. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** What to do to see the trigger fire; only triggers have it. */
  readonly triggerHint?: string;
  readonly isTrigger: boolean;
  /** Required ones first. */
  readonly fields: readonly Field[];
  readonly output: Shape | undefined;
}

const kindOf = ({ in: place, type }: Parameter): Field["kind"] => {
  if (place === "body") return "file";
  if (type === "boolean") return "switch";
  return type === "integer" || type === "number" ? "number" : "text";
};

const fieldOf = (parameter: Parameter): Field => ({
  name: parameter.name,
  kind: kindOf(parameter),
  title: parameter["x-ms-summary"] ?? parameter.name,
  hint: parameter.description ?? "",
  required: parameter.required ?? false,
  advanced: parameter["x-ms-visibility"] === "advanced" && !parameter.required,
  initial: String(parameter.default ?? ""),
});

const operationOf = (
  definition: Swagger,
  path: string,
  method: string,
  operation: SwaggerOperation,
): Operation => {
  const schema = operation.responses["200"]?.schema;
  const hint = operation["x-ms-trigger-hint"];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: `${definition.basePath}${path}`,
    title: operation.summary,
    description: operation.description,
    ...(hint !== undefined && { triggerHint: hint }),
    isTrigger: operation["x-ms-trigger"] !== undefined,
    fields: (operation.parameters ?? [])
      .filter((parameter) => parameter["x-ms-visibility"] !== "internal")
      .map(fieldOf)
      .sort((a, b) => Number(b.required) - Number(a.required)),
    output: schema && shapeOf(schema, definition.definitions),
  };
};

/** Every operation that a maker sees, in the definition's order. */
export const operationsOf = (definition: Swagger): Operation[] =>
  Object.entries(definition.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation["x-ms-visibility"] !== "internal")
      .map(([method, operation]) => operationOf(definition, path, method, operation)),
  );
