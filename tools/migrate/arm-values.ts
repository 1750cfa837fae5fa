/** Values of a template, followed through its variables and its parameters' defaults, which may be objects. */
import type { Node } from "jsonc-parser";
import { type Lookup, type Reference, referenceIn, resolveText } from "./arm-expression.ts";
import { members, textOf, valuesIn } from "./json-nodes.ts";
import { UNKNOWN } from "./microsoft-ids.ts";

/** Variables may refer to one another, but not without end. */
const MAX_DEPTH = 8;

/** Names are compared without regard to case: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
const memberOf = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === "array"
    ? valuesIn(node)[Number(key)]
    : members(node).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

const declared = (
  template: Node,
  { source, path: [name = "", ...rest] }: Reference,
  depth: number,
): Node | undefined => {
  const own = memberOf(memberOf(template, source), name);
  const value = source === "parameters" ? memberOf(own, "defaultValue") : own;
  return rest.reduce<Node | undefined>(
    (node, key) => memberOf(settle(template, node, depth), key),
    value,
  );
};

const settle = (template: Node, node: Node | undefined, depth = 0): Node | undefined => {
  const reference = depth < MAX_DEPTH ? referenceIn(textOf(node) ?? "") : undefined;
  const value = reference && declared(template, reference, depth + 1);
  return value ? settle(template, value, depth + 1) : node;
};

/**
 * What stands at the end of a path, each step of it followed to where its value stands. `template` is what declares
 * the variables and parameters.
 */
export const reach = (
  template: Node,
  node: Node | undefined,
  ...path: readonly string[]
): Node | undefined =>
  path.reduce<Node | undefined>(
    (at, key) => settle(template, memberOf(at, key)),
    settle(template, node),
  );

/** The text that a string of the template becomes, parameters taken by their defaults or for unknown. */
export const resolved = (
  template: Node,
  text: string,
  defaults: "with defaults" | "without defaults",
): string => {
  const lookUp =
    (depth: number): Lookup =>
    (reference) => {
      if (
        depth > MAX_DEPTH ||
        (reference.source === "parameters" && defaults === "without defaults")
      )
        return UNKNOWN;
      const value = textOf(declared(template, reference, depth));
      return value === undefined ? UNKNOWN : resolveText(value, lookUp(depth + 1));
    };
  return resolveText(text, lookUp(0));
};
