/** JSON as nodes that know where they stand in the text. */
import {
  findNodeAtLocation,
  getNodePath,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Advice } from "./advice.ts";
import { type Note, type Occurrence, type Slot, UnreadableDocument } from "./findings.ts";

/** Comments pass: templates may have them (https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#comments). */
export const parseJson = (text: string): Node => {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const [error] = errors;
  if (root && !error) return root;
  const before = text.slice(0, error?.offset ?? 0).split(/\r\n|\r|\n/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  const reason = error ? printParseErrorCode(error.error) : "NothingThere";
  throw new UnreadableDocument(
    `no valid JSON at line ${before.length}, column ${column}: ${reason}`,
  );
};

export const at = (node: Node | undefined, ...path: JSONPath): Node | undefined =>
  node && findNodeAtLocation(node, path);

export const members = (node: Node | undefined): readonly (readonly [string, Node])[] =>
  node?.type !== "object"
    ? []
    : (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
        key && value ? [[String(key.value), value] as const] : [],
      );

/** What an object or an array holds. */
export const valuesIn = (node: Node | undefined): readonly Node[] =>
  node?.type === "array" ? (node.children ?? []) : members(node).map(([, value]) => value);

export const textOf = (node: Node | undefined): string | undefined =>
  node?.type === "string" ? String(node.value) : undefined;

export const strings = (node: Node): readonly Node[] =>
  node.type === "string" ? [node] : valuesIn(node).flatMap(strings);

const isEmpty = (node: Node): boolean =>
  node.type === "null" || node.value === "" || (!("value" in node) && valuesIn(node).length === 0);

/** A property that says something. */
export const filled = (node: Node | undefined, key: string): Node | undefined => {
  const value = at(node, key);
  return value && !isEmpty(value) ? value : undefined;
};

const step = (key: string | number): string => {
  if (typeof key === "number") return `[${key}]`;
  return /^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
};

export const placeOf = (node: Node): string =>
  getNodePath(node).map(step).join("").replace(/^\./, "") || "(root)";

export const occurrence = (slot: Slot, node: Node): Occurrence => ({
  kind: "occurrence",
  slot,
  offset: node.offset + 1,
  length: node.length - 2,
  place: placeOf(node),
  before: String(node.value),
});

export const note = (about: Advice, node: Node): Note => ({
  kind: "note",
  about,
  place: placeOf(node),
  besideAChange: false,
});

/** One beside a change. */
export const sideNote = (about: Advice, node: Node): Note => ({
  ...note(about, node),
  besideAChange: true,
});

/** The slot's occurrence where a string node passes the test. */
export const occurrenceIf = (
  slot: Slot,
  node: Node | undefined,
  test: (text: string) => boolean,
): readonly Occurrence[] => {
  const text = textOf(node);
  return node && text !== undefined && test(text) ? [occurrence(slot, node)] : [];
};
