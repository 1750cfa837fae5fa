/** A zip and what it holds: its documents, its canvas apps, and whether they use the connector. */
import { strFromU8, unzipSync } from "fflate";
import { UnreadableDocument } from "./findings.ts";
import type { KindName } from "./kinds.ts";
import { countIds } from "./microsoft-ids.ts";
import { readDirectory, type ZipDirectory } from "./zip-directory.ts";

export interface ZipPackage {
  readonly directory: ZipDirectory;
  /** By name, in the order of the zip. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Solutions may have 128 MB (https://learn.microsoft.com/power-platform/alm/faq); what unpacks to more is none. */
const MAX_UNPACKED = 1024 ** 3;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const unpack = (bytes: Uint8Array): ZipPackage => {
  const directory = readDirectory(bytes);
  const names = directory.entries.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error("two entries have the same name");
  if (directory.entries.some(({ isEncrypted }) => isEncrypted))
    throw new Error("it is protected by a password");
  if (directory.entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED)
    throw new Error("it unpacks to more than 1 GB");
  const entries = unzipSync(bytes);
  const contents = names.flatMap((name) => {
    const content = entries[name];
    return content ? [[name, content] as const] : [];
  });
  return { directory, contents: new Map(contents) };
};

/** Throws an UnreadableDocument. */
export const readZip = (bytes: Uint8Array): ZipPackage => {
  try {
    return unpack(bytes);
  } catch (error) {
    throw new UnreadableDocument(
      `no readable zip: ${error instanceof Error ? error.message : error}`,
    );
  }
};

/** Flows, what lists their connections, and the connections of a Logic App (Standard). */
const DOCUMENT =
  /(^|\/)(Workflows\/[^/]+\.json|(definition|manifest|apisMap|connectionsMap|connections|workflow)\.json|customizations\.xml)$/i;

/** Some tools write backslashes into the names. */
const slashed = (name: string): string => name.replaceAll("\\", "/");

export const isDocument = (name: string): boolean => DOCUMENT.test(slashed(name));
export const isCanvasApp = (name: string): boolean => /\.msapp$/i.test(name);

const namesConnector = (bytes: Uint8Array): boolean => countIds(strFromU8(bytes, true)) > 0;

const unpacked = (bytes: Uint8Array): readonly Uint8Array[] => {
  try {
    return isZip(bytes) ? [...readZip(bytes).contents.values()] : [bytes];
  } catch {
    return [bytes];
  }
};

/** Whether a file names the connector; of a zip, whether an entry of it does. */
export const usesConnector = (bytes: Uint8Array): boolean => unpacked(bytes).some(namesConnector);

const holds = ({ contents }: ZipPackage, pattern: RegExp): boolean =>
  [...contents.keys()].some((name) => pattern.test(slashed(name)));

export const zipKind = (zip: ZipPackage): KindName => {
  if (holds(zip, /^(solution|customizations)\.xml$/i)) return "solution";
  if (holds(zip, /^Microsoft\.PowerApps\/apps\/|\.msapp$/i)) return "appPackage";
  if (holds(zip, /^Microsoft\.Flow\/flows\//i)) return "flowPackage";
  return "otherZip";
};

export const isManaged = ({ contents }: ZipPackage): boolean => {
  const solution = contents.get("solution.xml");
  return solution !== undefined && /<Managed>\s*1\s*<\/Managed>/i.test(strFromU8(solution, true));
};
