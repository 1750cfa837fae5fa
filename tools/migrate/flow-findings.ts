/**
 * Flows of Power Automate, in a solution or as a package of their own.
 * https://learn.microsoft.com/power-automate/manage-flows-with-code
 * https://learn.microsoft.com/power-automate/export-import-flow-non-solution
 */
import type { Node } from "jsonc-parser";
import type { Advice } from "./advice.ts";
import type { Finding } from "./findings.ts";
import {
  at,
  filled,
  members,
  note,
  occurrenceIf,
  sideNote,
  textOf,
  valuesIn,
} from "./json-nodes.ts";
import { countIds, isConnectorId, isConnectorName, isConnectorShortName } from "./microsoft-ids.ts";
import { callsConnector, stepsIn } from "./workflow-operations.ts";

const idIf = (node: Node | undefined): readonly Finding[] =>
  occurrenceIf("connectorId", node, isConnectorId);
const nameIf = (node: Node | undefined): readonly Finding[] =>
  occurrenceIf("connectorName", node, isConnectorName);

const SIGN_IN_KEYS = ["parameterValueSet", "connectionParameterSet", "connectionProperties"];
const COPY_KEYS = ["swagger", "apiDefinition"];

/** What was copied out of a designer may name the connection alone; its id holds the connector's. */
const oldConnection = (reference: Node): readonly Finding[] => {
  const id = at(reference, "connection", "id");
  return id && countIds(textOf(id) ?? "") > 0 ? [note("newConnection", id)] : [];
};

/** Reads both forms: `api` in a solution; `id`, `apiName` and `apiDefinition` in a package. */
const inReference = (reference: Node): readonly Finding[] => {
  const api = ["api", "apiDefinition"].map((key) => at(reference, key));
  const ids = [at(reference, "id"), ...api.map((node) => at(node, "id"))].flatMap(idIf);
  const names = api.map((node) => at(node, "name")).flatMap(nameIf);
  if (ids.length + names.length === 0) return oldConnection(reference);

  const noted = (keys: readonly string[], about: Advice) =>
    keys.flatMap((key) => {
      const value = filled(reference, key);
      return value ? [sideNote(about, value)] : [];
    });
  const logicalName =
    at(reference, "connection", "connectionReferenceLogicalName") ??
    at(reference, "connectionReferenceLogicalName");
  return [
    ...ids,
    ...names,
    ...occurrenceIf("connectorShortName", at(reference, "apiName"), isConnectorShortName),
    logicalName
      ? sideNote("connectionReference", logicalName)
      : sideNote("newConnection", reference),
    sideNote("connectorFirst", reference),
    ...noted(SIGN_IN_KEYS, "signInValues"),
    ...noted(COPY_KEYS, "swaggerCopy"),
  ];
};

const inOperation = (operation: Node): readonly Finding[] => {
  const apiId = callsConnector(operation) ? at(operation, "inputs", "host", "apiId") : undefined;
  return apiId && /^[@[]/.test(textOf(apiId) ?? "") ? [note("undecidedApi", apiId)] : idIf(apiId);
};

const RESOURCE_TYPE = /^Microsoft\.PowerApps\/apis$/i;

const dependents = (resources: Node, key: string, type: RegExp): readonly Node[] =>
  valuesIn(resources).filter(
    (other) =>
      type.test(textOf(at(other, "type")) ?? "") &&
      valuesIn(at(other, "dependsOn")).some((dependency) => dependency.value === key),
  );

/**
 * A package's manifest.json lists what the flow needs; its connections, and canvas apps in it, say which api they
 * depend on.
 */
const inManifest = (resources: Node | undefined): readonly Finding[] => {
  if (resources?.type !== "object") return [];
  return members(resources).flatMap(([key, resource]) => {
    if (!RESOURCE_TYPE.test(textOf(at(resource, "type")) ?? "")) return [];
    const found = [...idIf(at(resource, "id")), ...nameIf(at(resource, "name"))];
    if (found.length === 0) return [];
    const apps = dependents(resources, key, /^Microsoft\.PowerApps\/apps$/i);
    if (apps.length > 0) return apps.map((app) => note("appHoldsPackage", app));
    const connections = dependents(resources, key, /\/connections$/i);
    return [...found, ...connections.map((other) => sideNote("newConnection", other))];
  });
};

/** https://learn.microsoft.com/power-platform/alm/conn-ref-env-variables-build-tools */
const inDeploymentSettings = (reference: Node): readonly Finding[] => {
  const found = idIf(at(reference, "ConnectorId"));
  return found.length === 0 ? [] : [...found, sideNote("connectionReference", reference)];
};

export const flowFindings = (root: Node): readonly Finding[] => {
  const references = [root, at(root, "properties")].flatMap((holder) => [
    ...valuesIn(at(holder, "connectionReferences")),
    ...valuesIn(at(holder, "installedConnectionReferences")),
  ]);
  const copied = valuesIn(at(root, "allConnectionData")).flatMap(
    (data) => at(data, "connectionData") ?? [],
  );
  return [
    ...[...references, ...copied].flatMap(inReference),
    ...stepsIn(root).flatMap(inOperation),
    ...inManifest(at(root, "resources")),
    ...valuesIn(at(root, "ConnectionReferences")).flatMap(inDeploymentSettings),
  ];
};
