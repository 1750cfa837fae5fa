/** What the command says of itself, and where the values that it asks for are found. */
import type { Option } from "./targets.ts";

/** https://learn.microsoft.com/connectors/custom-connectors/solution-custom-api#get-a-specific-connector */
export const WHERE_FOUND: Readonly<Record<Option, readonly string[]>> = {
  "--connector": [
    "the name in the address of the custom connector's page, https://make.powerautomate.com, Custom connectors",
    "(…/shared_x-20connector-5f0123456789abcdef…), which `pac connector list` shows as well",
  ],
  "--custom-api": [
    'az resource list --resource-type Microsoft.Web/customApis --query "[].id" --output tsv',
  ],
};

const indented = (lines: readonly string[]): string =>
  lines.map((line) => `      ${line}`).join("\n");

export const USAGE = `Usage: npm run migrate -- FILE|FOLDER… [--out DIR] [--connector shared_NAME] [--custom-api ID]

Writes flows, workflows and templates that use Microsoft's X (Twitter) connector for this one, and what is left to a
person into TODO.md beside them. The files that were given stay as they are.

  FILE     an exported solution or flow (.zip), a .json or customizations.xml out of one, a Logic Apps workflow (code
           view, resource, connections.json), an ARM template or its parameters, a copied step
  FOLDER   every file in it that uses the connector

  --out DIR                where the results go (migrated/ unless given); earlier results are overwritten
  --connector shared_NAME  for Power Automate: the custom connector's name in your environment:
${indented(WHERE_FOUND["--connector"])}
  --custom-api ID          for Logic Apps: the custom connector's resource id:
${indented(WHERE_FOUND["--custom-api"])}
  --help                   this text

Exit code: 0 all that uses the connector was written; 2 some of it is left to a person, see TODO.md; 1 the command was
given something that it cannot do, and says what.`;
