/** What kind of document a JSON is, told from what stands in it. */
import type { Node } from "jsonc-parser";
import { at, members, textOf, valuesIn } from "./json-nodes.ts";
import type { KindName } from "./kinds.ts";
import { pastedSteps } from "./workflow-operations.ts";

const isObject = (node: Node | undefined): boolean => node?.type === "object";

const typeOf = (node: Node | undefined): string => textOf(at(node, "type")) ?? "";

const isDefinition = (node: Node | undefined): boolean =>
  isObject(at(node, "triggers")) || isObject(at(node, "actions"));

/** What `pac canvas unpack` writes, and what lies in an .msapp: connections, data sources, the app's properties. */
const isAppSource = (root: Node): boolean =>
  /^Microsoft\.PowerApps\/apps$/i.test(typeOf(root)) ||
  isObject(at(root, "LocalConnectionReferences")) ||
  at(root, "LocalConnectionReferences")?.type === "string" ||
  valuesIn(root).some(
    (entry) =>
      at(entry, "dataSources")?.type === "array" || textOf(at(entry, "ApiId")) !== undefined,
  ) ||
  valuesIn(at(root, "DataSources")).some((entry) => at(entry, "ApiId") !== undefined);

const hasManagedApi = (root: Node): boolean =>
  [
    ...valuesIn(at(root, "properties", "connectionReferences")),
    ...valuesIn(at(root, "connectionReferences")),
    ...valuesIn(at(root, "connections")),
  ].some((entry) =>
    [at(entry, "id"), at(entry, "api", "id"), at(entry, "connectorId")].some((id) =>
      /\/managedApis\//i.test(textOf(id) ?? ""),
    ),
  );

/** The first that fits: later ones are less particular. */
const TESTS: readonly (readonly [KindName, (root: Node, schema: string) => boolean])[] = [
  ["armParameters", (_, schema) => /deploymentParameters\.json/i.test(schema)],
  ["armTemplate", (_, schema) => /deploymentTemplate\.json/i.test(schema)],
  ["standardConnections", (root) => isObject(at(root, "managedApiConnections"))],
  [
    "packageManifest",
    (root) =>
      members(at(root, "resources")).some(([, entry]) =>
        /^Microsoft\.(Flow|PowerApps)\//i.test(typeOf(entry)),
      ),
  ],
  [
    "armTemplate",
    (root) =>
      valuesIn(at(root, "resources")).some((entry) => /^Microsoft\.\w+\//i.test(typeOf(entry))),
  ],
  [
    "deploymentSettings",
    (root) =>
      at(root, "ConnectionReferences")?.type === "array" ||
      at(root, "EnvironmentVariables")?.type === "array",
  ],
  ["workflowResource", (root) => /^Microsoft\.Logic\/workflows$/i.test(typeOf(root))],
  ["galleryTemplate", (root) => hasManagedApi(root) || /galler|templates?$/i.test(typeOf(root))],
  ["appSource", isAppSource],
  ["flow", (root) => isObject(at(root, "properties", "connectionReferences"))],
  [
    "workflowResource",
    (root) =>
      isDefinition(at(root, "properties", "definition")) &&
      !isObject(at(root, "connectionReferences")),
  ],
  ["flow", (root) => isDefinition(at(root, "properties", "definition"))],
  ["codeView", (root) => isDefinition(at(root, "definition")) || isDefinition(root)],
  ["step", (root) => pastedSteps(root).length > 0],
];

export const jsonKind = (root: Node): KindName => {
  const schema = textOf(at(root, "$schema")) ?? "";
  return TESTS.find(([, test]) => test(root, schema))?.[0] ?? "otherJson";
};
