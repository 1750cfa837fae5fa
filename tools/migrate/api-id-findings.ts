/** One api id of a connection in Azure, written out or made by a template's expression. */
import type { Node } from "jsonc-parser";
import { DEFAULT_IS_MICROSOFTS, OVERRIDABLE_DEFAULT, UNDECIDED_API } from "./advice.ts";
import { type Lookup, referenceIn, resolveText } from "./arm-expression.ts";
import type { Finding } from "./findings.ts";
import { at, note, occurrence, textOf } from "./json-nodes.ts";
import { isManagedApiId, UNKNOWN } from "./microsoft-ids.ts";

/** Variables may refer to one another, but not without end. */
const MAX_DEPTH = 8;

const declared = (template: Node, source: "variables" | "parameters", name: string) =>
  source === "variables"
    ? at(template, "variables", name)
    : at(template, "parameters", name, "defaultValue");

const lookUpIn = (template: Node, withDefaults: boolean, depth = 0): Lookup => {
  return (source, name) => {
    if (depth > MAX_DEPTH || (source === "parameters" && !withDefaults)) return UNKNOWN;
    const text = textOf(declared(template, source, name));
    if (text === undefined) return UNKNOWN;
    return resolveText(text, lookUpIn(template, withDefaults, depth + 1));
  };
};

const isDecided = (id: string): boolean =>
  /\/customApis\//i.test(id) || !id.slice(id.lastIndexOf("/") + 1).includes(UNKNOWN);

/** Follows an id that is a variable or a parameter and nothing else to where its value stands. */
const settledNode = (template: Node, node: Node, depth = 0): Node => {
  const reference = referenceIn(textOf(node) ?? "");
  const value = reference && declared(template, reference.source, reference.name);
  return value?.type === "string" && depth < MAX_DEPTH
    ? settledNode(template, value, depth + 1)
    : node;
};

/** `template` is what declares the variables and parameters that the id may refer to. */
export const apiIdFindings = (template: Node, node: Node | undefined): readonly Finding[] => {
  if (!node || textOf(node) === undefined) return [];
  const value = settledNode(template, node);
  const text = textOf(value) ?? "";
  if (isManagedApiId(resolveText(text, lookUpIn(template, false)))) {
    const found = occurrence("customApiId", value);
    const isDefault = /^(.*\.)?parameters[.[].*\.defaultValue$/.test(found.place);
    return isDefault ? [found, note(OVERRIDABLE_DEFAULT, value)] : [found];
  }
  const likely = resolveText(text, lookUpIn(template, true));
  if (isManagedApiId(likely)) return [note(DEFAULT_IS_MICROSOFTS, value)];
  return isDecided(likely) ? [] : [note(UNDECIDED_API, value)];
};

/** Whether an id was found to be Microsoft's for certain. */
export const isCertain = (findings: readonly Finding[]): boolean =>
  findings.some(({ kind }) => kind === "occurrence");
