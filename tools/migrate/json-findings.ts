/** Everything that is found in one JSON document. */
import type { Node } from "jsonc-parser";
import { type Finding, isNote } from "./findings.ts";
import { flowFindings } from "./flow-findings.ts";
import { jsonKind } from "./json-kind.ts";
import { at, members, note, parseJson, placeOf, strings, textOf } from "./json-nodes.ts";
import type { KindName } from "./kinds.ts";
import { logicAppsFindings } from "./logic-apps-findings.ts";
import { countIds } from "./microsoft-ids.ts";
import { searchNotes } from "./search-notes.ts";
import { stepNotes } from "./step-notes.ts";
import { stepsIn } from "./workflow-operations.ts";

export interface Document {
  readonly kind: KindName;
  readonly findings: readonly Finding[];
}

const keyOf = (finding: Finding): string =>
  finding.kind === "note" ? `${finding.about} ${finding.place}` : String(finding.offset);

const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [keyOf(finding), finding])).values(),
];

const isWithin = (place: string, outers: readonly string[]): boolean =>
  outers.some(
    (outer) => place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`),
  );

/** What a step is given beside its connection: a maker's own values. */
const ownData = (root: Node): readonly string[] =>
  stepsIn(root).flatMap((step) => {
    const isCall = /Connection/i.test(textOf(at(step, "type")) ?? "Connection");
    return members(at(step, "inputs"))
      .filter(([key]) => !isCall || key !== "host")
      .map(([, value]) => placeOf(value));
  });

const leftOver = (root: Node, found: readonly Finding[]): readonly Finding[] => {
  const named = strings(root).filter((node) => countIds(textOf(node) ?? "") > 0);
  if (named.length === 0) return [];
  const known = new Set(found.map(({ place }) => place));
  const copies = found.filter(isNote).map(({ place }) => place);
  const own = ownData(root);
  return named
    .filter((node) => !known.has(placeOf(node)) && !isWithin(placeOf(node), copies))
    .map((node) => note(isWithin(placeOf(node), own) ? "ownData" : "stillNamed", node));
};

/** Throws an UnreadableDocument. */
export const jsonFindings = (text: string): Document => {
  const root = parseJson(text);
  const kind = jsonKind(root);
  if (kind === "appSource") {
    const named = strings(root).filter((node) => countIds(textOf(node) ?? "") > 0);
    return { kind, findings: named.map((node) => note("appSource", node)) };
  }
  const found = once([
    ...flowFindings(root),
    ...logicAppsFindings(root),
    ...stepNotes(root),
    ...searchNotes(root),
  ]);
  const holding = found.filter((finding) => isNote(finding) && finding.about === "appHoldsPackage");
  return { kind, findings: holding.length > 0 ? holding : [...found, ...leftOver(root, found)] };
};
