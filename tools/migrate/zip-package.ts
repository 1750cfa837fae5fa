/** A zip and what it holds: entries keep their order, names, bytes and whether they are compressed. */
import { strFromU8, unzipSync, type Zippable, zipSync } from "fflate";
import { UnreadableDocument } from "./findings.ts";
import { countIds } from "./microsoft-ids.ts";

export interface ZipPackage {
  readonly entries: Readonly<Record<string, Uint8Array>>;
  /** Names of entries that were not compressed. */
  readonly stored: ReadonlySet<string>;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Throws an UnreadableDocument. */
export const readZip = (bytes: Uint8Array): ZipPackage => {
  const names: string[] = [];
  const stored = new Set<string>();
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, compression }) => {
        names.push(name);
        if (compression === 0) stored.add(name);
        return true;
      },
    });
    if (new Set(names).size < names.length) throw new Error("two entries have the same name");
    return { entries, stored };
  } catch (error) {
    throw new UnreadableDocument(
      `no readable zip: ${error instanceof Error ? error.message : error}`,
    );
  }
};

/** The oldest date that a zip can tell: the same input makes the same bytes at any time. */
const DATE = new Date(1980, 0, 1);

export const writeZip = ({ entries, stored }: ZipPackage): Uint8Array => {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(entries))
    files[name] = [bytes, { level: stored.has(name) ? 0 : 6 }];
  return zipSync(files, { mtime: DATE });
};

/** Flows, what lists their connections, and the connections of a Logic App (Standard). */
const DOCUMENT =
  /(^|\/)(Workflows\/[^/]+\.json|(definition|manifest|apisMap|connectionsMap|connections|workflow)\.json|customizations\.xml)$/i;

/** Some tools write backslashes into the names. */
const slashed = (name: string): string => name.replaceAll("\\", "/");

export const isDocument = (name: string): boolean => DOCUMENT.test(slashed(name));
export const isCanvasApp = (name: string): boolean => /\.msapp$/i.test(name);

/** A canvas app is a zip of JSON. */
export const usesConnector = (app: Uint8Array): boolean =>
  isZip(app) &&
  Object.values(readZip(app).entries).some((entry) => countIds(strFromU8(entry, true)) > 0);

export const isManaged = (solutionXml: Uint8Array | undefined): boolean =>
  solutionXml !== undefined && /<Managed>\s*1\s*<\/Managed>/i.test(strFromU8(solutionXml, true));
