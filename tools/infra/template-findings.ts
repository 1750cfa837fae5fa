/** What the Bicep compiler and its linter say of templates, warnings and errors alike. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bicep, Run } from "./bicep.ts";

/** The linter's rules are warnings, so that a later compiler's rule stops this check and never somebody's `azd up`. */
const CONFIG = fileURLToPath(new URL("../../bicepconfig.json", import.meta.url));

const FINDING = /: (Warning|Error) [\w-]+:|Decompilation failed|error occurred/;

/**
 * A custom connector's properties are typed from an incomplete description: it lacks two that connectors have in every
 * other form of the same object (test/schemas/apiProperties.schema.json), and without which nobody could sign in.
 */
const UNTYPED =
  /connector\.bicep.* BCP037: The property "(redirectMode|uiDefinition)" is not allowed on objects of type "(ApiOAuthSettings|ConnectionParameter)"/;

/** A run that fails without a word that is known fails all the same. */
const findingsOf = ({ stderr, succeeded }: Run): string[] => {
  const lines = stderr.split("\n").map((line) => line.trim());
  const findings = lines.filter((line) => FINDING.test(line) && !UNTYPED.test(line));
  if (succeeded || findings.length > 0) return findings;
  return [lines.filter(Boolean).join(" ") || "The compiler failed without a word."];
};

const lint = async (bicep: Bicep, pattern: string): Promise<string[]> =>
  findingsOf(await bicep.run("lint", "--pattern", pattern, "--config", CONFIG));

/** One line a finding in the Bicep files under `folder`. */
export const bicepFindings = async (bicep: Bicep, folder: string): Promise<string[]> => [
  ...new Set(await lint(bicep, `${folder}/**/*.bicep`)),
];

/**
 * One line a finding in ARM templates, given by name. The compiler checks the types of JSON only once it is Bicep: a
 * module's JSON passes with properties that no resource has. `workDir` is emptied and then holds what was made of them.
 */
export const armFindings = async (
  bicep: Bicep,
  templates: ReadonlyMap<string, string>,
  workDir: string,
): Promise<string[]> => {
  await rm(workDir, { recursive: true, force: true });
  await mkdir(workDir, { recursive: true });
  const decompile = async ([name, text]: readonly [string, string]): Promise<string[]> => {
    const json = join(workDir, `${name}.json`);
    await writeFile(json, text);
    const made = await bicep.run("decompile", json, "--outfile", join(workDir, `${name}.bicep`));
    return made.succeeded ? [] : findingsOf(made);
  };
  const failures = (await Promise.all([...templates].map(decompile))).flat();
  return [...new Set([...failures, ...(await bicepFindings(bicep, workDir))])];
};
