/** The operations of X's own description of its API, as far as the sandbox answers them. */
import type { AnySchemaObject } from "ajv/dist/2019.js";
import document from "../schemas/x-openapi.json" with { type: "json" };

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required?: boolean;
  readonly schema: AnySchemaObject;
}

export interface Operation {
  /** Such as `GET /2/users/{id}/tweets`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** What a user's OAuth 2.0 token needs. */
  readonly scopes: readonly string[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { schema: AnySchemaObject }>> }>
  >;
}

interface RawOperation extends Pick<Operation, "responses"> {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly security: readonly { readonly OAuth2UserToken?: readonly string[] }[];
}

export const COMPONENTS = document.components as unknown as {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, AnySchemaObject>>;
};
const nameIn = ($ref: string): string => $ref.split("/").at(-1) ?? "";

/** The schema itself, where it is only referred to. */
export const resolved = (schema: AnySchemaObject): AnySchemaObject =>
  schema.$ref ? (COMPONENTS.schemas[nameIn(schema.$ref)] ?? {}) : schema;

const readParameter = (given: Parameter | { readonly $ref: string }): Parameter => {
  const parameter = "$ref" in given ? COMPONENTS.parameters[nameIn(given.$ref)] : given;
  if (!parameter) throw new Error("X's document refers to a parameter that it does not have.");
  return { ...parameter, schema: resolved(parameter.schema) };
};

/** What X's reference pages say where its document knows the app's own token alone. */
const SCOPES_OF_PAGES: Readonly<Record<string, readonly string[]>> = {
  "GET /2/tweets/counts/recent": ["tweet.read", "users.read"],
};

const scopesOf = (name: string, { security }: RawOperation): readonly string[] =>
  SCOPES_OF_PAGES[name] ?? security.flatMap(({ OAuth2UserToken = [] }) => OAuth2UserToken);

export const OPERATIONS: readonly Operation[] = Object.entries(
  document.paths as unknown as Readonly<Record<string, Readonly<Record<string, RawOperation>>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const { parameters = [], responses } = operation;
    const name = `${method.toUpperCase()} ${path}`;
    return {
      name,
      parameters: parameters.map(readParameter),
      scopes: scopesOf(name, operation),
      responses,
    };
  }),
);

export const operationNamed = (name: string): Operation => {
  const operation = OPERATIONS.find((each) => each.name === name);
  if (!operation) throw new Error(`X's document has no ${name}.`);
  return operation;
};

/** Every value of each parameter that lists what can be seen. */
export const valuesOf = ({ parameters }: Operation): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter(({ name }) => name === "expansions" || name.endsWith(".fields"))
      .map(({ name, schema }) => [name, schema.items.enum.join(",")]),
  );
