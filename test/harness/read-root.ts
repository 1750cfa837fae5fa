/** Reads a file of this repository by its path from the root. */
import { readFile } from "node:fs/promises";

export const readRoot = (path: string): Promise<string> =>
  readFile(new URL(`../../${path}`, import.meta.url), "utf8");
