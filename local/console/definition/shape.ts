/** The shape of what an operation hands on, as the dynamic content of a flow names it. */
import type { Schema } from "./swagger.ts";

export type Shape =
  | { readonly kind: "value"; readonly isImage: boolean }
  | { readonly kind: "object"; readonly properties: readonly Property[] }
  | { readonly kind: "list"; readonly item: Shape };

export interface Property {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly shape: Shape;
}

type Definitions = Readonly<Record<string, Schema>>;

/** The definition gives addresses no format of their own: only their names tell that they are pictures. */
const NAMES_AN_IMAGE = /(image|media)urls?$/i;

const resolve = (schema: Schema, definitions: Definitions): Schema => {
  const name = schema.$ref?.replace("#/definitions/", "");
  return (name !== undefined && definitions[name]) || schema;
};

/** Properties marked internal are left out: makers do not see them. */
export const shapeOf = (given: Schema, definitions: Definitions, key = ""): Shape => {
  const schema = resolve(given, definitions);
  if (schema.items) return { kind: "list", item: shapeOf(schema.items, definitions, key) };
  if (!schema.properties) return { kind: "value", isImage: NAMES_AN_IMAGE.test(key) };
  const visible = Object.entries(schema.properties).filter(
    ([, property]) => property["x-ms-visibility"] !== "internal",
  );
  return {
    kind: "object",
    properties: visible.map(([name, property]) => ({
      key: name,
      title: property.title ?? property["x-ms-summary"] ?? name,
      hint: property.description ?? "",
      required: schema.required?.includes(name) ?? false,
      shape: shapeOf(property, definitions, name),
    })),
  };
};
