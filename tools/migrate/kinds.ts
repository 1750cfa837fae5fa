/** The kinds of file that are known, and how a migrated one gets back to where it came from. */

interface Kind {
  /** As it is told: "in.json (a flow)". */
  readonly name: string;
  /** The last thing to do with what was written; nothing for kinds that are never written. */
  readonly wayBack?: (output: string) => string;
}

const inPortal = (output: string): string =>
  `Open the workflow in the portal, choose Code view, paste ${output} over what is there and save; then open the connection (API connections) and sign in (Authorize).`;

const asBefore = (output: string): string =>
  `Put ${output} in the place of the file that you gave and bring it in as you did that one.`;

/** https://learn.microsoft.com/azure/logic-apps/custom-connector-overview */
const STANDARD =
  "Microsoft documents custom connectors of this kind for Consumption workflows; where the designer of your Standard app does not offer it, call the backend from there by HTTP or through a Consumption workflow.";

const KINDS = {
  solution: {
    name: "a solution",
    wayBack: (output) =>
      `Import the solution (make.powerapps.com, Solutions, Import solution, or \`pac solution import --path ${output}\`), choose the new connection for each connection reference, and turn the flows on.`,
  },
  flowPackage: {
    name: "a flow's package",
    wayBack: (output) =>
      `Import the package (make.powerautomate.com, My flows, Import, Import Package (Legacy): ${output}), choose Update or Create as new, select the new connection, and turn the flow on.`,
  },
  appPackage: { name: "a canvas app's package" },
  otherZip: {
    name: "a zip",
    wayBack: asBefore,
  },
  customizations: {
    name: "a solution's connection references",
    wayBack: (output) =>
      `Put ${output} in its place in the unpacked solution, pack it (\`pac solution pack\`) and import it; choose the new connection for each connection reference.`,
  },
  flow: {
    name: "a flow",
    wayBack: (output) =>
      `Put ${output} in its place in the unpacked solution or package, pack that (\`pac solution pack\`, or a zip) and import it; choose the new connection and turn the flow on.`,
  },
  packageManifest: {
    name: "a package's manifest",
    wayBack: (output) =>
      `Put ${output} in its place in the package together with the flow's migrated definition.json, zip both and import the package.`,
  },
  deploymentSettings: {
    name: "deployment settings",
    wayBack: (output) =>
      `Put the new connections' ids into it (ConnectionId) and give it at the import: \`pac solution import --path SOLUTION.zip --settings-file ${output}\`.`,
  },
  codeView: { name: "a workflow in code view", wayBack: inPortal },
  workflowResource: {
    name: "a workflow's resource",
    wayBack: (output) =>
      `Put it back with \`az rest --method put --url "https://management.azure.com/RESOURCE-ID?api-version=2019-05-01" --body @${output}\`, or paste \`definition\` and \`parameters\` of it into the workflow's code view; then sign in to the connection (Authorize).`,
  },
  armTemplate: {
    name: "an ARM template",
    wayBack: (output) =>
      `Deploy it: \`az deployment group create --resource-group GROUP --template-file ${output}\`; then open the connection in the portal and sign in (Authorize).`,
  },
  armParameters: {
    name: "a template's parameters",
    wayBack: (output) =>
      `Deploy the template with it: \`az deployment group create --resource-group GROUP --template-file TEMPLATE --parameters @${output}\`.`,
  },
  standardConnections: {
    name: "connections of a Logic App (Standard)",
    wayBack: (output) =>
      `Put ${output} in the project's place of connections.json, deploy the project, open the workflow in the designer and choose the new connection, which writes its address. ${STANDARD}`,
  },
  galleryTemplate: {
    name: "a template of a gallery",
    wayBack: (output) =>
      `Put ${output} in the gallery's place of the template; whoever uses it is asked for a connection of the new connector.`,
  },
  step: {
    name: "a copied step",
    wayBack: (output) =>
      `Paste ${output} where the step belongs: in the designer (paste an action) or in the code view, and choose the new connection for it.`,
  },
  appSource: { name: "sources of a canvas app" },
  canvasApp: { name: "a canvas app" },
  bicep: { name: "Bicep" },
  terraform: { name: "Terraform" },
  markdown: { name: "Markdown" },
  otherJson: {
    name: "JSON of a kind that is not known here",
    wayBack: asBefore,
  },
  otherXml: {
    name: "XML of a kind that is not known here",
    wayBack: asBefore,
  },
  otherText: { name: "a text of a kind that is not known here" },
  binary: { name: "no text" },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

export const kindOf = (name: KindName): Kind => KINDS[name];

/** A name in these may lead to the connector by what stands in another file. */
const MAY_LEAD_ELSEWHERE: readonly KindName[] = [
  "codeView",
  "step",
  "armParameters",
  "bicep",
  "terraform",
  "appSource",
  "markdown",
  "otherJson",
  "otherXml",
  "otherText",
  "otherZip",
  "binary",
];

/** Whether a file alone tells that the connector is not used; of others, only that no id of it is in them. */
export const isDecidedAlone = (name: KindName): boolean => !MAY_LEAD_ELSEWHERE.includes(name);
