import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const RULES = join(ROOT, ".dependency-cruiser.mjs");

/** Each test starts a command, which a busy machine takes its time for. */
vi.setConfig({ testTimeout: 60_000 });

/** A project of nothing but these files. */
const plant = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "imports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

const run = (command: string, args: readonly string[], cwd: string, nodeOptions = "") =>
  new Promise<{ readonly failed: boolean; readonly output: string }>((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: nodeOptions };
    const path = join(ROOT, "node_modules/.bin", command);
    execFile(path, args, { cwd, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });

const importing = (path: string) => `import type { A } from "${path}";\nexport type B = A;\n`;
const DECLARED = "export interface A {}\n";

it("imports that go up, sideways or out of the product are found, and those that go down are not", async () => {
  const folder = await plant({
    "functions/main.ts": importing("../src/app.ts"),
    "src/app.ts": importing("./http/handler.ts"),
    "src/http/handler.ts": importing("../x/up.ts"),
    "src/x/up.ts": importing("../http/message.ts"),
    "src/http/message.ts": DECLARED,
    "src/connections/grant.ts": importing("../posting/post.ts"),
    "src/trigger/sideways.ts": importing("../posting/post.ts"),
    "src/posting/post.ts": DECLARED,
    "src/connector/out.ts": importing("../../local/clock.ts"),
    "local/clock.ts": importing("../test/harness.ts"),
    "test/harness.ts": DECLARED,
    "src/unheard-of/new.ts": importing("../connector/out.ts"),
  });
  const args = ["--config", RULES, "functions", "src", "local"];
  const { failed, output } = await run("depcruise", args, folder);
  const found = output.split("\n").flatMap((line) => /^\s+error (.*)$/.exec(line)?.[1] ?? []);
  expect(failed).toBe(true);
  expect(found.sort()).toEqual([
    "every-room-has-a-place: src/unheard-of/new.ts → src/connector/out.ts",
    "imports-flow-down: src/trigger/sideways.ts → src/posting/post.ts",
    "imports-flow-down: src/x/up.ts → src/http/message.ts",
    "nothing-needs-the-tests: local/clock.ts → test/harness.ts",
    "sign-in-knows-no-operation: src/connections/grant.ts → src/posting/post.ts",
    "the-product-stands-alone: src/connector/out.ts → local/clock.ts",
  ]);
});

// Reported: without its parser the check passed over every file, and succeeded.
it.each([
  ["is not there", "throw new Error('gone')"],
  ["is of a version that is not known", "return require.resolve(PLANTED)"],
])("the check fails where the parser %s", async (_, instead) => {
  const folder = await plant({
    "src/x/up.ts": importing("../http/message.ts"),
    "src/http/message.ts": DECLARED,
    "swc.json": '{ "version": "99.0.0" }',
    "hide.cjs": `const { Module } = require("node:module");
      const PLANTED = require("node:path").join(__dirname, "swc.json");
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name === "@swc/core/package.json") { ${instead} }
        return resolve.call(this, name, ...rest);
      };`,
  });
  const hidden = `--require ${join(folder, "hide.cjs")}`;
  const { failed, output } = await run("depcruise", ["--config", RULES, "src"], folder, hidden);
  expect(failed).toBe(true);
  expect(output).toContain("No import can be checked");
});

it("a circle of files is found, of types and of components too", async () => {
  const { vcs: _, ...biome } = JSON.parse(await readFile(join(ROOT, "biome.json"), "utf8"));
  const folder = await plant({
    "biome.json": JSON.stringify(biome),
    "src/x/one.ts": importing("./two.ts"),
    "src/x/two.ts": importing("./one.ts"),
    "local/console/outputs/value.tsx":
      'import { List } from "./list.tsx";\nexport const Value = () => <List />;\n',
    "local/console/outputs/list.tsx":
      'import { Value } from "./value.tsx";\nexport const List = () => <Value />;\n',
    "src/x/three.ts": importing("./one.ts"),
  });
  const args = ["lint", "--only=suspicious/noImportCycles", "--reporter=github", "."];
  const { failed, output } = await run("biome", args, folder);
  const files = [...output.matchAll(/file=([^,]+)/g)].map(([, file = ""]) =>
    relative(folder, file),
  );
  expect(failed).toBe(true);
  expect([...new Set(files)].sort()).toEqual([
    "local/console/outputs/list.tsx",
    "local/console/outputs/value.tsx",
    "src/x/one.ts",
    "src/x/two.ts",
  ]);
});
