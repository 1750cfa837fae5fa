/** `npm run generate`: writes the files that derive from others; with --check says which are stale instead. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { connectorDefinition } from "../src/connector/definition.ts";
import { connectorProperties } from "../src/connector/properties.ts";
import { operations } from "../src/operations/index.ts";
import { costTable } from "./docs/cost-table.ts";
import { costsInShort } from "./docs/costs-in-short.ts";
import { errorTable } from "./docs/error-table.ts";
import { exampleTable } from "./docs/example-table.ts";
import { limitsInShort, limitTable } from "./docs/limit-table.ts";
import { logTable, queryTable } from "./docs/log-table.ts";
import { operationTable } from "./docs/operation-table.ts";
import { referencePage } from "./docs/reference-page.ts";
import { searchPage } from "./docs/search-page.ts";
import { storageKinds } from "./docs/storage-table.ts";
import { logicAppTemplate } from "./examples/logic-app.ts";
import { functionFiles, isMade } from "./function-files.ts";
import { modelWriters } from "./model-writers.ts";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const examplesPage = await readFile(new URL("examples/README.md", root), "utf8");

/** The parts of pages that are generated, by the name in their marks; the rest of those pages is not. */
const PARTS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  "README.md": {
    operations: operationTable,
    examples: () => exampleTable(examplesPage),
    "limits in short": limitsInShort,
    "costs in short": costsInShort,
  },
  "docs/costs.md": { costs: costTable },
  "docs/errors.md": { errors: errorTable },
  "docs/limits.md": { limits: limitTable },
  "docs/storage.md": { kinds: storageKinds },
  "docs/log.md": { fields: logTable, queries: queryTable },
};

const withParts = (path: string) => (page: string) =>
  Object.entries(PARTS[path] ?? {}).reduce((text, [name, generate]) => {
    const marks = new RegExp(`(?<=<!-- ${name} -->\\n\\n)[\\s\\S]*(?=\\n<!-- end of ${name} -->)`);
    if (!marks.test(text)) throw new Error(`${path} has lost its marks of ${name}.`);
    return text.replace(marks, generate);
  }, page);

const FLOWS = "examples/power-automate/";
const LOGIC_APPS = "examples/logic-apps/";
const flowNames = await readdir(new URL(FLOWS, root));
const flowOf = async (name: string) =>
  JSON.parse(await readFile(new URL(FLOWS + name, root), "utf8"));
const logicApps = await Promise.all(
  flowNames.map(async (name) => {
    const template = logicAppTemplate(name.replace(/\.json$/, ""), await flowOf(name));
    return [LOGIC_APPS + name, () => json(template)] as const;
  }),
);

const FUNCTIONS = "functions/";
const functionTexts = await Promise.all(
  (await readdir(new URL(FUNCTIONS, root))).map(async (name) => {
    const text = await readFile(new URL(FUNCTIONS + name, root), "utf8");
    return [FUNCTIONS + name, text] as const;
  }),
);
const made = functionTexts.flatMap(([path, text]) => (isMade(text) ? path : []));
const byHand = functionTexts.flatMap(([path, text]) => (isMade(text) ? [] : path));
const functions = functionFiles(operations, byHand);

/** From what is written to what should be. */
const GENERATED: Readonly<Record<string, (written: string) => string>> = {
  "apiDefinition.swagger.json": () => json(connectorDefinition(operations)),
  "apiProperties.json": () => json(connectorProperties("byoa")),
  "docs/reference.md": referencePage,
  "docs/search.md": searchPage,
  "src/http/model-writers.js": () => modelWriters(operations),
  ...Object.fromEntries(Object.keys(PARTS).map((path) => [path, withParts(path)])),
  ...Object.fromEntries(logicApps),
  ...functions,
};

await mkdir(new URL(LOGIC_APPS, root), { recursive: true });
for (const [name, generate] of Object.entries(GENERATED)) {
  const file = new URL(name, root);
  const written = await readFile(file, "utf8").catch(() => "");
  const text = generate(written);
  if (written === text) {
    console.log(`${name} is up to date`);
  } else if (check) {
    console.error(`${name} is stale: run "npm run generate"`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`${name} written`);
  }
}

/** Files of operations that are no more. */
for (const name of made.filter((path) => !(path in functions))) {
  if (check) {
    console.error(`${name} belongs to no operation: run "npm run generate"`);
    process.exitCode = 1;
  } else {
    await rm(new URL(name, root));
    console.log(`${name} removed`);
  }
}
