/**
 * A solution's customizations.xml, which lists its connection references.
 * https://learn.microsoft.com/power-platform/alm/solution-concepts-alm
 */
import { CANVAS_APP, CONNECTION_REFERENCE, CONNECTOR_FIRST, STILL_NAMED } from "./advice.ts";
import type { Finding } from "./findings.ts";
import { countIds, isConnectorId } from "./microsoft-ids.ts";

/** Comments and CDATA are passed over, so that what looks like an element in them is none. */
const PART =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<connectionreference\s[^>]*?connectionreferencelogicalname="(?<logicalName>[^"]*)"|<connectorid>(?<connectorId>[^<]*)<\/connectorid>|<(?<app>CanvasApp)\b.*?<\/CanvasApp>/gs;
const ID_START = "<connectorid>".length;

const inConnectorId = (content: string, start: number, logicalName: string): readonly Finding[] => {
  const id = content.trim();
  if (!isConnectorId(id)) return [];
  const place = `connectionreference[${logicalName}]/connectorid`;
  return [
    {
      kind: "occurrence",
      slot: "connectorId",
      offset: start + content.indexOf(id),
      length: id.length,
      place,
      before: id,
    },
    { kind: "note", about: CONNECTION_REFERENCE, place, besideAChange: true },
    { kind: "note", about: CONNECTOR_FIRST, place, besideAChange: true },
  ];
};

const appName = (element: string): string => /<Name>([^<]*)<\/Name>/.exec(element)?.[1] ?? "";

const stillNamed = (text: string, found: readonly Finding[]): readonly Finding[] => {
  const known = found.filter(({ kind }) => kind === "occurrence").length;
  const inApps = [...text.matchAll(/<CanvasApp\b.*?<\/CanvasApp>/gs)];
  const rest = countIds(text) - known - inApps.reduce((sum, [app]) => sum + countIds(app), 0);
  return rest > 0
    ? [{ kind: "note", about: STILL_NAMED, place: `(${rest} in all)`, besideAChange: false }]
    : [];
};

export const customizationsFindings = (text: string): readonly Finding[] => {
  let logicalName = "";
  const found = [...text.matchAll(PART)].flatMap(({ 0: part, index, groups = {} }) => {
    if (groups.logicalName !== undefined) logicalName = groups.logicalName;
    if (groups.connectorId !== undefined)
      return inConnectorId(groups.connectorId, index + ID_START, logicalName);
    if (groups.app === undefined || countIds(part) === 0) return [];
    const place = `CanvasApp[${appName(part)}]`;
    return [{ kind: "note", about: CANVAS_APP, place, besideAChange: false } as const];
  });
  return [...found, ...stillNamed(text, found)];
};
