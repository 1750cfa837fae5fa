/** What is told: the changes of each file, and what is left to a person, on the console and as TODO.md. */
import { isOccurrence, type Occurrence, relevantNotes } from "./findings.ts";
import { isDecidedAlone, kindOf } from "./kinds.ts";
import { isWritten, type MigratedFile, stepsFor } from "./steps.ts";

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

const headline = (file: MigratedFile): string => {
  const { input, output, kind, findings } = file;
  const named = `${input} (${kindOf(kind).name})`;
  if (isWritten(file))
    return `${named} → ${output}: ${counted(findings.filter(isOccurrence).length, "change")}`;
  if (relevantNotes(findings).length > 0)
    return `${named}: left to you (see below), nothing written`;
  return isDecidedAlone(kind)
    ? `${named}: Microsoft's X connector is not used, nothing written`
    : `${named}: no id of Microsoft's X connector in it, nothing written`;
};

export const changesText = (
  file: MigratedFile,
  after: (occurrence: Occurrence) => string,
): string =>
  [
    headline(file),
    ...file.findings
      .filter(isOccurrence)
      .flatMap((found) => [`  ${found.place}`, `    ${found.before}`, `    → ${after(found)}`]),
  ].join("\n");

const stepsText = (file: MigratedFile): readonly string[] =>
  stepsFor(file).flatMap(({ text, places }, index) => [
    `  ${index + 1}. ${text}`,
    ...places.map((place) => `       ${place}`),
  ]);

/** For the console; empty when nothing is left to do. */
export const todoText = (files: readonly MigratedFile[]): string => {
  const parts = files
    .map((file) => [file.input, ...stepsText(file)])
    .filter(({ length }) => length > 1);
  return parts.length === 0 ? "" : ["What you must do:", ...parts.flat()].join("\n");
};

/** A place holds what stands in a file; between backticks it is no markup. */
const asCode = (text: string): string => {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  return runs.length === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
};

const stepsMarkdown = (file: MigratedFile): readonly string[] =>
  stepsFor(file).flatMap(({ text, places }, index) => [
    `${index + 1}. [ ] ${text}`,
    ...places.map((place) => `   - ${asCode(place)}`),
  ]);

export const todoMarkdown = (files: readonly MigratedFile[]): string => {
  const parts = files
    .map((file) => ({ file, steps: stepsMarkdown(file) }))
    .filter(({ steps }) => steps.length > 0)
    .map(({ file, steps }) =>
      [`## ${asCode(file.input)}, ${kindOf(file.kind).name}`, "", ...steps].join("\n"),
    );
  return `${["# What is left to do after the migration", ...parts].join("\n\n")}\n`;
};
