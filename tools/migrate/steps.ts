/** What a person has to do about a file, in order; the last step brings it back to where it came from. */
import { ADVICE } from "./advice.ts";
import { type Finding, isOccurrence, relevantNotes } from "./findings.ts";
import { type KindName, kindOf } from "./kinds.ts";

export interface Step {
  readonly text: string;
  /** Where it is to be done, with what is to be said of that place alone. */
  readonly places: readonly string[];
}

export interface MigratedFile {
  readonly input: string;
  readonly output: string;
  readonly kind: KindName;
  readonly findings: readonly Finding[];
}

export const isWritten = ({ findings }: MigratedFile): boolean => findings.some(isOccurrence);

export const stepsFor = (file: MigratedFile): readonly Step[] => {
  const placesOf = new Map<string, string[]>();
  for (const { about, place, detail } of relevantNotes(file.findings)) {
    const places = placesOf.get(about) ?? [];
    const text = detail === undefined ? place : `${place}: ${detail}`;
    placesOf.set(about, [...places.filter((other) => other !== text), text]);
  }
  const asked = Object.entries(ADVICE)
    .filter(([about]) => placesOf.has(about))
    .map(([about, text]): Step => ({ text, places: placesOf.get(about) ?? [] }));
  const wayBack = isWritten(file) ? kindOf(file.kind).wayBack : undefined;
  return wayBack ? [...asked, { text: wayBack(file.output), places: [] }] : asked;
};
