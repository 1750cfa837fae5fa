/**
 * Template expressions as far as an api id needs them; what only a deployment knows becomes UNKNOWN.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
import { UNKNOWN } from "./microsoft-ids.ts";

/** What `variables('name')` and `parameters('name')` are; UNKNOWN when that is not certain. */
export type Lookup = (source: "variables" | "parameters", name: string) => string;

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

const call = (name: string, args: readonly string[], lookUp: Lookup): string => {
  switch (name.toLowerCase()) {
    case "concat":
      return args.join("");
    case "format":
      return formatOf(args);
    case "resourceid":
    case "subscriptionresourceid":
      return resourceIdOf(args);
    case "variables":
      return lookUp("variables", args[0] ?? "");
    case "parameters":
      return lookUp("parameters", args[0] ?? "");
    default:
      return UNKNOWN;
  }
};

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
  const expression = (): string => {
    const token = tokens[position++] ?? "";
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (tokens[position] !== "(") return UNKNOWN;
    position++;
    let value = call(token, argumentsUpTo(")"), lookUp);
    while (tokens[position] === "." || tokens[position] === "[") {
      const isProperty = tokens[position++] === ".";
      if (isProperty) position++;
      else argumentsUpTo("]");
      value = UNKNOWN;
    }
    return value;
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

/** The variable or parameter that an expression is, and nothing else. */
export const referenceIn = (
  text: string,
): { source: "variables" | "parameters"; name: string } | undefined => {
  const [, source, name] = /^\[\s*(variables|parameters)\('([^']+)'\)\s*\]$/i.exec(text) ?? [];
  if (source === undefined || name === undefined) return undefined;
  return { source: source.toLowerCase() === "variables" ? "variables" : "parameters", name };
};
