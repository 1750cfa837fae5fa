/**
 * Logic Apps: a workflow's connections, and the resources of a template.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-azure-resource-manager-templates-overview
 */
import type { Node } from "jsonc-parser";
import { KEPT_CONNECTION, NEW_API_CONNECTION, RUNTIME_URL, SIGN_IN_VALUES } from "./advice.ts";
import { apiIdFindings, isCertain } from "./api-id-findings.ts";
import type { Finding } from "./findings.ts";
import { at, filled, note, occurrenceIf, textOf, valuesIn } from "./json-nodes.ts";
import { isConnectorShortName, isManagedApiId, isManagedApiType } from "./microsoft-ids.ts";

/** `$connections` is a parameter like others: its values, or the defaults of the definition. */
const inConnections = (template: Node, connections: Node | undefined): readonly Finding[] =>
  [at(connections, "value"), at(connections, "defaultValue")].flatMap(valuesIn).flatMap((item) => {
    const found = apiIdFindings(template, at(item, "id"));
    return isCertain(found) ? [...found, note(KEPT_CONNECTION, item, true)] : found;
  });

const inWorkflow = (template: Node, holder: Node | undefined): readonly Finding[] =>
  [holder, at(holder, "definition")].flatMap((node) =>
    inConnections(template, at(node, "parameters", "$connections")),
  );

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
  const api = at(properties, "api");
  const found = apiIdFindings(template, at(api, "id"));
  if (!properties || !isCertain(found)) return found;
  return [
    ...found,
    ...occurrenceIf("customApiName", at(api, "name"), isConnectorShortName),
    ...occurrenceIf("customApiType", at(api, "type"), isManagedApiType),
    note(NEW_API_CONNECTION, properties, true),
    ...SIGN_IN_KEYS.flatMap((key) => {
      const value = filled(properties, key);
      return value ? [note(SIGN_IN_VALUES, value, true)] : [];
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
  const properties = at(resource, "properties");
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
    note(KEPT_CONNECTION, connection, true),
    ...(runtimeUrl ? [note(RUNTIME_URL, runtimeUrl, true)] : []),
  ];
};

const isParametersFile = (root: Node): boolean =>
  /\/deploymentParameters\.json#?$/i.test(textOf(at(root, "$schema")) ?? "");

export const logicAppsFindings = (root: Node): readonly Finding[] => [
  ...inWorkflow(root, root),
  ...inResource(root, root),
  ...valuesIn(at(root, "managedApiConnections")).flatMap((connection) =>
    inStandardConnection(root, connection),
  ),
  ...(isParametersFile(root) ? valuesIn(at(root, "parameters")) : []).flatMap((parameter) =>
    occurrenceIf("customApiId", at(parameter, "value"), isManagedApiId),
  ),
];
