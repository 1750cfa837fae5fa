/** The reference of the connector's operations and models, from its definition: `docs/reference.md`. */
import { connectorDefinition } from "../../src/connector/definition.ts";
import { contractOperations, operations } from "../../src/operations/index.ts";
import type {
  Definition,
  DefinitionOperation,
  DefinitionParameter,
  Schema,
} from "../connector-rules.ts";
import { headerTable } from "./header-table.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => "---")), ...rows].join("\n");

const linkTo = (reference: string): string => {
  const name = reference.replace("#/definitions/", "");
  return `[\`${name}\`](#${name.toLowerCase().replace(/[^\w-]/g, "")})`;
};

const typeOf = (schema: Schema): string => {
  if (schema.$ref) return linkTo(schema.$ref);
  if (schema.items) return `array of ${typeOf(schema.items)}`;
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? "");
};

const parameterRow = (parameter: DefinitionParameter): string =>
  row(
    parameter["x-ms-summary"] ?? "",
    `\`${parameter.name}\``,
    parameter.required ? "yes" : "",
    typeOf(parameter.schema ?? parameter),
    parameter.default === undefined ? "" : String(parameter.default),
    parameter.description ?? "",
  );

const parametersOf = ({ parameters = [] }: DefinitionOperation): string =>
  parameters.length
    ? table(
        ["Name", "Key", "Required", "Type", "Default", "Description"],
        parameters.map(parameterRow),
      )
    : "It takes no parameters.";

const operationSection = (method: string, path: string, operation: DefinitionOperation): string => {
  const schema = operation.responses?.["200"]?.schema;
  return `### ${operation.summary}

\`${operation.operationId}\`: \`${method.toUpperCase()} ${path}\`

${operation.description}

${parametersOf(operation)}

Returns: ${schema ? typeOf(schema) : "nothing"}
`;
};

const modelSection = ([name, model]: readonly [string, Schema]): string => `### ${name}

${model.description ? `${model.description}\n\n` : ""}${table(
  ["Name", "Path", "Type", "Description"],
  Object.entries(model.properties ?? {}).map(([property, schema]) =>
    row(
      schema["x-ms-summary"] ?? property,
      `\`${property}\``,
      typeOf(schema),
      schema.description ?? "",
    ),
  ),
)}
`;

/** Markdown. */
export const referencePage = (): string => {
  const { paths, definitions } = connectorDefinition(operations) as unknown as Definition;
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );
  const ofContract = new Set(contractOperations.map(({ operationId }) => operationId));
  const sections = (wanted: (operation: DefinitionOperation) => boolean): string =>
    all
      .filter(({ operation }) => wanted(operation))
      .map(({ method, path, operation }) => operationSection(method, path, operation))
      .join("\n");
  const isTrigger = (operation: DefinitionOperation) => Boolean(operation["x-ms-trigger"]);
  const isOfContract = ({ operationId = "" }: DefinitionOperation) => ofContract.has(operationId);
  return `# Reference

Made by \`npm run generate\` from the declarations in \`src/operations\` and \`src/connector\`.
The names are those of the [classic connector](https://learn.microsoft.com/connectors/twitter/).

## Trigger

${sections((each) => isTrigger(each) && isOfContract(each))}
## Actions

Wherever the id of a post is taken, a link to the post is taken as well, as X's apps and pages copy it.

${sections((each) => !isTrigger(each) && isOfContract(each))}
## Beside the contract

What the replaced connector never had. These change nothing of what flows are bound to.

${sections((each) => !isOfContract(each))}
## Definitions

Every property is always there; text is empty, and a list is empty, where X has nothing. \`OriginalTweet\` alone is null
for a tweet that is no retweet.

${Object.entries(definitions).map(modelSection).join("\n")}
## Forms of the properties

\`npm run package\` writes the connector's properties in three forms. They differ in how a connection is signed in to;
operations and limits are the same.

| file | what it is for |
| --- | --- |
| \`apiProperties.json\` | the one to take: it works in Power Automate, Power Apps, Copilot Studio and Logic Apps |
| \`apiProperties.set.json\` | shows the sign-in as the choice “Bring your own application”, as the classic connector did, and forbids sharing a connection; command-line tools deploy it, the portal's editor does not know it |
| \`apiProperties.pkce.json\` | for tenants whose platform makes the PKCE challenge itself (provider \`oauth2pkce\`, which no schema of Microsoft's names) |

## Response headers

${headerTable()}
## Limits and errors

[Limits](limits.md) and [errors](errors.md) have a page each.
`;
};
