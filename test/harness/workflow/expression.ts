/**
 * The workflow expression language, read into a tree.
 * https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly Expression[] }
  | {
      readonly kind: "member";
      readonly of: Expression;
      readonly name: Expression;
      /** `?[…]`: null where there is nothing to look into. */
      readonly optional: boolean;
    };

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*)|(\?\[|\?\.|[()[\],.]))/y;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Throws an Error that names the text where it is not in the language. */
export const parseExpression = (text: string): Expression => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`"${text}" is no expression.`);
    tokens.push(token.trim());
  }
  let at = 0;
  const next = (): string => {
    const token = tokens[at];
    if (token === undefined) throw new Error(`"${text}" ends too early.`);
    at += 1;
    return token;
  };
  const expect = (token: string) => {
    if (next() !== token) throw new Error(`"${text}" lacks a "${token}".`);
  };
  const callParts = (): Expression[] => {
    const parts: Expression[] = [];
    if (tokens[at] === ")") at += 1;
    else {
      do parts.push(expression());
      while (tokens[at] === "," && next());
      expect(")");
    }
    return parts;
  };
  const primary = (): Expression => {
    const token = next();
    if (token.startsWith("'")) {
      return { kind: "literal", value: token.slice(1, -1).replaceAll("''", "'") };
    }
    if (/^-?\d/.test(token)) return { kind: "literal", value: Number(token) };
    if (token in WORDS) return { kind: "literal", value: WORDS[token] ?? null };
    expect("(");
    return { kind: "call", name: token, parts: callParts() };
  };
  const expression = (): Expression => {
    let of = primary();
    for (;;) {
      const token = tokens[at];
      if (token !== "[" && token !== "?[" && token !== "." && token !== "?.") return of;
      at += 1;
      const isBracket = token.endsWith("[");
      const name: Expression = isBracket ? expression() : { kind: "literal", value: next() };
      if (isBracket) expect("]");
      of = { kind: "member", of, name, optional: token.startsWith("?") };
    }
  };
  const whole = expression();
  if (at < tokens.length) throw new Error(`"${text}" goes on after its end.`);
  return whole;
};

/** A value of a definition: text, an expression, or text with expressions in it. */
export type Template = string | Expression | readonly (string | Expression)[];

/** How far the expression that begins at `start` goes, text in quotes left alone. */
const endOfInterpolation = (text: string, start: number): number => {
  let inText = false;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === "'") inText = !inText;
    else if (text[index] === "}" && !inText) return index;
  }
  throw new Error(`"${text}" has an "@{" without its "}".`);
};

export const parseTemplate = (text: string): Template => {
  if (text.startsWith("@@")) return text.slice(1);
  if (text.startsWith("@") && !text.startsWith("@{")) return parseExpression(text.slice(1));
  const parts: (string | Expression)[] = [];
  let from = 0;
  for (let start = text.indexOf("@{"); start >= 0; start = text.indexOf("@{", from)) {
    const end = endOfInterpolation(text, start + 2);
    parts.push(text.slice(from, start), parseExpression(text.slice(start + 2, end)));
    from = end + 1;
  }
  return parts.length ? [...parts, text.slice(from)] : text;
};

/** Every expression in a value of a definition, wherever it is nested. */
export const expressionsIn = (value: unknown): Expression[] => {
  if (typeof value === "string") {
    const template = parseTemplate(value);
    if (typeof template === "string") return [];
    const parts = "kind" in template ? [template] : template;
    return parts.filter((part) => typeof part !== "string");
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(expressionsIn);
};
