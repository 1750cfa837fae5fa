/**
 * A solution's customizations.xml, which lists its connection references and its canvas apps.
 * https://learn.microsoft.com/power-platform/alm/solution-concepts-alm
 */
import { type Node, parseTree } from "jsonc-parser";
import type { Finding } from "./findings.ts";
import type { Document } from "./json-findings.ts";
import { at, filled, textOf, valuesIn } from "./json-nodes.ts";
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
    { kind: "note", about: "connectionReference", place, besideAChange: true },
    { kind: "note", about: "connectorFirst", place, besideAChange: true },
  ];
};

const appName = (element: string): string => /<Name>([^<]*)<\/Name>/.exec(element)?.[1] ?? "";

const ownReferences = (element: string): Node | undefined => {
  const [, json = ""] = /<ConnectionReferences>(.*?)<\/ConnectionReferences>/s.exec(element) ?? [];
  return parseTree(json.replaceAll("&quot;", '"'));
};

/** An app that takes its connection from a connection reference shares that with the solution's flows. */
const sharesReference = (element: string): boolean =>
  valuesIn(ownReferences(element)).some(
    (entry) =>
      countIds(textOf(at(entry, "id")) ?? "") > 0 &&
      filled(entry, "xrmConnectionReferenceLogicalName") !== undefined,
  );

const inCanvasApp = (element: string): readonly Finding[] => {
  if (countIds(element) === 0) return [];
  const about = sharesReference(element) ? "appHoldsPackage" : "canvasApp";
  const place = `CanvasApp[${appName(element)}]`;
  return [{ kind: "note", about, place, besideAChange: false }];
};

const stillNamed = (text: string, found: readonly Finding[]): readonly Finding[] => {
  const known = found.filter(({ kind }) => kind === "occurrence").length;
  const inApps = [...text.matchAll(/<CanvasApp\b.*?<\/CanvasApp>/gs)];
  const rest = countIds(text) - known - inApps.reduce((sum, [app]) => sum + countIds(app), 0);
  return rest > 0
    ? [{ kind: "note", about: "stillNamed", place: `(${rest} in all)`, besideAChange: false }]
    : [];
};

/** Only what begins as these do is known for what it is. */
const KNOWN_ROOT =
  /^(<\?xml.*?\?>|<!--.*?-->|\s)*<(ImportExportXml|connectionreferences?|CanvasApp)\b/s;

export const customizationsFindings = (text: string): Document => {
  let logicalName = "";
  const found = [...text.matchAll(PART)].flatMap(({ 0: part, index, groups = {} }) => {
    if (groups.logicalName !== undefined) logicalName = groups.logicalName;
    if (groups.connectorId !== undefined)
      return inConnectorId(groups.connectorId, index + ID_START, logicalName);
    return groups.app === undefined ? [] : inCanvasApp(part);
  });
  const findings = [...found, ...stillNamed(text, found)];
  const isKnown = KNOWN_ROOT.test(text) || found.length > 0;
  return { kind: isKnown ? "customizations" : "otherXml", findings };
};
