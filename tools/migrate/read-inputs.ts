/** Reads the files that were given; one that cannot be read does not keep the others from being migrated. */
import { readFile, stat } from "node:fs/promises";
import { type InputFile, UnreadableDocument } from "./findings.ts";
import { readInput } from "./input-file.ts";
import type { InputPath } from "./input-paths.ts";
import { problemOf } from "./refused.ts";
import { holdSolutions } from "./solution-holds.ts";
import { usesConnector } from "./zip-package.ts";

export interface ReadFile extends InputFile {
  readonly input: string;
  readonly output: string;
  readonly isFound: boolean;
}

/** Larger than any export; it is not read at all. */
const MAX_BYTES = 512 * 1024 ** 2;

const read = async (path: string): Promise<Buffer> => {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    throw new UnreadableDocument(
      `${Math.round(size / 1024 ** 2)} MB are more than any export has; give the export itself`,
    );
  return readFile(path);
};

/** What has nothing to do with the connector is no problem in a folder. */
const isOfNoConcern = ({ isFound }: InputPath, bytes: Uint8Array | undefined): boolean =>
  isFound && bytes !== undefined && !usesConnector(bytes);

export interface Reading {
  readonly files: readonly ReadFile[];
  readonly problems: readonly string[];
}

export const readInputs = async (
  inputs: readonly InputPath[],
  outputs: readonly string[],
): Promise<Reading> => {
  const files: ReadFile[] = [];
  const problems: string[] = [];
  for (const [index, input] of inputs.entries()) {
    let bytes: Buffer | undefined;
    try {
      bytes = await read(input.path);
      const file = readInput(input.path, bytes);
      const output = outputs[index] ?? "";
      files.push({ ...file, input: input.path, output, isFound: input.isFound });
    } catch (error) {
      const problem = problemOf(error);
      if (!isOfNoConcern(input, bytes)) problems.push(`${input.path}: ${problem}`);
    }
  }
  return { files: holdSolutions(files), problems };
};
