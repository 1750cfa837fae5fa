/**
 * An unpacked solution, file by file: what a canvas app holds in one of its files must not change in the others.
 * https://learn.microsoft.com/power-platform/alm/solution-packager-tool#unpacked-files-and-folder-structure
 */
import { basename, dirname, resolve } from "node:path";
import { type Finding, isNote, isOccurrence } from "./findings.ts";
import type { KindName } from "./kinds.ts";

interface SolutionFile {
  readonly input: string;
  readonly kind: KindName;
  readonly findings: readonly Finding[];
}

const OF_SOLUTIONS: readonly KindName[] = ["customizations", "flow"];

const solutionOf = (path: string): string => {
  const folder = dirname(resolve(path));
  return /^(other|canvasapps|workflows)$/i.test(basename(folder)) ? dirname(folder) : folder;
};

const isHolding = (finding: Finding): boolean =>
  isNote(finding) && finding.about === "appHoldsPackage";

/** The files with nothing to change in those whose solution is held. */
export const holdSolutions = <File extends SolutionFile>(
  files: readonly File[],
): readonly File[] => {
  const ofSolutions = files.filter(({ kind }) => OF_SOLUTIONS.includes(kind));
  const holds = new Map<string, Finding[]>();
  for (const { input, findings } of ofSolutions)
    for (const finding of findings.filter(isHolding)) {
      const key = solutionOf(input);
      holds.set(key, [
        ...(holds.get(key) ?? []),
        { ...finding, place: `${input}: ${finding.place}` },
      ]);
    }
  return files.map((file) => {
    const held = OF_SOLUTIONS.includes(file.kind) ? holds.get(solutionOf(file.input)) : undefined;
    return held && file.findings.some((finding) => isOccurrence(finding) || isHolding(finding))
      ? { ...file, findings: held }
      : file;
  });
};
