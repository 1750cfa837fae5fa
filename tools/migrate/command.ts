/** The command: reads what was given, writes what is migrated, tells what is left. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { isOccurrence, type Occurrence, relevantNotes } from "./findings.ts";
import { inputPaths } from "./input-paths.ts";
import { outputPaths, refuseToOverwrite } from "./output-paths.ts";
import { type ReadFile, readInputs } from "./read-inputs.ts";
import { problemOf, Refused } from "./refused.ts";
import { isWritten, stepsFor } from "./steps.ts";
import { changesText, todoMarkdown, todoText } from "./summary.ts";
import { type Option, optionFor, readTargets, replacementFor, type Targets } from "./targets.ts";
import { USAGE, WHERE_FOUND } from "./usage.ts";

type Output = Pick<Console, "log" | "error">;

const DONE = 0;
const FAILED = 1;
const LEFT_TO_A_PERSON = 2;

/** Throws a Refused that names once every option that the files need and that was not given. */
const requireTargets = (files: readonly ReadFile[], targets: Targets): void => {
  const places = new Map<Option, Set<string>>();
  for (const { input, findings } of files)
    for (const { slot, before } of findings.filter(isOccurrence))
      if (replacementFor(slot, before, targets) === undefined) {
        const option = optionFor(slot);
        places.set(option, (places.get(option) ?? new Set()).add(input));
      }
  if (places.size === 0) return;
  const missing = [...places].flatMap(([option, inputs]) => [
    `Give ${option}, for ${[...inputs].join(", ")}. Its value:`,
    ...WHERE_FOUND[option].map((line) => `  ${line}`),
  ]);
  throw new Refused([...missing, "Nothing was written."].join("\n"));
};

const save = async (path: string, content: string | Uint8Array): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw new Refused(`${path} could not be written: ${problemOf(error)}`);
  }
};

/** The files with what was found; those of a folder that do not use the connector only as a number. */
const tell = (
  files: readonly ReadFile[],
  after: (occurrence: Occurrence) => string,
  console: Output,
): void => {
  const isQuiet = ({ isFound, findings }: ReadFile) =>
    isFound && relevantNotes(findings).length === 0 && !findings.some(isOccurrence);
  for (const file of files.filter((file) => !isQuiet(file))) console.log(changesText(file, after));
  const quiet = files.filter(isQuiet).length;
  if (quiet > 0) console.log(`Nothing to migrate was found in ${quiet} more of the files there.`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: "string", default: "migrated" },
        connector: { type: "string" },
        "custom-api": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const [problem = ""] = error instanceof Error ? error.message.split(". ") : [];
    throw new Refused(`${problem}. \`npm run migrate -- --help\` tells what there is.`);
  }
};

/** npm takes the names of options that stand without `--`, and hands their values on. */
const LOST_VALUE = /^(shared_[\w.-]+|\/subscriptions\/.+\/customApis\/.+)$/i;
const LOST =
  "npm took the options for its own. Write -- before them: npm run migrate -- FILE --connector shared_NAME";

const migrate = async (args: readonly string[], console: Output): Promise<number> => {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(USAGE);
    return DONE;
  }
  if (positionals.length === 0) throw new Refused(USAGE);
  if (positionals.some((path) => LOST_VALUE.test(path))) throw new Refused(LOST);
  const targets = readTargets(values.connector, values["custom-api"]);
  const inputs = await inputPaths(positionals, values.out);
  const outputs = outputPaths(inputs, values.out);
  const todo = join(values.out, "TODO.md");
  await refuseToOverwrite(
    inputs.map(({ path }) => path),
    [...outputs, todo],
  );

  const { files, problems } = await readInputs(inputs, outputs);
  for (const problem of problems) console.error(problem);
  requireTargets(files, targets);
  const after = ({ slot, before }: Occurrence) => replacementFor(slot, before, targets) ?? before;
  for (const file of files.filter(isWritten)) await save(file.output, file.rewritten(after));
  tell(files, after, console);

  const left = todoText(files);
  if (left !== "") {
    await save(todo, todoMarkdown(files));
    console.log(`\n${left}\n\nThe same stands in ${todo}.`);
  }
  if (problems.length > 0) return FAILED;
  return files.some((file) => !isWritten(file) && stepsFor(file).length > 0)
    ? LEFT_TO_A_PERSON
    : DONE;
};

/** Runs the command, and gives its exit code. */
export const runCommand = async (args: readonly string[], console: Output): Promise<number> => {
  try {
    return await migrate(args, console);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    return FAILED;
  }
};
