/** Steps that may lead to Microsoft's connector by another way than a connection. */
import type { Node } from "jsonc-parser";
import type { Note } from "./findings.ts";
import { at, note, sideNote, textOf } from "./json-nodes.ts";
import { pastedSteps, stepsIn } from "./workflow-operations.ts";

const RUNTIME_PATH = /\/apim\/twitter(?![\w-])/i;
const X_HOST = /^https?:\/\/([\w-]+\.)*(twitter|x)\.com(?![\w.-])/i;
const HTTP = /^Http(Webhook)?$/i;
const WORKFLOW = /^Workflow$/i;

/** The node, where its text matches. */
const matching = (node: Node | undefined, pattern: RegExp): readonly Node[] =>
  node && pattern.test(textOf(node) ?? "") ? [node] : [];

const ofOperation = (operation: Node): readonly Note[] => {
  const type = textOf(at(operation, "type")) ?? "";
  const inputs = at(operation, "inputs");
  const uri = HTTP.test(type) ? (at(inputs, "uri") ?? at(inputs, "subscribe", "uri")) : undefined;
  return [
    ...matching(at(inputs, "host", "api", "runtimeUrl"), RUNTIME_PATH).map((url) =>
      note("runtimeUrl", url),
    ),
    ...matching(uri, RUNTIME_PATH).map((url) => note("callsDirectly", url)),
    ...matching(uri, X_HOST).map((url) => sideNote("callsDirectly", url)),
    ...(WORKFLOW.test(type) ? [sideNote("otherWorkflow", operation)] : []),
  ];
};

/** https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference */
const KEY = /^@parameters\('\$connections'\)\['([^']*twitter[^']*)'\]/i;

/** A step of a workflow, copied without it: what its key leads to stands elsewhere. */
const ofCopied = (operation: Node): readonly Note[] =>
  matching(at(operation, "inputs", "host", "connection", "name"), KEY).map((name) =>
    note("keyOfConnections", name),
  );

export const stepNotes = (root: Node): readonly Note[] => [
  ...stepsIn(root).flatMap(ofOperation),
  ...pastedSteps(root).flatMap(ofCopied),
];
