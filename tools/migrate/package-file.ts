/** A zip that was given: what is found in its entries, and the zip with the changes. */
import type { Advice } from "./advice.ts";
import {
  type Finding,
  type InputFile,
  isNote,
  isOccurrence,
  UnreadableDocument,
} from "./findings.ts";
import type { KindName } from "./kinds.ts";
import { findingsIn, rewrite } from "./text-document.ts";
import { rewriteZip } from "./zip-directory.ts";
import {
  isCanvasApp,
  isDocument,
  isManaged,
  isZip,
  readZip,
  usesConnector,
  type ZipPackage,
  zipKind,
} from "./zip-package.ts";

type EntryFindings = readonly (readonly [name: string, findings: readonly Finding[]])[];

const findingsInEntry = (name: string, bytes: Uint8Array): readonly Finding[] => {
  try {
    return findingsIn(bytes).findings;
  } catch (error) {
    if (error instanceof UnreadableDocument)
      throw new UnreadableDocument(`${name}: ${error.message}`);
    throw error;
  }
};

const entryNote = (about: Advice, place: string): Finding => ({
  kind: "note",
  about,
  place,
  besideAChange: false,
});

/** What is said of an entry that is no document and yet names the connector. */
const aboutOther = (name: string, bytes: Uint8Array): Advice => {
  if (isCanvasApp(name)) return "canvasApp";
  return isZip(bytes) ? "nestedZip" : "stillNamed";
};

const otherEntries = ({ contents }: ZipPackage): readonly Finding[] =>
  [...contents]
    .filter(([name, bytes]) => !isDocument(name) && usesConnector(bytes))
    .map(([name, bytes]) => entryNote(aboutOther(name, bytes), name));

/**
 * A canvas app keeps names and types of its connector that only Studio writes. Where it shares the package's list of
 * connections or a connection reference with flows, nothing is changed: it would be migrated by half.
 */
const holding = (kind: KindName, findings: readonly Finding[]): readonly Finding[] => {
  const holds: readonly string[] =
    kind === "appPackage" ? ["appHoldsPackage", "canvasApp", "appSource"] : ["appHoldsPackage"];
  const notes = findings.filter(isNote).filter(({ about }) => holds.includes(about));
  return notes.map(({ place }) => entryNote("appHoldsPackage", place));
};

export const readPackage = (bytes: Uint8Array): InputFile => {
  const zip = readZip(bytes);
  const kind = zipKind(zip);
  const documents: EntryFindings = [...zip.contents]
    .filter(([name]) => isDocument(name))
    .map(([name, entry]) => [name, findingsInEntry(name, entry)]);

  const findings = [
    ...documents.flatMap(([name, found]) =>
      found.map((finding) => ({ ...finding, place: `${name}: ${finding.place}` })),
    ),
    ...otherEntries(zip),
    ...(isManaged(zip)
      ? [{ ...entryNote("managedSolution", "solution.xml"), besideAChange: true }]
      : []),
  ];
  const held = holding(kind, findings);
  return {
    kind,
    findings: held.length > 0 ? held : findings,
    rewritten: (replacement) => {
      const changed = documents.flatMap(([name, found]) => {
        const occurrences = found.filter(isOccurrence);
        const entry = zip.contents.get(name);
        return entry && occurrences.length > 0
          ? [[name, rewrite(entry, occurrences, replacement)] as const]
          : [];
      });
      return rewriteZip(zip.directory, new Map(changed));
    },
  };
};
