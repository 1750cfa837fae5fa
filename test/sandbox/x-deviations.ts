/**
 * Compares answers with X's document. Stricter than the document reads: a property that it does not declare is a
 * deviation, and a problem is held against the schema of its type.
 */
import { Ajv2019, type AnySchemaObject, type ErrorObject } from "ajv/dist/2019.js";
import { COMPONENTS, type Operation, resolved } from "./x-document.ts";

const CLOSED = { unevaluatedProperties: false };
const byType = ($ref: string): string => `${$ref}.byType`;

/** `closed` where a value is described; the parts of an allOf describe only some of its properties. */
const strict = (schema: AnySchemaObject, closed: boolean): AnySchemaObject => {
  const { $ref, discriminator: _, allOf, items, properties, required = [], ...rest } = schema;
  if ($ref) {
    if (!closed) return { $ref };
    return resolved(schema).discriminator ? { $ref: byType($ref) } : { $ref, ...CLOSED };
  }
  return {
    ...rest,
    ...(items && { items: strict(items, true) }),
    ...(allOf && { allOf: allOf.map((each: AnySchemaObject) => strict(each, false)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [
          name,
          strict(each as AnySchemaObject, true),
        ]),
      ),
      // X's document requires a few properties that it declares nowhere.
      required: required.filter((name: string) => name in properties),
    }),
    ...(closed && (properties || allOf) && CLOSED),
  };
};

/** What a discriminator says, in the words of JSON Schema. */
const chosenByType = (
  name: string,
  { mapping }: { mapping: Readonly<Record<string, string>> },
) => ({
  allOf: [
    { $ref: `#/components/schemas/${name}` },
    ...Object.entries(mapping).map(([type, $ref]) => ({
      if: { properties: { type: { const: type } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
      then: { $ref },
    })),
  ],
  ...CLOSED,
});

const schemas = Object.fromEntries(
  Object.entries(COMPONENTS.schemas).flatMap(([name, schema]) => [
    [name, strict(schema, false)],
    ...(schema.discriminator ? [[byType(name), chosenByType(name, schema.discriminator)]] : []),
  ]),
);

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const NOT_CHECKED = {
  binary: true,
  byte: true,
  double: true,
  int32: true,
  int64: true,
  long: true,
  integer: true,
} as const;
const ajv = new Ajv2019({
  strict: false,
  allErrors: true,
  formats: { "date-time": RFC_3339, uri: URL.canParse, ...NOT_CHECKED },
});
ajv.addSchema({ $id: "x", components: { schemas } });

const describe = ({ instancePath, message, params }: ErrorObject): string => {
  const place = instancePath.replace(/\/\d+(?=\/|$)/g, "/*");
  const { unevaluatedProperty: stranger } = params;
  return stranger ? `${place}/${stranger} is not declared` : `${place} ${message}`;
};

/** An `if` that matched says no more than what followed from it. */
const saysSomething = ({ keyword }: ErrorObject): boolean => keyword !== "if";

const inX = (schema: AnySchemaObject): AnySchemaObject =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"x#/'));

/** Where an answer is not as the document says, each kind once. */
export const deviationsOf = (
  { responses }: Operation,
  answer: { readonly status: number; readonly headers: Headers; readonly json: unknown },
): string[] => {
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const documented =
    responses[answer.status] ?? (answer.status < 400 ? undefined : responses.default);
  const content = documented?.content[type];
  if (!documented || !content) return [`${answer.status} as ${type} is not declared`];
  // The document's `Error` of a code and a message is what v1.1 sent; its 400 are problems too, named as plain JSON.
  const schema =
    documented === responses.default ? { $ref: "#/components/schemas/Problem" } : content.schema;
  const validate = ajv.compile(inX(strict(schema, true)));
  validate(answer.json);
  return [...new Set((validate.errors ?? []).filter(saysSomething).map(describe))];
};
