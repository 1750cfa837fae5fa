/**
 * What of a newer definition breaks flows and apps that were made with an older one.
 * https://learn.microsoft.com/connectors/custom-connectors/operational-versioning
 */
import type {
  Definition,
  DefinitionOperation,
  DefinitionParameter,
  Schema,
} from "./connector-rules.ts";

type Changes = readonly string[];

interface PlacedOperation {
  readonly place: string;
  readonly operation: DefinitionOperation;
}
/** A schema and the definition whose models it refers to. */
interface PlacedSchema {
  readonly definition: Definition;
  readonly schema: Schema | undefined;
}

const REF_PREFIX = "#/definitions/";

const operationsOf = ({ paths }: Definition): ReadonlyMap<string, PlacedOperation> =>
  new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        operation.operationId ?? "",
        { place: `${method} ${path}`, operation },
      ]),
    ),
  );

const resolve = ({ definition, schema }: PlacedSchema): Schema | undefined =>
  schema?.$ref ? definition.definitions[schema.$ref.slice(REF_PREFIX.length)] : schema;

/** A model says "object" or leaves it out. */
const kindOf = ({ type, format, properties }: Schema): string =>
  [type ?? (properties ? "object" : "any"), format].filter(Boolean).join(" ");

const describeEnum = (values: readonly unknown[] | undefined): string => JSON.stringify(values);

/** `seen` holds the models on the way here, because a model may refer to itself. */
const schemaChanges = (
  where: string,
  before: PlacedSchema,
  after: PlacedSchema,
  seen: readonly string[] = [],
): Changes => {
  const ref = before.schema?.$ref;
  if (ref && seen.includes(ref)) return [];
  const way = ref ? [...seen, ref] : seen;
  const [old, now] = [resolve(before), resolve(after)];
  if (!old) return [];
  if (!now) return [`${where} is gone`];
  if (kindOf(old) !== kindOf(now)) {
    return [`${where} was ${kindOf(old)} and is ${kindOf(now)}`];
  }
  const inner = (name: string, oldSchema: Schema | undefined, newSchema: Schema | undefined) =>
    schemaChanges(name, { ...before, schema: oldSchema }, { ...after, schema: newSchema }, way);
  return [
    ...inner(`${where}[]`, old.items, now.items),
    ...Object.entries(old.properties ?? {}).flatMap(([name, property]) =>
      inner(`${where}.${name}`, property, now.properties?.[name]),
    ),
  ];
};

/** An input may take more than it did, never less. */
const enumChanges = (
  where: string,
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
): Changes => {
  if (!after) return [];
  if (!before) return [`${where} takes only ${describeEnum(after)} now`];
  const gone = before.filter((value) => !after.includes(value));
  return gone.length > 0 ? [`${where} no longer takes ${describeEnum(gone)}`] : [];
};

const parameterChanges = (
  where: string,
  before: DefinitionParameter,
  after: DefinitionParameter | undefined,
): Changes => {
  if (!after) return [`${where} is gone`];
  const [old, now] = [before.schema ?? before, after.schema ?? after];
  return [
    ...(before.in === after.in ? [] : [`${where} moved from ${before.in} to ${after.in}`]),
    ...(kindOf(old) === kindOf(now) ? [] : [`${where} was ${kindOf(old)} and is ${kindOf(now)}`]),
    ...(after.required && !before.required ? [`${where} is required now`] : []),
    ...enumChanges(where, old.enum, now.enum),
  ];
};

const parametersChanges = (
  where: string,
  before: readonly DefinitionParameter[],
  after: readonly DefinitionParameter[],
): Changes => {
  const added = after.filter(({ name }) => !before.some((parameter) => parameter.name === name));
  return [
    ...before.flatMap((parameter) =>
      parameterChanges(
        `${where}: parameter ${parameter.name}`,
        parameter,
        after.find(({ name }) => name === parameter.name),
      ),
    ),
    ...added
      .filter(({ required }) => required)
      .map(({ name }) => `${where}: parameter ${name} is new and required`),
  ];
};

/** One line a change that breaks what was made with `before`; none when `after` can take its place. */
export const findBreakingChanges = (before: Definition, after: Definition): Changes => {
  const operations = operationsOf(after);
  return [...operationsOf(before)].flatMap(([id, { place, operation }]) => {
    const now = operations.get(id);
    if (!now) return [`${id} is gone`];
    const answerOf = (definition: Definition, { responses }: DefinitionOperation) => ({
      definition,
      schema: responses?.[200]?.schema,
    });
    const [oldKind, newKind] = [operation["x-ms-trigger"], now.operation["x-ms-trigger"]];
    return [
      ...(place === now.place ? [] : [`${id} moved from ${place} to ${now.place}`]),
      ...(oldKind === newKind
        ? []
        : [`${id} was ${oldKind ?? "an action"} and is ${newKind ?? "an action"}`]),
      ...parametersChanges(id, operation.parameters ?? [], now.operation.parameters ?? []),
      ...schemaChanges(
        `${id}: answer`,
        answerOf(before, operation),
        answerOf(after, now.operation),
      ),
    ];
  });
};
