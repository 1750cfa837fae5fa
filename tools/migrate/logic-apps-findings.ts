/**
 * Logic Apps: a workflow's connections, and the resources of a template.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-azure-resource-manager-templates-overview
 */
import type { Node } from "jsonc-parser";
import { apiIdFindings, isCertain } from "./api-id-findings.ts";
import { reach } from "./arm-values.ts";
import type { Finding } from "./findings.ts";
import { at, filled, occurrenceIf, sideNote, textOf, valuesIn } from "./json-nodes.ts";
import { isConnectorShortName, isManagedApiId, isManagedApiType } from "./microsoft-ids.ts";

const withSignIn = (template: Node, connection: Node): readonly Finding[] => {
  const found = apiIdFindings(template, reach(template, connection, "id"));
  return isCertain(found) ? [...found, sideNote("keptConnection", connection)] : found;
};

/** `$connections` is a parameter like others: its values, or the defaults of the definition. */
const inConnections = (template: Node, connections: Node | undefined): readonly Finding[] =>
  [reach(template, connections, "value"), reach(template, connections, "defaultValue")]
    .flatMap(valuesIn)
    .flatMap((item) => withSignIn(template, reach(template, item) ?? item));

/** The portal's older code view has `$connections` beside the definition, not in `parameters`. */
const inWorkflow = (template: Node, holder: Node | undefined): readonly Finding[] => [
  ...inConnections(template, at(holder, "$connections")),
  ...[holder, at(holder, "definition")].flatMap((node) =>
    inConnections(template, reach(template, node, "parameters", "$connections")),
  ),
];

const SIGN_IN_KEYS = [
  "parameterValueSet",
  "parameterValueType",
  "parameterValues",
  "alternativeParameterValues",
  "nonSecretParameterValues",
  "customParameterValues",
  "authenticatedUser",
];

/** An exported connection repeats name and type of its api beside the id. */
const inConnection = (template: Node, properties: Node | undefined): readonly Finding[] => {
  const api = reach(template, properties, "api");
  const found = apiIdFindings(template, api?.type === "string" ? api : at(api, "id"));
  if (!properties || !isCertain(found)) return found;
  return [
    ...found,
    ...occurrenceIf("customApiName", at(api, "name"), isConnectorShortName),
    ...occurrenceIf("customApiType", at(api, "type"), isManagedApiType),
    sideNote("newApiConnection", properties),
    ...SIGN_IN_KEYS.flatMap((key) => {
      const value = filled(properties, key);
      return value ? [sideNote("signInValues", value)] : [];
    }),
  ];
};

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates#expression-evaluation-scope-in-nested-templates */
const templateOfNested = (outer: Node, resource: Node): Node => {
  const scope = textOf(at(resource, "properties", "expressionEvaluationOptions", "scope"));
  const inner = at(resource, "properties", "template");
  return inner && scope?.toLowerCase() === "inner" ? inner : outer;
};

const inResource = (template: Node, resource: Node): readonly Finding[] => {
  const properties = reach(template, resource, "properties");
  const nested = at(properties, "template");
  const own = (): readonly Finding[] => {
    switch (textOf(at(resource, "type"))?.toLowerCase()) {
      case "microsoft.web/connections":
        return inConnection(template, properties);
      case "microsoft.logic/workflows":
        return inWorkflow(template, properties);
      default:
        return [];
    }
  };
  return [
    ...own(),
    ...valuesIn(at(resource, "resources")).flatMap((child) => inResource(template, child)),
    ...valuesIn(at(nested, "resources")).flatMap((child) =>
      inResource(templateOfNested(template, resource), child),
    ),
  ];
};

/** https://learn.microsoft.com/azure/logic-apps/create-single-tenant-workflows-visual-studio-code */
const inStandardConnection = (root: Node, connection: Node): readonly Finding[] => {
  const found = apiIdFindings(root, at(connection, "api", "id"));
  if (!isCertain(found)) return found;
  const runtimeUrl = filled(connection, "connectionRuntimeUrl");
  return [
    ...found,
    sideNote("keptConnection", connection),
    ...(runtimeUrl ? [sideNote("runtimeUrl", runtimeUrl)] : []),
  ];
};

/**
 * A template of a gallery tells which apis its workflow needs; what is pasted from a designer tells it too.
 * https://github.com/Azure/LogicAppsTemplates
 */
const inGalleryConnection = (root: Node, entry: Node): readonly Finding[] => {
  const ids = [at(entry, "id"), at(entry, "api", "id"), at(entry, "connectorId")];
  const found = ids.flatMap((id) => apiIdFindings(root, id));
  return isCertain(found) ? [...found, sideNote("newConnection", entry)] : found;
};

const galleryConnections = (root: Node): readonly Node[] => [
  ...[
    at(root, "connectionReferences"),
    at(root, "properties", "connectionReferences"),
    at(root, "connections"),
  ].flatMap(valuesIn),
  ...valuesIn(at(root, "allConnectionData")).flatMap((data) => at(data, "connectionData") ?? []),
];

const isParametersFile = (root: Node): boolean =>
  /\/deploymentParameters\.json#?$/i.test(textOf(at(root, "$schema")) ?? "");

export const logicAppsFindings = (root: Node): readonly Finding[] => [
  ...inWorkflow(root, root),
  ...inWorkflow(root, at(root, "properties")),
  ...inResource(root, root),
  ...galleryConnections(root).flatMap((entry) => inGalleryConnection(root, entry)),
  ...valuesIn(at(root, "managedApiConnections")).flatMap((connection) =>
    inStandardConnection(root, connection),
  ),
  ...(isParametersFile(root) ? valuesIn(at(root, "parameters")) : []).flatMap((parameter) =>
    occurrenceIf("customApiId", at(parameter, "value"), isManagedApiId),
  ),
];
