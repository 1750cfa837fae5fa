/** Compares what the pages tell with what there is, in both directions. */

/** A sentence for each difference; none when both are the same. */
export const differences = (
  documented: readonly string[],
  existing: readonly string[],
): readonly string[] => [
  ...documented
    .filter((name) => !existing.includes(name))
    .map((name) => `${name} is told of, and is not there`),
  ...existing
    .filter((name) => !documented.includes(name))
    .map((name) => `${name} is there, and not told of`),
];

/** What stands in code in the first column of a page's tables. */
export const firstColumn = (page: string): readonly string[] =>
  [...page.matchAll(/^\| (?:[\d/]+ \| )?`([\w-]+)`/gm)].map(([, name = ""]) => name);
