/** A file that was given: the documents in it, what is found there, and the file with the changes. */
import { CANVAS_APP, MANAGED_SOLUTION } from "./advice.ts";
import { type Finding, type Occurrence, UnreadableDocument } from "./findings.ts";
import { findingsIn, rewrite } from "./text-document.ts";
import {
  isCanvasApp,
  isDocument,
  isManaged,
  isZip,
  readZip,
  usesConnector,
  writeZip,
  type ZipPackage,
} from "./zip-package.ts";

export interface InputFile {
  /** In the order of the file; a place in a zip begins with its entry. */
  readonly findings: readonly Finding[];
  /** The file itself when nothing was found to change. */
  readonly rewritten: (replacement: (occurrence: Occurrence) => string) => Uint8Array;
}

const isOccurrence = (finding: Finding): finding is Occurrence => finding.kind === "occurrence";

const findingsInEntry = (name: string, bytes: Uint8Array): readonly Finding[] => {
  try {
    return findingsIn(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument)
      throw new UnreadableDocument(`${name}: ${error.message}`);
    throw error;
  }
};

const wholeEntryNote = (about: string, place: string, besideAChange: boolean): Finding => ({
  kind: "note",
  about,
  place,
  besideAChange,
});

const packageNotes = ({ entries }: ZipPackage): readonly Finding[] => [
  ...Object.entries(entries).flatMap(([name, bytes]) =>
    isCanvasApp(name) && usesConnector(bytes) ? [wholeEntryNote(CANVAS_APP, name, false)] : [],
  ),
  ...(isManaged(entries["solution.xml"])
    ? [wholeEntryNote(MANAGED_SOLUTION, "solution.xml", true)]
    : []),
];

const readPackage = (bytes: Uint8Array): InputFile => {
  const zip = readZip(bytes);
  const found = Object.entries(zip.entries)
    .filter(([name]) => isDocument(name))
    .map(([name, entry]) => ({ name, findings: findingsInEntry(name, entry) }));

  return {
    findings: [
      ...found.flatMap(({ name, findings }) =>
        findings.map((finding) => ({ ...finding, place: `${name}: ${finding.place}` })),
      ),
      ...packageNotes(zip),
    ],
    rewritten: (replacement) => {
      const entries = { ...zip.entries };
      let isChanged = false;
      for (const { name, findings } of found) {
        const occurrences = findings.filter(isOccurrence);
        if (occurrences.length === 0) continue;
        entries[name] = rewrite(entries[name] ?? new Uint8Array(), occurrences, replacement);
        isChanged = true;
      }
      return isChanged ? writeZip({ ...zip, entries }) : bytes;
    },
  };
};

/** `name` tells what no content tells: that a zip is a canvas app. Throws an UnreadableDocument. */
export const readInput = (name: string, bytes: Uint8Array): InputFile => {
  if (isCanvasApp(name)) throw new UnreadableDocument(CANVAS_APP);
  if (isZip(bytes)) return readPackage(bytes);
  const findings = findingsIn(bytes);
  return {
    findings,
    rewritten: (replacement) => rewrite(bytes, findings.filter(isOccurrence), replacement),
  };
};
