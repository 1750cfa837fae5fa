/** Steps that may lead to Microsoft's connector by another way than a connection. */
import type { Node } from "jsonc-parser";
import type { Advice } from "./advice.ts";
import type { Note } from "./findings.ts";
import { at, note, textOf } from "./json-nodes.ts";
import { pastedSteps, stepsIn } from "./workflow-operations.ts";

const RUNTIME_PATH = /\/apim\/twitter(?![\w-])/i;
const X_HOST = /^https?:\/\/([\w-]+\.)*(twitter|x)\.com(?![\w.-])/i;
const HTTP = /^Http(Webhook)?$/i;
const WORKFLOW = /^Workflow$/i;

const noteIf = (about: Advice, node: Node | undefined, pattern: RegExp, besideAChange: boolean) =>
  node && pattern.test(textOf(node) ?? "") ? [note(about, node, besideAChange)] : [];

const ofOperation = (operation: Node): readonly Note[] => {
  const type = textOf(at(operation, "type")) ?? "";
  const inputs = at(operation, "inputs");
  const uri = HTTP.test(type) ? (at(inputs, "uri") ?? at(inputs, "subscribe", "uri")) : undefined;
  return [
    ...noteIf("runtimeUrl", at(inputs, "host", "api", "runtimeUrl"), RUNTIME_PATH, false),
    ...noteIf("callsDirectly", uri, RUNTIME_PATH, false),
    ...noteIf("callsDirectly", uri, X_HOST, true),
    ...(WORKFLOW.test(type) ? [note("otherWorkflow", operation, true)] : []),
  ];
};

/** https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference */
const KEY = /^@parameters\('\$connections'\)\['([^']*twitter[^']*)'\]/i;

/** A step of a workflow, copied without it: what its key leads to stands elsewhere. */
const ofCopied = (operation: Node): readonly Note[] =>
  noteIf("keyOfConnections", at(operation, "inputs", "host", "connection", "name"), KEY, false);

export const stepNotes = (root: Node): readonly Note[] => [
  ...stepsIn(root).flatMap(ofOperation),
  ...pastedSteps(root).flatMap(ofCopied),
];
