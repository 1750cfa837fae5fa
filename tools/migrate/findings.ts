/** What is found in a document: what is to be changed, and what a person must look at. */
import type { Advice } from "./advice.ts";
import type { KindName } from "./kinds.ts";

/** Which part of the new connector's identity takes a value's place. */
export type Slot =
  | "connectorId"
  | "connectorName"
  | "connectorShortName"
  | "customApiId"
  | "customApiName"
  | "customApiType";

/** A value that names Microsoft's connector, and where it stands in the text, without quotes. */
export interface Occurrence {
  readonly kind: "occurrence";
  readonly slot: Slot;
  readonly offset: number;
  readonly length: number;
  /** A path of properties, such as `properties.connectionReferences.shared_twitter.api.name`. */
  readonly place: string;
  readonly before: string;
}

export interface Note {
  readonly kind: "note";
  readonly about: Advice;
  readonly place: string;
  /** A note beside a change says nothing about a document that has no change and no other note. */
  readonly besideAChange: boolean;
  /** What is to be said of this place alone. */
  readonly detail?: string;
}

export type Finding = Occurrence | Note;

export const isOccurrence = (finding: Finding): finding is Occurrence =>
  finding.kind === "occurrence";

export const isNote = (finding: Finding): finding is Note => finding.kind === "note";

/** What a file is, and what it becomes. */
export interface InputFile {
  readonly kind: KindName;
  /** In the order of the file; a place in a zip begins with its entry. */
  readonly findings: readonly Finding[];
  readonly rewritten: (replacement: (occurrence: Occurrence) => string) => Uint8Array;
}

/** What a person must do: what stands beside a change only where there is one, or another note. */
export const relevantNotes = (findings: readonly Finding[]): readonly Note[] => {
  const stands = findings.some((finding) => isOccurrence(finding) || !finding.besideAChange);
  return stands ? findings.filter(isNote) : [];
};

/** A document that cannot be read; the message says where and why. */
export class UnreadableDocument extends Error {}
