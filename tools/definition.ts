/** Writes the files that derive from the declarations; with --check says which are stale instead. */
import { readFile, writeFile } from "node:fs/promises";
import { connectorDefinition } from "../src/connector/definition.ts";
import { connectorProperties } from "../src/connector/properties.ts";
import { operations } from "../src/operations/index.ts";
import { costTable } from "./cost-table.ts";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What stands between the marks of a page is generated; the rest of it is not. */
const COSTS = /(?<=<!-- costs -->\n\n)[\s\S]*(?=\n<!-- end of costs -->)/;

/** From what is written to what should be. */
const GENERATED: Readonly<Record<string, (written: string) => string>> = {
  "apiDefinition.swagger.json": () => json(connectorDefinition(operations)),
  "apiProperties.json": () => json(connectorProperties("byoa")),
  "README.md": (written) => written.replace(COSTS, costTable),
};

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");

for (const [name, generate] of Object.entries(GENERATED)) {
  const file = new URL(name, root);
  const written = await readFile(file, "utf8").catch(() => "");
  const text = generate(written);
  if (written === text) {
    console.log(`${name} is up to date`);
  } else if (check) {
    console.error(`${name} is stale: run "npm run definition"`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`${name} written`);
  }
}
