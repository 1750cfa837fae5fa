/** The operations as a maker meets them: what they are called, what they ask for and what they hand on. */
import { type Field, fieldsOf } from "./fields.ts";
import { type Shape, shapeOf } from "./shape.ts";
import type { Swagger, SwaggerOperation } from "./swagger.ts";

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
  /** The classic connector had it too. */
  readonly isClassic: boolean;
  /** Its calls count for the hourly limit of posts. */
  readonly isPost: boolean;
  /** Required ones first. */
  readonly fields: readonly Field[];
  readonly output: Shape | undefined;
}

/** What the definition does not tell of its operations, by their ids. */
export interface OperationKinds {
  /** Those that the classic connector had. */
  readonly classic: readonly string[];
  /** Those whose calls count for the hourly limit of posts. */
  readonly posting: readonly string[];
}

const operationOf = (
  definition: Swagger,
  path: string,
  method: string,
  operation: SwaggerOperation,
  kinds: OperationKinds,
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
    isClassic: kinds.classic.includes(operation.operationId),
    isPost: kinds.posting.includes(operation.operationId),
    fields: fieldsOf(operation.parameters ?? [], definition.definitions),
    output: schema && shapeOf(schema, definition.definitions),
  };
};

/** Every operation that a maker sees, in the definition's order. */
export const operationsOf = (definition: Swagger, kinds: OperationKinds): Operation[] =>
  Object.entries(definition.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation["x-ms-visibility"] !== "internal")
      .map(([method, operation]) => operationOf(definition, path, method, operation, kinds)),
  );

/** What the action gives, without the words that every description begins with. */
export const inMakersWords = (description: string): string => {
  const said = description.replace(/^th(?:is|e) operation /i, "");
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** A flow's expressions name a step by its title, with underscores. */
export const stepNameOf = ({ title }: Operation): string => title.replaceAll(" ", "_");
