/** Everything that is found in one JSON document. */
import { STILL_NAMED } from "./advice.ts";
import type { Finding } from "./findings.ts";
import { flowFindings } from "./flow-findings.ts";
import { note, parseJson, strings, textOf } from "./json-nodes.ts";
import { logicAppsFindings } from "./logic-apps-findings.ts";
import { countIds } from "./microsoft-ids.ts";
import { stepNotes } from "./step-notes.ts";

const keyOf = (finding: Finding): string =>
  finding.kind === "note" ? `${finding.about} ${finding.place}` : String(finding.offset);

const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [keyOf(finding), finding])).values(),
];

const isWithin = (place: string, outer: string): boolean =>
  place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);

/** Throws an UnreadableDocument. */
export const jsonFindings = (text: string): readonly Finding[] => {
  const root = parseJson(text);
  const found = once([...flowFindings(root), ...logicAppsFindings(root), ...stepNotes(root)]);
  const known = new Set(found.map(({ place }) => place));
  const copies = found.filter((finding) => finding.kind === "note").map(({ place }) => place);
  const rest = strings(root)
    .filter((node) => countIds(textOf(node) ?? "") > 0)
    .map((node) => note(STILL_NAMED, node))
    .filter(({ place }) => !known.has(place) && !copies.some((copy) => isWithin(place, copy)));
  return [...found, ...rest];
};
