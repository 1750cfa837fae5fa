/**
 * What Power Platform asks of a connector's definition beyond its schema, rule by rule.
 * https://learn.microsoft.com/connectors/custom-connectors/certification-submission
 * https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions
 */
import { type Findings, unless } from "./rule-findings.ts";

interface Labelled {
  readonly description?: string;
  readonly "x-ms-summary"?: string;
  readonly "x-ms-visibility"?: string;
}
export interface Schema extends Labelled {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
export interface DefinitionParameter extends Labelled {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  /** Of a body. */
  readonly schema?: Schema;
  readonly default?: unknown;
}
export interface DefinitionOperation extends Labelled {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly DefinitionParameter[];
  readonly responses?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly "x-ms-trigger"?: string;
  readonly "x-ms-trigger-metadata"?: { readonly kind?: string; readonly mode?: string };
  readonly "x-ms-trigger-hint"?: string;
}
/** The parts of a definition that the rules look at. */
export interface Definition {
  readonly info: {
    readonly title: string;
    readonly description: string;
    readonly contact?: Readonly<Record<string, string>>;
  };
  readonly schemes?: readonly string[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DefinitionOperation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly "x-ms-connector-metadata"?: readonly {
    readonly propertyName: string;
    readonly propertyValue: string;
  }[];
}

const VISIBILITIES = ["important", "advanced", "internal"];
const PRODUCT_NAMES =
  /\b(api|connector|power automate|power apps|logic apps|power platform|microsoft flow)\b/i;

const infoFindings = ({ info }: Definition): Findings => [
  ...unless(info.title.length <= 30, "info.title is longer than 30 characters"),
  ...unless(!PRODUCT_NAMES.test(info.title), "info.title names a product, API or connector"),
  ...unless(
    info.description.length >= 30 && info.description.length <= 500,
    "info.description has not 30 to 500 characters",
  ),
  ...unless(!/\bapi\b/i.test(info.description), "info.description says API"),
  ...["name", "url", "email"].flatMap((key) =>
    unless(Boolean(info.contact?.[key]), `info.contact.${key} is missing`),
  ),
];

const metadataFindings = (definition: Definition): Findings => {
  const metadata = new Map(
    definition["x-ms-connector-metadata"]?.map((entry) => [
      entry.propertyName,
      entry.propertyValue,
    ]),
  );
  const categories = metadata.get("Categories")?.split(";") ?? [];
  return [
    ...unless(metadata.has("Website"), "the metadata has no Website"),
    ...unless(metadata.has("Privacy policy"), "the metadata has no Privacy policy"),
    ...unless(categories.includes("Social Media"), "the categories do not hold Social Media"),
  ];
};

const visibilityFindings = (where: string, { "x-ms-visibility": visibility }: Labelled): Findings =>
  unless(
    visibility === undefined || VISIBILITIES.includes(visibility),
    `${where}: unknown visibility`,
  );

const parameterFindings = (where: string, parameter: DefinitionParameter): Findings => [
  ...unless(Boolean(parameter["x-ms-summary"]), `${where}: no x-ms-summary`),
  ...unless(Boolean(parameter.description), `${where}: no description`),
  ...visibilityFindings(where, parameter),
  ...unless(
    parameter.name.toLowerCase() !== "authorization",
    `${where}: the platform refuses Authorization`,
  ),
  ...unless(
    !(parameter["x-ms-visibility"] === "internal" && parameter.required) ||
      parameter.default !== undefined,
    `${where}: internal and required without a default`,
  ),
];

const summaryFindings = (where: string, { summary = "" }: DefinitionOperation): Findings => [
  ...unless(
    summary !== "" && summary.length <= 80,
    `${where}: the summary has not 1 to 80 characters`,
  ),
  ...unless(!/[/]|[.!?;:,]$/.test(summary), `${where}: the summary has "/" or closing punctuation`),
  ...unless(
    /^[A-Z][^A-Z]*$/.test(summary.replace(/ I /g, " ")),
    `${where}: the summary is not in sentence case`,
  ),
];

const triggerFindings = (where: string, operation: DefinitionOperation): Findings => {
  if (operation["x-ms-trigger"] === undefined) return [];
  const metadata = operation["x-ms-trigger-metadata"];
  return [
    ...unless(operation["x-ms-trigger"] === "batch", `${where}: x-ms-trigger is not batch`),
    ...unless(
      metadata?.kind === "query" && metadata.mode === "polling",
      `${where}: wrong metadata`,
    ),
    ...unless(Boolean(operation["x-ms-trigger-hint"]), `${where}: no hint`),
    ...unless(operation.summary?.startsWith("When "), `${where}: the summary begins not with When`),
  ];
};

const operationFindings = (where: string, operation: DefinitionOperation): Findings => [
  ...unless(
    /^[A-Z][A-Za-z0-9]*$/.test(operation.operationId ?? ""),
    `${where}: operationId is not PascalCase`,
  ),
  ...unless(Boolean(operation.description), `${where}: no description`),
  ...unless(operation.responses?.[200]?.schema !== undefined, `${where}: no schema for 200`),
  ...unless(operation.responses?.default !== undefined, `${where}: no default response`),
  ...summaryFindings(where, operation),
  ...visibilityFindings(where, operation),
  ...triggerFindings(where, operation),
  ...(operation.parameters ?? []).flatMap((parameter) =>
    parameterFindings(`${where} ${parameter.name}`, parameter),
  ),
];

const schemaFindings = (where: string, schema: Schema): Findings => [
  ...unless(
    schema.$ref === undefined || Object.keys(schema).length === 1,
    `${where}: something stands beside a $ref`,
  ),
  ...unless(
    schema.type !== "array" || schema.items !== undefined,
    `${where}: an array without items`,
  ),
  ...visibilityFindings(where, schema),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    ...unless(
      property.$ref !== undefined || Boolean(property["x-ms-summary"]),
      `${where}.${name}: no x-ms-summary`,
    ),
    ...schemaFindings(`${where}.${name}`, property),
  ]),
];

const repeated = (values: readonly (string | undefined)[], what: string): Findings =>
  values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `${what} ${value} occurs twice`);

/** One line a violation; none for a definition that keeps every rule. */
export const findRuleViolations = (definition: Definition): Findings => {
  const operations = Object.entries(definition.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ where: `${method} ${path}`, operation })),
  );
  return [
    ...infoFindings(definition),
    ...metadataFindings(definition),
    ...unless(definition.schemes?.includes("https"), "schemes does not contain https"),
    ...operations.flatMap(({ where, operation }) => operationFindings(where, operation)),
    ...repeated(
      operations.map(({ operation }) => operation.operationId),
      "operationId",
    ),
    ...repeated(
      operations.map(({ operation }) => operation.summary),
      "summary",
    ),
    ...Object.entries(definition.definitions).flatMap(([name, schema]) =>
      schemaFindings(name, schema),
    ),
  ];
};
