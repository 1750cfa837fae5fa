/** The parts of a Swagger 2.0 document that a maker's screen is made from. */

export type Visibility = "important" | "advanced" | "internal";

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly default?: string | number | boolean;
  readonly required?: readonly string[];
  readonly "x-ms-summary"?: string;
  readonly "x-ms-visibility"?: Visibility;
}

export interface Parameter extends Omit<Schema, "required"> {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface SwaggerOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly "x-ms-trigger"?: string;
  readonly "x-ms-trigger-hint"?: string;
  readonly "x-ms-visibility"?: Visibility;
}

export interface Swagger {
  readonly info: { readonly title: string; readonly description: string };
  readonly basePath: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, SwaggerOperation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}
