/** The files to look at: those that were given, and all in the folders that were given. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { problemOf, Refused } from "./refused.ts";

export interface InputPath {
  readonly path: string;
  /** The folder below which its place is kept. */
  readonly base: string;
  /** A file that was found in a folder is passed over where it has nothing to do with the connector. */
  readonly isFound: boolean;
}

/** What others put into a folder of sources. */
const PASSED_OVER = new Set(["node_modules", ".git"]);

const filesIn = async (folder: string, out: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Refused(`${folder}: ${problemOf(error)}`);
  });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !PASSED_OVER.has(name) && resolve(folder, name) !== out)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesIn(path, out);
        return entry.isFile() ? [path] : [];
      }),
  );
  return found.flat();
};

const pathsOf = async (given: string, out: string): Promise<readonly InputPath[]> => {
  const found = await stat(given).catch(() => undefined);
  if (!found?.isDirectory()) return [{ path: given, base: dirname(given), isFound: false }];
  const files = await filesIn(given, out);
  return files.map((path) => ({ path, base: given, isFound: true }));
};

/** In the order in which they were given, none twice. Throws a Refused. What lies in the folder for the results is no input. */
export const inputPaths = async (
  given: readonly string[],
  out: string,
): Promise<readonly InputPath[]> => {
  const paths = (await Promise.all(given.map((path) => pathsOf(path, resolve(out))))).flat();
  const first = new Map<string, InputPath>();
  for (const input of paths) {
    const key = resolve(input.path);
    if (!first.has(key)) first.set(key, input);
  }
  return [...first.values()];
};
