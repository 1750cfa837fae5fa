/** What is found in a document: what is to be changed, and what a person must look at. */

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
  readonly about: string;
  readonly place: string;
  /** A note beside a change says nothing about a document that has no change and no other note. */
  readonly besideAChange: boolean;
}

export type Finding = Occurrence | Note;

/** A document that cannot be read; the message says where and why. */
export class UnreadableDocument extends Error {}
