/** Writes the files that derive from the declarations; with --check says which are stale instead. */
import { readFile, writeFile } from "node:fs/promises";
import { connectorDefinition } from "../src/connector/definition.ts";
import { connectorProperties } from "../src/connector/properties.ts";
import { operations } from "../src/operations/index.ts";
import { costTable } from "./cost-table.ts";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const GENERATED: Readonly<Record<string, () => string>> = {
  "apiDefinition.swagger.json": () => json(connectorDefinition(operations)),
  "apiProperties.json": () => json(connectorProperties("byoa")),
  "docs/costs.md": costTable,
};

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");

for (const [name, generate] of Object.entries(GENERATED)) {
  const file = new URL(name, root);
  const text = generate();
  const written = await readFile(file, "utf8").catch(() => "");
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
