/** Runs the command on fixtures and compares what came out with what went in. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { type ParseError, parse } from "jsonc-parser";
import { expect, onTestFinished } from "vitest";
import { runCommand } from "../../../tools/migrate/command.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const FIXTURES = join(ROOT, "test/fixtures/migrate");

export const CONNECTOR = "shared_x-20connector-5f0123456789abcdef";
export const CONNECTOR_ID = `/providers/Microsoft.PowerApps/apis/${CONNECTOR}`;
export const CUSTOM_API =
  "/subscriptions/0a1b2c3d-0000-4000-8000-00000000c0de/resourceGroups/x-connector/providers/Microsoft.Web/customApis/x-self-hosted";
export const POWER_PLATFORM = ["--connector", CONNECTOR];
export const LOGIC_APPS = ["--custom-api", CUSTOM_API];

export const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), "x-connector-migrate-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process: starting one for each test takes seconds on a busy machine. */
export const runMigrate = async (args: readonly string[], cwd = FIXTURES): Promise<Run> => {
  const lines = { log: [] as string[], error: [] as string[] };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await runCommand(args, {
      log: (line) => lines.log.push(`${line}\n`),
      error: (line) => lines.error.push(`${line}\n`),
    });
    return { code, stdout: lines.log.join(""), stderr: lines.error.join("") };
  } finally {
    process.chdir(before);
  }
};

/** As `npm run migrate` starts it. */
export const startMigrate = (args: readonly string[], cwd = FIXTURES): Promise<Run> =>
  new Promise((resolve) => {
    const command = [join(ROOT, "tools/run.mjs"), join(ROOT, "tools/migrate/migrate.ts"), ...args];
    execFile(process.execPath, command, { cwd }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

export type Difference = readonly [place: string, before: unknown, after: unknown];

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every place where two values differ; a key that only one has counts too. */
export const differences = (before: unknown, after: unknown, place = ""): readonly Difference[] => {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return Object.is(before, after) ? [] : [[place, before, after]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(before[key], after[key], place === "" ? key : `${place}/${key}`),
  );
};

export const parseText = (text: string): unknown => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\u{feff}/u, ""), errors);
  expect(errors).toEqual([]);
  return value;
};

/** The output with each difference put back must be the input, byte for byte. */
export const expectFidelity = (input: string, output: string, found: readonly Difference[]) => {
  let restored = output;
  const inTextOrder = [...found].sort(
    ([a], [b]) => textPosition(output, a) - textPosition(output, b),
  );
  let from = 0;
  for (const [, before, after] of inTextOrder) {
    const start = restored.indexOf(JSON.stringify(after), from);
    expect(start).toBeGreaterThanOrEqual(0);
    const old = JSON.stringify(before);
    restored =
      restored.slice(0, start) + old + restored.slice(start + JSON.stringify(after).length);
    from = start + old.length;
  }
  expect(Buffer.from(restored)).toEqual(Buffer.from(input));
};

/** Where a value stands, by the order in which a reader meets it. */
const textPosition = (text: string, place: string): number => {
  const order: string[] = [];
  const walk = (value: unknown, at: string) => {
    if (!isContainer(value)) order.push(at);
    else for (const key of Object.keys(value)) walk(value[key], at === "" ? key : `${at}/${key}`);
  };
  walk(parseText(text), "");
  return order.indexOf(place);
};

/** Migrates one JSON text that something changes in, and gives back what differs, after the check that nothing else does. */
export const migrateText = async (input: string, options: readonly string[]) => {
  const folder = await newFolder();
  await writeFile(join(folder, "in.json"), input);
  const run = await runMigrate(["in.json", "--out", "out", ...options], folder);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const output = await readFile(join(folder, "out/in.json"), "utf8");
  const found = differences(parseText(input), parseText(output));
  expectFidelity(input, output, found);
  const todo = await readFile(join(folder, "out/TODO.md"), "utf8");
  return { output, found, stdout: run.stdout, todo };
};

/** Runs the command on one file that nothing is to be written for, and checks that nothing was. */
export const leaveText = async (name: string, input: string | Uint8Array) => {
  const folder = await newFolder();
  await writeFile(join(folder, name), input);
  const run = await runMigrate([name, ...POWER_PLATFORM, ...LOGIC_APPS], folder);
  expect(run.stderr).toBe("");
  const written = await readdir(join(folder, "migrated")).catch((): string[] => []);
  expect(written.filter((file) => file !== "TODO.md")).toEqual([]);
  expect(written.includes("TODO.md")).toBe(run.code === 2);
  return run;
};

export const readFixture = (name: string) => readFile(join(FIXTURES, name), "utf8");

/** A file of a canvas app as far as it names its connectors. */
export const canvasApp = (connector: string) =>
  zipSync({
    "Properties.json": strToU8(
      JSON.stringify({
        LocalConnectionReferences: JSON.stringify({
          a: { id: `/providers/microsoft.powerapps/apis/${connector}` },
        }),
      }),
    ),
  });
