import { copyFile, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  CONNECTOR,
  CUSTOM_API,
  FIXTURES,
  LOGIC_APPS,
  newFolder,
  POWER_PLATFORM,
  runMigrate,
} from "./migration.ts";

const FLOW = "deployment-settings.json";
const WORKFLOW = "code-view.json";
const OTHER = "other-connectors.json";

const folderWith = async (...names: string[]) => {
  const folder = await newFolder();
  for (const name of names) await copyFile(join(FIXTURES, name), join(folder, name));
  return folder;
};

describe("npm run migrate", () => {
  it("migrates several files of both platforms at once", async () => {
    const folder = await folderWith(FLOW, WORKFLOW, OTHER);
    const options = [...POWER_PLATFORM, ...LOGIC_APPS, "--out", "new/files"];
    const run = await runMigrate([FLOW, WORKFLOW, OTHER, ...options], folder);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const out = join(folder, "new/files");
    expect((await readdir(out)).sort()).toEqual([WORKFLOW, FLOW, OTHER]);
    expect(await readFile(join(out, FLOW), "utf8")).toContain(CONNECTOR);
    expect(await readFile(join(out, WORKFLOW), "utf8")).toContain(CUSTOM_API);
    for (const name of [FLOW, WORKFLOW, OTHER])
      expect(await readFile(join(folder, name))).toEqual(await readFile(join(FIXTURES, name)));
  });

  it("finds nothing more to change in its own output", async () => {
    const folder = await folderWith(FLOW);
    await runMigrate([FLOW, ...POWER_PLATFORM], folder);
    const { stdout } = await runMigrate([`migrated/${FLOW}`, "--out", "again"], folder);
    expect(stdout).toContain("is not used");
    const [first, second] = await Promise.all(
      ["migrated", "again"].map((name) => readFile(join(folder, name, FLOW))),
    );
    expect(second).toEqual(first);
  });

  it("keeps files of one name from several folders apart", async () => {
    const folder = await newFolder();
    const flows = ["a/flow.json", "b/c/flow.json"];
    await mkdir(join(folder, "b/c"), { recursive: true });
    await mkdir(join(folder, "a"));
    for (const flow of flows) await writeFile(join(folder, flow), JSON.stringify({ flow }));
    expect((await runMigrate(flows, folder)).code).toBe(0);
    for (const flow of flows)
      expect(await readFile(join(folder, "migrated", flow), "utf8")).toContain(flow);
  });

  it("overwrites what it wrote before", async () => {
    const folder = await folderWith(FLOW);
    await mkdir(join(folder, "migrated"));
    await writeFile(join(folder, "migrated", FLOW), "old");
    expect((await runMigrate([FLOW, ...POWER_PLATFORM], folder)).code).toBe(0);
    expect(await readFile(join(folder, "migrated", FLOW), "utf8")).toContain(CONNECTOR);
  });

  it.each([
    ["the input's own folder", "."],
    ["a link to it", "link"],
  ])("never writes over an input: %s", async (_name, out) => {
    const folder = await folderWith(FLOW);
    await symlink(folder, join(folder, "link"));
    const run = await runMigrate([FLOW, ...POWER_PLATFORM, "--out", out], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("one of the files to migrate");
    expect(await readFile(join(folder, FLOW))).toEqual(await readFile(join(FIXTURES, FLOW)));
  });
});

describe("the options", () => {
  it("are asked for only where a file needs them, and nothing is written without", async () => {
    const folder = await folderWith(FLOW, WORKFLOW);
    const run = await runMigrate([FLOW, WORKFLOW, ...POWER_PLATFORM], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      "code-view.json uses Microsoft's connector at parameters.$connections.value.twitter.id: give --custom-api.",
    );
    expect(run.stderr).not.toContain("give --connector");
    expect(run.stderr).toContain("pac connector list");
    expect(await readdir(folder)).not.toContain("migrated");
  });

  it("are both named when both are missing", async () => {
    const { stderr } = await runMigrate([FLOW, WORKFLOW], await folderWith(FLOW, WORKFLOW));
    expect(stderr).toContain("give --connector.");
    expect(stderr).toContain("give --custom-api.");
  });

  it.each([
    ["--connector", "shared_twitter"],
    ["--connector", "Shared_Twitter"],
    ["--connector", "x-20connector"],
    ["--connector", "/providers/Microsoft.PowerApps/apis/shared_x-5f01"],
    ["--connector", 'shared_x","y":"'],
    ["--custom-api", "x-self-hosted"],
    ["--custom-api", CUSTOM_API.replace("customApis", "connections")],
    ["--custom-api", CUSTOM_API.replace("0a1b2c3d-", "")],
    ["--custom-api", `${CUSTOM_API}"`],
  ])("are refused: %s %s", async (option, value) => {
    const folder = await folderWith(OTHER);
    const run = await runMigrate([OTHER, `${option}=${value}`], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${option} ${value}: `);
    expect(await readdir(folder)).toEqual([OTHER]);
  });

  it("are told when no file is given", async () => {
    const run = await runMigrate([]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Usage: npm run migrate -- FILE…");
  });
});

describe("a file that cannot be read", () => {
  const zipOfTwo = zipSync({
    "Workflows/A.json": strToU8("{}"),
    "Workflows/B.json": strToU8("{}"),
  });
  const twoOfOneName = Buffer.from(
    Buffer.from(zipOfTwo).toString("latin1").replaceAll("B.json", "A.json"),
    "latin1",
  );
  const notUtf8 = Buffer.from('{"a":"\u00fc"}', "latin1");

  it.each<[string, string, Uint8Array, string]>([
    ["broken JSON", "in.json", strToU8('{\r\n  "a": tru\r\n}'), "line 2, column 8: InvalidSymbol"],
    [
      "a file that was cut off",
      "in.json",
      strToU8('{ "a": {'),
      "line 1, column 9: CloseBraceExpected",
    ],
    ["an empty file", "in.json", strToU8(""), "line 1, column 1: ValueExpected"],
    ["another encoding", "in.json", notUtf8, "no text in UTF-8"],
    ["a broken zip", "in.zip", strToU8("PK\u0003\u0004 and no more"), "no readable zip"],
    [
      "broken JSON in a zip",
      "in.zip",
      zipSync({ "Workflows/A.json": strToU8("[1,]") }),
      "Workflows/A.json: no valid JSON at line 1, column 4",
    ],
    [
      "a zip with two entries of one name",
      "in.zip",
      twoOfOneName,
      "two entries have the same name",
    ],
    ["a canvas app", "App.msapp", zipSync({}), "Canvas apps are not migrated"],
  ])("is told, and the others are migrated: %s", async (_name, name, bytes, problem) => {
    const folder = await folderWith(FLOW);
    await writeFile(join(folder, name), bytes);
    const run = await runMigrate([name, FLOW, ...POWER_PLATFORM], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${name}: `);
    expect(run.stderr).toContain(problem);
    expect(await readdir(join(folder, "migrated"))).toEqual([FLOW]);
  });

  it.each([
    ["nowhere.json", "there is no such file"],
    [".", "this is a folder; give the files in it"],
  ])("is told: %s", async (name, problem) => {
    const run = await runMigrate([name], await newFolder());
    expect(run).toMatchObject({ code: 1, stderr: `${name}: ${problem}\n` });
  });
});
