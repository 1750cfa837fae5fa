/** Steps that may lead to Microsoft's connector by another way than a connection. */
import type { Node } from "jsonc-parser";
import { CALLS_DIRECTLY, OTHER_WORKFLOW, RUNTIME_URL } from "./advice.ts";
import type { Note } from "./findings.ts";
import { at, note, textOf, valuesIn } from "./json-nodes.ts";
import { operationsIn } from "./workflow-operations.ts";

const RUNTIME_PATH = /\/apim\/twitter(?![\w-])/i;
const X_HOST = /^https?:\/\/([\w-]+\.)*(twitter|x)\.com(?![\w.-])/i;
const HTTP = /^Http(Webhook)?$/i;
const WORKFLOW = /^Workflow$/i;

const noteIf = (about: string, node: Node | undefined, pattern: RegExp, besideAChange: boolean) =>
  node && pattern.test(textOf(node) ?? "") ? [note(about, node, besideAChange)] : [];

const ofOperation = (operation: Node): readonly Note[] => {
  const type = textOf(at(operation, "type")) ?? "";
  const inputs = at(operation, "inputs");
  const uri = HTTP.test(type) ? (at(inputs, "uri") ?? at(inputs, "subscribe", "uri")) : undefined;
  return [
    ...noteIf(RUNTIME_URL, at(inputs, "host", "api", "runtimeUrl"), RUNTIME_PATH, false),
    ...noteIf(CALLS_DIRECTLY, uri, RUNTIME_PATH, false),
    ...noteIf(CALLS_DIRECTLY, uri, X_HOST, true),
    ...(WORKFLOW.test(type) ? [note(OTHER_WORKFLOW, operation, true)] : []),
  ];
};

/** The definitions of a document: a flow, a workflow, or a template's workflows. */
const definitionsIn = (holder: Node | undefined): readonly (Node | undefined)[] => [
  at(holder, "definition"),
  at(holder, "properties", "definition"),
  ...valuesIn(at(holder, "resources")).flatMap(definitionsIn),
  ...valuesIn(at(holder, "properties", "template", "resources")).flatMap(definitionsIn),
];

export const stepNotes = (root: Node): readonly Note[] =>
  [root, ...definitionsIn(root)].flatMap(operationsIn).flatMap(ofOperation);
