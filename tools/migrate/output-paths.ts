/** Where the migrated files go: never over an input, and never two into one. */
import { stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { InputPath } from "./input-paths.ts";
import { Refused } from "./refused.ts";

/** The folder that holds all others. */
const commonFolder = (folders: readonly string[]): string => {
  const [first = [], ...others] = folders.map((path) => path.split(sep));
  const length = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return first.slice(0, length < 0 ? first.length : length).join(sep) || sep;
};

/** What a file is on its disk, under whatever name; undefined when there is none. */
const identity = async (path: string): Promise<string | undefined> => {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && `${found.dev}:${found.ino}`;
};

/** The path in `out` for each input. Files of several folders keep the folders below their common one. */
export const outputPaths = (inputs: readonly InputPath[], out: string): readonly string[] => {
  const folder = commonFolder(inputs.map(({ base }) => resolve(base)));
  return inputs.map(({ path }) => join(out, relative(folder, resolve(path))));
};

/** Throws a Refused for an output that is an input too. */
export const refuseToOverwrite = async (
  inputs: readonly string[],
  outputs: readonly string[],
): Promise<void> => {
  const taken = new Set(await Promise.all(inputs.map(identity)));
  for (const output of outputs) {
    const own = await identity(output);
    if (own !== undefined && taken.has(own))
      throw new Refused(
        `${output} is one of the files to migrate. Give another folder with --out.`,
      );
  }
};
