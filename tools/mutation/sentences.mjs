/**
 * Leaves texts for people alone: whether the words of an error or of a page are good is for their reader to judge, and
 * tests quote them where something depends on them. A text with two words side by side is one.
 */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const TWO_WORDS = /[\p{L}\p{N}]\s+[\p{L}\p{N}]/u;

const textOf = ({ node }) => {
  if (node.type === "StringLiteral") return node.value;
  // What stands in a template's braces counts as a word of it.
  if (node.type === "TemplateLiteral") return node.quasis.map(({ value }) => value.raw).join("0");
  return "";
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "sentences", {
    shouldIgnore: (path) => (TWO_WORDS.test(textOf(path)) ? "a text for people" : undefined),
  }),
];
