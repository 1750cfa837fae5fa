/** Runs the command on fixtures and compares what came out with what went in. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseError, parse } from "jsonc-parser";
import { expect, onTestFinished } from "vitest";

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

export const runMigrate = (args: readonly string[], cwd = FIXTURES): Promise<Run> =>
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

/** Migrates one JSON text and gives back what differs, after the check that nothing else does. */
export const migrateText = async (input: string, options: readonly string[]) => {
  const folder = await newFolder();
  await writeFile(join(folder, "in.json"), input);
  const run = await runMigrate(["in.json", "--out", "out", ...options], folder);
  expect(run.stderr).toBe("");
  const output = await readFile(join(folder, "out/in.json"), "utf8");
  const found = differences(parseText(input), parseText(output));
  expectFidelity(input, output, found);
  return { output, found, stdout: run.stdout };
};

export const readFixture = (name: string) => readFile(join(FIXTURES, name), "utf8");
