/** Reads Bicep files by their grammar, since the compiler comes with no package: what is declared, given and used. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

const { resolve } = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(resolve("tree-sitter-bicep/tree-sitter-bicep.wasm")));

export const readBicep = async (file: URL): Promise<Node> => {
  const tree = parser.parse(await readFile(file, "utf8"));
  if (!tree) throw new Error(`${file.pathname} could not be parsed.`);
  return tree.rootNode;
};

export const nodesOf = (root: Node, type: string): Node[] =>
  root.descendantsOfType(type).filter((node) => node !== null);

const named = (node: Node, index: number): Node => {
  const child = node.namedChild(index);
  if (!child) throw new Error(`"${node.text.slice(0, 40)}" has too few parts.`);
  return child;
};

const unquoted = (text: string): string => text.replace(/^'|'$/g, "");

/** The object that a declaration or a property is set to, through `if` and `for`. */
const objectIn = (node: Node): Node => nodesOf(node, "object")[0] ?? node;

/** An object's properties by name, nested resources left out. */
export const propertiesOf = (node: Node): ReadonlyMap<string, Node> =>
  new Map(
    objectIn(node)
      .namedChildren.filter((child) => child?.type === "object_property")
      .filter((child) => child?.namedChildCount === 2)
      .flatMap((child) =>
        child ? [[unquoted(named(child, 0).text), named(child, 1)] as const] : [],
      ),
  );

export interface BicepDeclaration {
  readonly name: string;
  readonly node: Node;
  /** Of a module, its file; of a resource, its type and version. */
  readonly target: string;
}

const declarations = (root: Node, kind: string): BicepDeclaration[] =>
  nodesOf(root, `${kind}_declaration`).map((node) => ({
    name: named(node, 0).text,
    node,
    target: unquoted(named(node, 1).text),
  }));

/** A parameter without a default has to be given. */
export const parametersOf = (root: Node) =>
  declarations(root, "parameter").map(({ name, node }) => ({
    name,
    required: !/^param [^=]*=/.test(node.text),
  }));
export const modulesOf = (root: Node) => declarations(root, "module");
export const resourcesOf = (root: Node) => declarations(root, "resource");
export const outputsOf = (root: Node) => declarations(root, "output").map(({ name }) => name);

/** What the files call; the compiler knows more: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions */
const FUNCTIONS = [
  "allowed concat description empty environment guid loadTextContent maxLength maxValue minLength minValue",
  "resourceGroup string subscription subscriptionResourceId tenant toLower union uniqueString",
].flatMap((line) => line.split(" "));

const isName = (node: Node): boolean => {
  const parent = node.parent;
  if (!parent) return false;
  const isFirst = parent.namedChild(0)?.id === node.id;
  if (parent.type === "object_property" && isFirst) return true;
  return parent.type.endsWith("_declaration") && isFirst;
};

/** Names that are used and nowhere declared. */
export const undeclaredNames = (root: Node): string[] => {
  const declared = new Set([
    ...FUNCTIONS,
    ...["parameter", "variable", "resource", "module"].flatMap((kind) =>
      nodesOf(root, `${kind}_declaration`).map((node) => named(node, 0).text),
    ),
    ...nodesOf(root, "for_statement").map((node) => named(node, 0).text),
  ]);
  return nodesOf(root, "identifier")
    .filter((node) => !isName(node) && !declared.has(node.text))
    .map(({ text }) => text);
};
