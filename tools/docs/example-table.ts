/** The examples as README lists them: the first two columns of the table in their own page, which declares them. */
const ROW = /^\| (`[\w-]+`) \| (.+?) \|/gm;

/** Markdown, of the page `examples/README.md`. */
export const exampleTable = (page: string): string =>
  [
    "| example | what it does |",
    "| --- | --- |",
    ...[...page.matchAll(ROW)].map(([, name, what]) => `| ${name} | ${what} |`),
    "",
  ].join("\n");
