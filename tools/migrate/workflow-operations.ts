/**
 * The triggers and actions of a workflow definition, however deep.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#control-workflow-actions
 */
import type { Node } from "jsonc-parser";
import { at, members, textOf, valuesIn } from "./json-nodes.ts";

const nested = (operation: Node): readonly Node[] => [
  ...actionsIn(operation),
  ...actionsIn(at(operation, "else")),
  ...actionsIn(at(operation, "default")),
  ...valuesIn(at(operation, "cases")).flatMap(actionsIn),
  ...valuesIn(at(operation, "tools")).flatMap(actionsIn),
];

const withNested = (operation: Node): readonly Node[] => [operation, ...nested(operation)];

const actionsIn = (container: Node | undefined): readonly Node[] =>
  valuesIn(at(container, "actions")).flatMap(withNested);

const operationsIn = (definition: Node | undefined): readonly Node[] => [
  ...valuesIn(at(definition, "triggers")),
  ...actionsIn(definition),
];

const isStep = (node: Node | undefined): node is Node =>
  at(node, "inputs")?.type === "object" && !at(node, "definition");

/** What the designers put on the clipboard, each a step in a wrapping of its own. */
const WRAPPINGS = ["operationDefinition", "serializedOperation", "serializedValue"];

/** Steps that were copied out of a designer or a code view: one alone, in a wrapping, or by name. */
export const pastedSteps = (root: Node): readonly Node[] => {
  const alone = [root, ...WRAPPINGS.map((key) => at(root, key))].filter(isStep);
  if (alone.length > 0) return alone.flatMap(withNested);
  const named = members(root).map(([, value]) => value);
  return named.length > 0 && named.every(isStep) ? named.flatMap(withNested) : [];
};

/** The definitions of a document: a flow, a workflow, or a template's workflows. */
const definitionsIn = (holder: Node | undefined): readonly (Node | undefined)[] => [
  at(holder, "definition"),
  at(holder, "properties", "definition"),
  ...valuesIn(at(holder, "resources")).flatMap(definitionsIn),
  ...valuesIn(at(holder, "properties", "template", "resources")).flatMap(definitionsIn),
];

/** Every step of a document, wherever it keeps them. */
export const stepsIn = (root: Node): readonly Node[] => [
  ...[root, ...definitionsIn(root)].flatMap(operationsIn),
  ...pastedSteps(root),
];

const CONNECTOR_CALL = /^(OpenApi|Api)Connection(Webhook|Notification)?$/i;

/** A step whose `inputs.host` names a connector; elsewhere `host` is a maker's own data. A copied step may lack its type. */
export const callsConnector = (operation: Node): boolean => {
  const type = at(operation, "type");
  return type === undefined || CONNECTOR_CALL.test(textOf(type) ?? "");
};
