/**
 * Flows of Power Automate, in a solution or as a package of their own.
 * https://learn.microsoft.com/power-automate/manage-flows-with-code
 * https://learn.microsoft.com/power-automate/export-import-flow-non-solution
 */
import type { Node } from "jsonc-parser";
import {
  CONNECTION_REFERENCE,
  CONNECTOR_FIRST,
  NEW_CONNECTION,
  SIGN_IN_VALUES,
  SWAGGER_COPY,
  UNDECIDED_API,
} from "./advice.ts";
import type { Finding } from "./findings.ts";
import { at, filled, members, note, occurrenceIf, textOf, valuesIn } from "./json-nodes.ts";
import { isConnectorId, isConnectorName, isConnectorShortName } from "./microsoft-ids.ts";
import { callsConnector, operationsIn } from "./workflow-operations.ts";

const idIf = (node: Node | undefined): readonly Finding[] =>
  occurrenceIf("connectorId", node, isConnectorId);
const nameIf = (node: Node | undefined): readonly Finding[] =>
  occurrenceIf("connectorName", node, isConnectorName);

const SIGN_IN_KEYS = ["parameterValueSet", "connectionParameterSet", "connectionProperties"];
const COPY_KEYS = ["swagger", "apiDefinition"];

/** Reads both forms: `api` in a solution; `id`, `apiName` and `apiDefinition` in a package. */
const inReference = (reference: Node): readonly Finding[] => {
  const api = ["api", "apiDefinition"].map((key) => at(reference, key));
  const ids = [at(reference, "id"), ...api.map((node) => at(node, "id"))].flatMap(idIf);
  const names = api.map((node) => at(node, "name")).flatMap(nameIf);
  if (ids.length + names.length === 0) return [];

  const noted = (keys: readonly string[], about: string) =>
    keys.flatMap((key) => {
      const value = filled(reference, key);
      return value ? [note(about, value, true)] : [];
    });
  const logicalName =
    at(reference, "connection", "connectionReferenceLogicalName") ??
    at(reference, "connectionReferenceLogicalName");
  return [
    ...ids,
    ...names,
    ...occurrenceIf("connectorShortName", at(reference, "apiName"), isConnectorShortName),
    logicalName
      ? note(CONNECTION_REFERENCE, logicalName, true)
      : note(NEW_CONNECTION, reference, true),
    note(CONNECTOR_FIRST, reference, true),
    ...noted(SIGN_IN_KEYS, SIGN_IN_VALUES),
    ...noted(COPY_KEYS, SWAGGER_COPY),
  ];
};

const inOperation = (operation: Node): readonly Finding[] => {
  const apiId = callsConnector(operation) ? at(operation, "inputs", "host", "apiId") : undefined;
  return apiId && /^[@[]/.test(textOf(apiId) ?? "") ? [note(UNDECIDED_API, apiId)] : idIf(apiId);
};

const RESOURCE_TYPE = /^Microsoft\.PowerApps\/apis$/i;

/** A package's manifest.json lists what the flow needs; its connections say which api they depend on. */
const inManifest = (resources: Node | undefined): readonly Finding[] => {
  if (resources?.type !== "object") return [];
  return members(resources).flatMap(([key, resource]) => {
    if (!RESOURCE_TYPE.test(textOf(at(resource, "type")) ?? "")) return [];
    const found = [...idIf(at(resource, "id")), ...nameIf(at(resource, "name"))];
    const connections = valuesIn(resources).filter(
      (other) =>
        /\/connections$/i.test(textOf(at(other, "type")) ?? "") &&
        valuesIn(at(other, "dependsOn")).some((dependency) => dependency.value === key),
    );
    return found.length === 0
      ? []
      : [...found, ...connections.map((other) => note(NEW_CONNECTION, other, true))];
  });
};

/** https://learn.microsoft.com/power-platform/alm/conn-ref-env-variables-build-tools */
const inDeploymentSettings = (reference: Node): readonly Finding[] => {
  const found = idIf(at(reference, "ConnectorId"));
  return found.length === 0 ? [] : [...found, note(CONNECTION_REFERENCE, reference, true)];
};

export const flowFindings = (root: Node): readonly Finding[] => {
  const references = [root, at(root, "properties")].flatMap((holder) => [
    ...valuesIn(at(holder, "connectionReferences")),
    ...valuesIn(at(holder, "installedConnectionReferences")),
  ]);
  const definitions = [at(root, "properties", "definition"), at(root, "definition"), root];
  return [
    ...references.flatMap(inReference),
    ...definitions.flatMap(operationsIn).flatMap(inOperation),
    ...inManifest(at(root, "resources")),
    ...valuesIn(at(root, "ConnectionReferences")).flatMap(inDeploymentSettings),
  ];
};
