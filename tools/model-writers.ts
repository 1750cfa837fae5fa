/**
 * JSON writers of the models that operations answer with, made ahead of time, so that the app carries no compiler: an
 * answer of a hundred tweets is written in a fifth of what JSON.stringify takes with a replacer for 64-bit ids.
 * https://github.com/fastify/fast-json-stringify#standalone
 */
import build, { type Schema } from "fast-json-stringify";
import * as z from "zod";
import type { OperationDeclaration } from "../src/connector/operation-declaration.ts";

type Json = Record<string, unknown>;

/** An answer always holds every property of its model; an OriginalTweet may be null. */
const complete = ({ jsonSchema }: { jsonSchema: Json }): void => {
  const { properties, anyOf } = jsonSchema as { properties?: Json; anyOf?: readonly Json[] };
  if (properties) jsonSchema.required = Object.keys(properties);
  const [model] = anyOf ?? [];
  if (!model) return;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, model, { nullable: true });
};

const override = (context: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void => {
  const { zodSchema, jsonSchema } = context;
  // The library writes a bigint with all its digits.
  if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
  complete(context);
};

/** Without the registry of titles and ids, a model is one schema that refers to nothing. */
const NO_TITLES = z.registry<object>();

const schemaOf = (model: z.ZodType): Schema =>
  z.toJSONSchema(model, {
    target: "draft-7",
    unrepresentable: "any",
    metadata: NO_TITLES,
    override,
  }) as Schema;

/** What the library writes around a function that is made ahead of time. */
const STANDALONE =
  /^\s*'use strict'[\s\S]*?const validator = null\s*(?:return|module\.exports =) (?<writer>[\s\S]*)\(validator, serializer\)\s*$/;

const writerOf = (model: z.ZodType): string => {
  const code = String(build(schemaOf(model), { mode: "standalone" }));
  const { writer } = STANDALONE.exec(code)?.groups ?? {};
  if (!writer) throw new Error(`The writer of a model has another shape than expected:\n${code}`);
  return `(${writer})(null, serializer)`;
};

/** The module of all writers, by the id of their model. */
export const modelWriters = (operations: readonly OperationDeclaration[]): string => {
  const models = new Map(operations.map(({ returns: { model } }) => [model.meta()?.id, model]));
  const entries = [...models].map(([id, model]) => `  ${JSON.stringify(id)}: ${writerOf(model)},`);
  return `// Made by \`npm run generate\` from src/connector/models.ts with fast-json-stringify. Not to be edited.
import Serializer from "fast-json-stringify/lib/serializer.js";

const serializer = new Serializer();

export const writers = {
${entries.join("\n")}
};
`;
};
