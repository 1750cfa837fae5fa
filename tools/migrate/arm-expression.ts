/**
 * Template expressions as far as an api id needs them; what only a deployment knows becomes UNKNOWN.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
import { UNKNOWN } from "./microsoft-ids.ts";

/** Such as `variables('apis').twitter.id`: the name, then what is taken of its value. */
export interface Reference {
  readonly source: "variables" | "parameters";
  readonly path: readonly string[];
}

/** What a reference is; UNKNOWN when that is not certain. */
export type Lookup = (reference: Reference) => string;

const TOKEN = /\s*('(?:[^']|'')*'|[\w$]+|[()[\],.])/y;

const tokensOf = (source: string): readonly string[] | undefined => {
  const tokens: string[] = [];
  let end = 0;
  while (end < source.length) {
    TOKEN.lastIndex = end;
    const token = TOKEN.exec(source)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
    end = TOKEN.lastIndex;
  }
  return tokens;
};

/** The type is the argument with a slash; names follow it: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource */
const resourceIdOf = (args: readonly string[]): string => {
  const typeAt = args.findIndex((text) => text.includes("/"));
  const [namespace, ...types] = args[typeAt]?.split("/") ?? [];
  if (namespace === undefined) return UNKNOWN;
  const names = args.slice(typeAt + 1);
  const segments = types.flatMap((type, index) => [type, names[index] ?? UNKNOWN]);
  return ["/subscriptions", UNKNOWN, "providers", namespace, ...segments].join("/");
};

const formatOf = ([format = "", ...args]: readonly string[]): string =>
  format.replace(/\{(\d+)\}/g, (_, index) => args[Number(index)] ?? UNKNOWN);

const call = (name: string, args: readonly string[]): string => {
  switch (name.toLowerCase()) {
    case "concat":
      return args.join("");
    case "format":
      return formatOf(args);
    case "resourceid":
    case "subscriptionresourceid":
      return resourceIdOf(args);
    default:
      return UNKNOWN;
  }
};

const sourceOf = (name: string): Reference["source"] | undefined =>
  (["variables", "parameters"] as const).find((source) => source === name.toLowerCase());

/** The text that an expression without its brackets makes. */
const evaluate = (source: string, lookUp: Lookup): string => {
  const tokens = tokensOf(source.trim());
  if (!tokens) return UNKNOWN;
  let position = 0;

  const argumentsUpTo = (end: string): string[] => {
    const args: string[] = [];
    while (position < tokens.length && tokens[position] !== end) {
      args.push(expression());
      if (tokens[position] === ",") position++;
    }
    position++;
    return args;
  };
  const propertyPath = (): string[] => {
    const path: string[] = [];
    while (tokens[position] === "." || tokens[position] === "[") {
      const isProperty = tokens[position++] === ".";
      path.push((isProperty ? tokens[position++] : argumentsUpTo("]")[0]) ?? UNKNOWN);
    }
    return path;
  };
  const expression = (): string => {
    const token = tokens[position++] ?? "";
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d+$/.test(token)) return token;
    if (tokens[position] !== "(") return UNKNOWN;
    position++;
    const args = argumentsUpTo(")");
    const path = propertyPath();
    const source = sourceOf(token);
    if (source) return lookUp({ source, path: [args[0] ?? UNKNOWN, ...path] });
    return path.length > 0 ? UNKNOWN : call(token, args);
  };

  const value = expression();
  return position === tokens.length ? value : UNKNOWN;
};

const isExpression = (text: string): boolean => /^\[[^[].*\]$/s.test(text);

/** What a string of a template becomes. Expressions of workflows, which begin with @, are never certain. */
export const resolveText = (text: string, lookUp: Lookup): string => {
  if (text.startsWith("@")) return UNKNOWN;
  return isExpression(text) ? evaluate(text.slice(1, -1), lookUp) : text;
};

/** Stands for a reference's value while it is found out whether an expression is that reference alone. */
const VALUE = "\u{fffd}";

/** The variable or parameter that an expression is, and nothing else. */
export const referenceIn = (text: string): Reference | undefined => {
  let found: Reference | undefined;
  const value = resolveText(text, (reference) => {
    found = reference;
    return VALUE;
  });
  return value === VALUE ? found : undefined;
};
