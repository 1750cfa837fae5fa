/** What is printed: the changes of a file, and after all files what a person must look at. */
import type { Note, Occurrence } from "./findings.ts";

export interface MigratedFile {
  readonly input: string;
  readonly output: string;
  readonly changes: readonly (Occurrence & { readonly after: string })[];
  readonly notes: readonly Note[];
}

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

const headline = ({ input, output, changes, notes }: MigratedFile): string => {
  if (changes.length > 0) return `${input} → ${output}: ${counted(changes.length, "change")}`;
  const finding = notes.some(({ besideAChange }) => !besideAChange)
    ? "nothing that could be changed for certain (see below)"
    : "Microsoft's X connector is not used";
  return `${input} → ${output}: ${finding}, copied as it is`;
};

export const changesText = (file: MigratedFile): string =>
  [
    headline(file),
    ...file.changes.flatMap(({ place, before, after }) => [
      `  ${place}`,
      `    ${before}`,
      `    → ${after}`,
    ]),
  ].join("\n");

const relevantNotes = ({ changes, notes }: MigratedFile): readonly Note[] =>
  changes.length > 0 ? notes : notes.filter(({ besideAChange }) => !besideAChange);

/** Each piece of advice once, with all its places; empty when there is none. */
export const notesText = (files: readonly MigratedFile[]): string => {
  const placesOf = new Map<string, Set<string>>();
  for (const file of files)
    for (const { about, place } of relevantNotes(file)) {
      const places = placesOf.get(about) ?? new Set();
      placesOf.set(about, places.add(`${file.input}: ${place}`));
    }
  if (placesOf.size === 0) return "";
  const paragraphs = [...placesOf].map(([about, places]) =>
    [`- ${about} (${counted(places.size, "place")})`, ...[...places].map((at) => `    ${at}`)].join(
      "\n",
    ),
  );
  return ["What you must look at:", ...paragraphs].join("\n");
};
