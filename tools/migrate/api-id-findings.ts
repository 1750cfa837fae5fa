/** One api id of a connection in Azure, written out or made by a template's expression. */
import type { Node } from "jsonc-parser";
import { reach, resolved } from "./arm-values.ts";
import type { Finding } from "./findings.ts";
import { note, occurrence, sideNote, textOf } from "./json-nodes.ts";
import { isManagedApiId, UNKNOWN } from "./microsoft-ids.ts";

const isDecided = (id: string): boolean =>
  /\/customApis\//i.test(id) || !id.slice(id.lastIndexOf("/") + 1).includes(UNKNOWN);

/** `template` is what declares the variables and parameters that the id may refer to. */
export const apiIdFindings = (template: Node, node: Node | undefined): readonly Finding[] => {
  const value = reach(template, node);
  const text = textOf(value);
  if (!value || text === undefined) return [];
  if (isManagedApiId(resolved(template, text, "without defaults"))) {
    const found = occurrence("customApiId", value);
    const isDefault = /^(.*\.)?parameters[.[].*\.defaultValue(?!\w)/.test(found.place);
    return isDefault ? [found, sideNote("overridableDefault", value)] : [found];
  }
  const likely = resolved(template, text, "with defaults");
  if (isManagedApiId(likely)) return [note("defaultIsMicrosofts", value)];
  return isDecided(likely) ? [] : [note("undecidedApi", value)];
};

/** Whether an id was found to be Microsoft's for certain. */
export const isCertain = (findings: readonly Finding[]): boolean =>
  findings.some(({ kind }) => kind === "occurrence");
