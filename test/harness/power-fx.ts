/** Finds in Power Fx formulas what they ask of the connector and what they read of its answers. */
import type { Definition, DefinitionParameter, Schema } from "../../tools/connector-rules.ts";
import { type DefinedOperation, definedOperations } from "./workflow/contract.ts";

export const CONNECTOR = "'X (self-hosted)'";

export interface FormulaCall {
  readonly name: string;
  /** In their order: those that an operation requires. */
  readonly positional: readonly string[];
  /** Of the record at the end: those that it does not. */
  readonly optional: Readonly<Record<string, string>>;
}

/** Splits at commas that stand outside of brackets and text. `close` ends it; gives the parts and where it ended. */
const splitParts = (text: string, from: number, close: string) => {
  const parts: string[] = [""];
  let depth = 0;
  let inText = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === '"') inText = !inText;
    if (!inText && depth === 0 && sign === close) {
      return { parts: parts.map((part) => part.trim()).filter(Boolean), end: at };
    }
    if (!inText && "([{".includes(sign)) depth += 1;
    if (!inText && ")]}".includes(sign)) depth -= 1;
    if (!inText && depth === 0 && sign === ",") parts.push("");
    else parts[parts.length - 1] += sign;
  }
  throw new Error(`A "${close}" is missing in ${text}`);
};

const recordOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    splitParts(text, 1, "}").parts.map((entry) => {
      const colon = entry.indexOf(":");
      return [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()];
    }),
  );

export const callsIn = (formula: string): FormulaCall[] =>
  [...formula.matchAll(/'X \(self-hosted\)'\.(\w+)\(/g)].map((match) => {
    const { parts } = splitParts(formula, match.index + match[0].length, ")");
    const last = parts.at(-1) ?? "";
    const hasRecord = last.startsWith("{");
    return {
      name: match[1] ?? "",
      positional: hasRecord ? parts.slice(0, -1) : parts,
      optional: hasRecord ? recordOf(last) : {},
    };
  });

/**
 * A binary body is `file` in formulas, whatever a definition calls it:
 * https://github.com/microsoft/Power-Fx/tree/main/src/libraries/Microsoft.PowerFx.Connectors
 */
const nameInFormulas = ({ name, in: place, schema }: DefinitionParameter): string =>
  place === "body" && schema?.format === "binary" ? "file" : name;

/** The operation that a call is of, and what it gives by the names in formulas. Throws when they do not fit. */
export const callOf = (call: FormulaCall, definition: Definition) => {
  const found = definedOperations(definition).find(
    ({ operation }) => operation.operationId === call.name,
  );
  if (!found) throw new Error(`There is no operation ${call.name}.`);
  const { parameters = [] } = found.operation;
  const required = parameters.filter((parameter) => parameter.required).map(nameInFormulas);
  const optional = parameters.filter((parameter) => !parameter.required).map(nameInFormulas);
  if (required.length !== call.positional.length) {
    throw new Error(`${call.name} takes ${required.length} parameters before its record.`);
  }
  for (const name of Object.keys(call.optional)) {
    if (!optional.includes(name)) {
      throw new Error(`${call.name} has no optional parameter ${name}.`);
    }
  }
  const positional = required.map((name, index) => [name, call.positional[index] ?? ""]);
  return { found, given: { ...Object.fromEntries(positional), ...call.optional } };
};

const VALUE: Schema = { type: "string" };

/** The schema of what a call answers; of an item of it where it is a list. */
export const itemOf = (found: DefinedOperation, definition: Definition): Schema => {
  const schema = found.operation.responses?.["200"]?.schema;
  return deref(schema?.items ?? schema, definition);
};
const deref = (schema: Schema | undefined, { definitions }: Definition): Schema =>
  (schema?.$ref ? definitions[schema.$ref.replace("#/definitions/", "")] : schema) ?? {};

/** The properties along a path that are not there, such as `UserDetails.Name`. A list's column is looked up in its items. */
export const missingOn = (
  path: readonly string[],
  schema: Schema,
  definition: Definition,
): string[] => {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const items = schema.items && deref(schema.items, definition);
  const isValue = items?.type === "string" && name === "Value";
  const next = isValue ? VALUE : (items ?? schema).properties?.[name];
  if (!next) return [name];
  return missingOn(rest, deref(next, definition), definition);
};

/** The schema at the end of a path that is there. */
export const schemaAt = (
  path: readonly string[],
  schema: Schema,
  definition: Definition,
): Schema => {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const items = schema.items && deref(schema.items, definition);
  const next = (items ?? schema).properties?.[name] ?? VALUE;
  return schemaAt(rest, deref(next, definition), definition);
};
