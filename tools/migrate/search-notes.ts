/** Search texts of steps that X is asked for in other words, or cannot be asked for. */
import type { Node } from "jsonc-parser";
import { explainSearch } from "../../src/search/translate.ts";
import type { Advice } from "./advice.ts";
import type { Note } from "./findings.ts";
import { at, sideNote, textOf } from "./json-nodes.ts";
import { isConnectorId } from "./microsoft-ids.ts";
import { stepsIn } from "./workflow-operations.ts";

const SEARCH_PATH = /^\/(searchtweets|onnewtweet)$/i;

/** Flows give parameters by name; workflows give the query of an address. */
const searchTextOf = (step: Node): Node | undefined => {
  const inputs = at(step, "inputs");
  if (isConnectorId(textOf(at(inputs, "host", "apiId")) ?? ""))
    return at(inputs, "parameters", "searchQuery");
  return SEARCH_PATH.test(textOf(at(inputs, "path")) ?? "")
    ? at(inputs, "queries", "searchQuery")
    : undefined;
};

interface Judgement {
  readonly about: Advice;
  readonly detail: string;
}

const judge = (text: string): Judgement | undefined => {
  const explained = explainSearch(text);
  if (explained.kind === "refused") return { about: "searchRefused", detail: explained.message };
  if (explained.kind === "rewritten")
    return { about: "searchRewritten", detail: `${text} → ${explained.xQuery}` };
  return undefined;
};

/** https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference#considerations-for-using-functions */
const INTERPOLATED = /@\{(?:'(?:[^']|'')*'|[^'}])*\}/g;
const IS_EXPRESSION = /^(@(?![@{])|\[(?!\[).*\]$)/s;

/** Stand for an expression's value, which may be a word, a day or a number. */
const STAND_INS = ["EXPRESSION", "2026-01-01", "1"];

const withoutValues = (text: string, standIn: string): string => text.replaceAll(standIn, "@{…}");

/** What can be said without the expressions' values: only what is so whatever they are. */
const judgeLiteralParts = (text: string): Judgement => {
  const explained = STAND_INS.map((standIn) => ({
    standIn,
    found: explainSearch(text.replace(INTERPOLATED, standIn)),
  }));
  const [likely] = explained.filter(({ found }) => found.kind !== "refused");
  const [first] = explained;
  if (!likely && first?.found.kind === "refused") {
    const { message } = first.found;
    // Where it stands in the text, nobody can say who does not know the value's length.
    const detail = withoutValues(message.replace(/ at character \d+/, ""), first.standIn);
    return { about: "searchRefused", detail };
  }
  const detail =
    likely?.found.kind === "rewritten"
      ? `${text} → ${withoutValues(likely.found.xQuery, likely.standIn)}`
      : `${text}; its literal parts are as X takes them`;
  return { about: "searchExpression", detail };
};

const judgementOf = (written: string): Judgement | undefined => {
  if (IS_EXPRESSION.test(written))
    return { about: "searchExpression", detail: `${written}; it has no literal part` };
  const text = written.startsWith("@@") ? written.slice(1) : written;
  return text.replace(INTERPOLATED, "") === text ? judge(text) : judgeLiteralParts(text);
};

export const searchNotes = (root: Node): readonly Note[] =>
  stepsIn(root).flatMap((step) => {
    const node = searchTextOf(step);
    const judgement = node && judgementOf(textOf(node) ?? "");
    return judgement ? [{ ...sideNote(judgement.about, node), detail: judgement.detail }] : [];
  });
