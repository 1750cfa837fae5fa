/** `npm run migrate -- FILE… [--out DIR] [options]`: writes flows and workflows of Microsoft's X connector for this one. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Finding, type Note, type Occurrence, UnreadableDocument } from "./findings.ts";
import { type InputFile, readInput } from "./input-file.ts";
import { outputPaths, refuseToOverwrite } from "./output-paths.ts";
import { changesText, type MigratedFile, notesText } from "./summary.ts";
import { optionFor, readTargets, replacementFor, type Targets } from "./targets.ts";

/** Where the name stands: https://learn.microsoft.com/connectors/custom-connectors/solution-custom-api#get-a-specific-connector */
const USAGE = `Usage: npm run migrate -- FILE… [--out DIR] [--connector shared_NAME] [--custom-api ID]

FILE is an exported flow (.zip, or a .json or customizations.xml out of it), a Logic Apps workflow or an ARM template.

  --out DIR               where the migrated files go (migrated/ unless given); earlier results are overwritten
  --connector shared_NAME for Power Automate: the connector's name in your environment. In the maker portal it stands in
                          the address of the custom connector's page (…/shared_x-20connector-5f0123456789abcdef…);
                          \`pac connector list\` shows the connectors that there are
  --custom-api ID         for Logic Apps: the custom connector's resource id,
                          /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Web/customApis/NAME`;

interface ReadFile extends InputFile {
  readonly input: string;
  readonly output: string;
}

const readingProblem = (error: unknown): string | undefined => {
  if (error instanceof UnreadableDocument) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder; give the files in it";
  return undefined;
};

/** A file that cannot be read is reported; the others are migrated all the same. */
const readAll = async (
  inputs: readonly string[],
  outputs: readonly string[],
): Promise<readonly ReadFile[]> => {
  const files: ReadFile[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      const file = readInput(input, await readFile(input));
      files.push({ ...file, input, output: outputs[index] ?? "" });
    } catch (error) {
      const problem = readingProblem(error);
      if (problem === undefined) throw error;
      console.error(`${input}: ${problem}`);
      process.exitCode = 1;
    }
  }
  return files;
};

const isNote = (finding: Finding): finding is Note => finding.kind === "note";

const isOccurrence = (finding: Finding): finding is Occurrence => finding.kind === "occurrence";

/** Throws an Error that names every option that the files need and that was not given. */
const requireTargets = (files: readonly ReadFile[], targets: Targets): void => {
  const missing = new Map<string, string>();
  for (const { input, findings } of files)
    for (const { slot, before, place } of findings.filter(isOccurrence))
      if (replacementFor(slot, before, targets) === undefined && !missing.has(optionFor(slot)))
        missing.set(optionFor(slot), `${input} uses Microsoft's connector at ${place}`);
  if (missing.size === 0) return;
  const reasons = [...missing].map(([option, reason]) => `${reason}: give ${option}.`);
  throw new Error([...reasons, "Nothing was written.", "", USAGE].join("\n"));
};

const write = async (
  { input, output, findings, rewritten }: ReadFile,
  targets: Targets,
): Promise<MigratedFile> => {
  const after = ({ slot, before }: Occurrence) => replacementFor(slot, before, targets) ?? before;
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, rewritten(after));
  const changes = findings.filter(isOccurrence).map((found) => ({ ...found, after: after(found) }));
  return { input, output, changes, notes: findings.filter(isNote) };
};

const migrate = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string", default: "migrated" },
      connector: { type: "string" },
      "custom-api": { type: "string" },
    },
  });
  const inputs = [...new Map(positionals.map((path) => [resolve(path), path])).values()];
  if (inputs.length === 0) throw new Error(USAGE);
  const targets = readTargets(values.connector, values["custom-api"]);
  const outputs = outputPaths(inputs, values.out);
  await refuseToOverwrite(inputs, outputs);

  const files = await readAll(inputs, outputs);
  requireTargets(files, targets);
  const migrated: MigratedFile[] = [];
  for (const file of files) {
    const result = await write(file, targets);
    console.log(changesText(result));
    migrated.push(result);
  }
  const notes = notesText(migrated);
  if (notes) console.log(`\n${notes}`);
};

try {
  await migrate();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
