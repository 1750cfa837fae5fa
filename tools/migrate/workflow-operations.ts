/**
 * The triggers and actions of a workflow definition, however deep.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#control-workflow-actions
 */
import type { Node } from "jsonc-parser";
import { at, textOf, valuesIn } from "./json-nodes.ts";

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

export const operationsIn = (definition: Node | undefined): readonly Node[] => [
  ...valuesIn(at(definition, "triggers")),
  ...actionsIn(definition),
];

const CONNECTOR_CALL = /^(OpenApi|Api)Connection(Webhook|Notification)?$/i;

/** A step whose `inputs.host` names a connector; elsewhere `host` is a maker's own data. */
export const callsConnector = (operation: Node): boolean =>
  CONNECTOR_CALL.test(textOf(at(operation, "type")) ?? "");
