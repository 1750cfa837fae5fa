/**
 * JSON writers of the models that operations answer with, made ahead of time, so that the app carries no compiler: an
 * answer of a hundred tweets is written in a fifth of what JSON.stringify takes with a replacer for 64-bit ids.
 * https://github.com/fastify/fast-json-stringify#standalone
 */
import build, { type Schema } from "fast-json-stringify";
import * as z from "zod";
import type { OperationDeclaration } from "../src/connector/operation-declaration.ts";

type Json = Record<string, unknown>;

/** What is shown to makers; a writer has no use for it. */
const ANNOTATION = /^(title|description|format|x-ms-.+)$/;

/** An answer always holds every property of its model; an OriginalTweet may be null. */
const complete = (jsonSchema: Json): void => {
  const { properties, anyOf, allOf } = jsonSchema as {
    properties?: Json;
    anyOf?: readonly Json[];
    allOf?: readonly Json[];
  };
  if (properties) jsonSchema.required = Object.keys(properties);
  const [model] = anyOf ?? allOf ?? [];
  if (!model) return;
  delete jsonSchema.anyOf;
  delete jsonSchema.allOf;
  Object.assign(jsonSchema, model, anyOf && { nullable: true });
};

const override = (context: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void => {
  const { zodSchema, jsonSchema } = context;
  // The library writes a bigint with all its digits.
  if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
  for (const key of Object.keys(jsonSchema)) if (ANNOTATION.test(key)) delete jsonSchema[key];
  complete(jsonSchema);
};

/** Some ids have brackets, which no reference may have. */
const BRACKETS = /\[(\w+)\]/g;
const plain = (id: string): string => id.replace(BRACKETS, "-$1");

/** One schema that refers to every model, so that each is written by one function wherever it occurs. */
const schemaOf = (models: ReadonlyMap<string, z.ZodType>): Schema => {
  const schema = z.toJSONSchema(z.object(Object.fromEntries(models)), {
    target: "draft-7",
    unrepresentable: "any",
    override,
  });
  return JSON.parse(plain(JSON.stringify(schema)));
};

/** What the library writes around the functions of the models; the last of them is that of the schema itself. */
const STANDALONE =
  /^\s*'use strict'[\s\S]*?const validator = null\s*(?:return|module\.exports =) (?<models>[\s\S]*?)\s*\/\/ "#"\n[\s\S]*\}\(validator, serializer\)\s*$/;

/** The name of the function that writes a model, which the library puts below the model's place in the schema. */
const functionOf = (code: string, id: string): string => {
  const place = JSON.stringify(`#/definitions/${plain(id)}`);
  const [, name] = code.split(`// ${place}\n`)[1]?.match(/^\s*function (\w+)/) ?? [];
  if (!name) throw new Error(`There is no writer of ${id} in:\n${code}`);
  return name;
};

/** The module of all writers, by the id of their model. */
export const modelWriters = (operations: readonly OperationDeclaration[]): string => {
  const models = new Map(
    operations.map(({ returns: { model } }) => [model.meta()?.id ?? "", model]),
  );
  const code = String(build(schemaOf(models), { mode: "standalone" }));
  const { models: functions } = STANDALONE.exec(code)?.groups ?? {};
  if (!functions) throw new Error(`The writers have another shape than expected:\n${code}`);
  const entries = [...models.keys()].map(
    (id) => `    ${JSON.stringify(id)}: ${functionOf(code, id)},`,
  );
  return `// Made by \`npm run generate\` from src/connector/models.ts with fast-json-stringify. Not to be edited.
import Serializer from "fast-json-stringify/lib/serializer.js";

export const writers = (${functions}
  return {
${entries.join("\n")}
  };
})(null, new Serializer());
`;
};
