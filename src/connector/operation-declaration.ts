/** How an operation is declared: once, and the definition, the routes, the validation and the docs derive from it. */
import type * as z from "zod";
import type { LimitClass } from "./limits.ts";
import type { Parameter } from "./parameters.ts";

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** The values that the parameters of an operation accept, by name. */
export type Input<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

/** A body that carries a file, as an action's last parameter. */
export interface BinaryBody {
  readonly title: string;
  readonly description: string;
}

/** A body of JSON; the operation itself reads it, so that all that is wrong with it is told at once. */
export interface JsonBody {
  readonly title: string;
  readonly description: string;
  readonly model: z.ZodType;
}

/** How an operation stands in a trigger's place: https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions#x-ms-trigger */
export interface TriggerDeclaration {
  /** What a maker is told about how to set it off. */
  readonly hint: string;
}

export interface OperationDeclaration<P extends Parameters = Parameters> {
  readonly operationId: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the host's route prefix, without a leading slash. */
  readonly route: string;
  readonly summary: string;
  readonly description: string;
  readonly visibility: "important" | "advanced";
  readonly parameters: P;
  readonly body?: BinaryBody | JsonBody;
  /** The answer: one model, or a bare array of it. */
  readonly returns: { readonly model: z.ZodType; readonly many?: true };
  readonly limitClass: LimitClass;
  /** Set on a polling trigger, which hands out one flow run an item. */
  readonly trigger?: TriggerDeclaration;
}
