/** What an operation asks for, as a form draws it: parameters of the query, a file, or the parts of a body in JSON. */
import type { Parameter, Schema, Swagger } from "./swagger.ts";

interface FieldText {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly advanced: boolean;
  /** Seen at once, where others beside it may be folded away. */
  readonly important: boolean;
  /** Where its value goes: into the query, as the whole body, or into the body's JSON. */
  readonly place: "query" | "body" | "json";
}

export interface SingleField extends FieldText {
  readonly kind: "text" | "number" | "switch" | "time" | "file" | "choice";
  /** What the field holds before anything is entered, as text. */
  readonly initial: string;
  /** What may be chosen; empty where anything may be entered. */
  readonly choices: readonly string[];
}

export interface GroupField extends FieldText {
  readonly kind: "group";
  readonly fields: readonly Field[];
}

export interface ListField extends FieldText {
  readonly kind: "list";
  readonly item: Field;
}

export type Field = SingleField | GroupField | ListField;

type Definitions = Swagger["definitions"];

const resolved = (schema: Schema, definitions: Definitions): Schema => {
  const name = schema.$ref?.replace("#/definitions/", "");
  return (name !== undefined && definitions[name]) || schema;
};

const singleKindOf = ({ type, format, enum: choices }: Schema): SingleField["kind"] => {
  if (format === "binary" || format === "byte") return "file";
  if (choices) return "choice";
  if (format === "date-time") return "time";
  if (type === "boolean") return "switch";
  return type === "integer" || type === "number" ? "number" : "text";
};

const isSeen = (schema: Schema): boolean => schema["x-ms-visibility"] !== "internal";

const byNeed = (a: Field, b: Field): number => Number(b.required) - Number(a.required);

/** A name such as durationMinutes, in words. */
const inWords = (name: string): string => {
  const words = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

interface Naming {
  readonly name: string;
  readonly required: boolean;
  readonly place: FieldText["place"];
}

const fieldOf = (given: Schema, definitions: Definitions, naming: Naming): Field => {
  const schema = resolved(given, definitions);
  const text: FieldText = {
    ...naming,
    title: given["x-ms-summary"] ?? schema["x-ms-summary"] ?? schema.title ?? inWords(naming.name),
    hint: given.description ?? schema.description ?? "",
    advanced: given["x-ms-visibility"] === "advanced" && !naming.required,
    important: given["x-ms-visibility"] === "important",
  };
  if (schema.items) {
    const item = fieldOf(schema.items, definitions, { ...naming, required: false });
    return { ...text, kind: "list", item };
  }
  if (schema.properties) {
    return { ...text, kind: "group", fields: partsOf(schema, definitions, naming.place) };
  }
  return {
    ...text,
    kind: singleKindOf(schema),
    initial: String(schema.default ?? ""),
    choices: schema.enum ?? [],
  };
};

const partsOf = (
  schema: Schema,
  definitions: Definitions,
  place: FieldText["place"],
): readonly Field[] =>
  Object.entries(schema.properties ?? {})
    .filter(([, property]) => isSeen(property))
    .map(([name, property]) =>
      fieldOf(property, definitions, {
        name,
        place,
        required: schema.required?.includes(name) ?? false,
      }),
    )
    .sort(byNeed);

/** A flow shows the parts of a body in JSON beside the parameters. */
const ofParameter = (parameter: Parameter, definitions: Definitions): readonly Field[] => {
  const { name, required = false } = parameter;
  const body = parameter.schema && resolved(parameter.schema, definitions);
  if (body?.properties) return partsOf(body, definitions, "json");
  const { required: _, ...described } = parameter;
  const schema = { ...body, ...described };
  const place = parameter.in === "body" ? "body" : "query";
  return [fieldOf(schema, definitions, { name, required, place })];
};

/** Required ones first. */
export const fieldsOf = (
  parameters: readonly Parameter[],
  definitions: Definitions,
): readonly Field[] =>
  parameters
    .filter((parameter) => parameter["x-ms-visibility"] !== "internal")
    .flatMap((parameter) => ofParameter(parameter, definitions))
    .sort(byNeed);
