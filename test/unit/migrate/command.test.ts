import { copyFile, cp, mkdir, open, readdir, readFile, symlink, writeFile } from "node:fs/promises";
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
  startMigrate,
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
    expect((await readdir(out)).sort()).toEqual(["TODO.md", WORKFLOW, FLOW].sort());
    expect(await readFile(join(out, FLOW), "utf8")).toContain(CONNECTOR);
    expect(await readFile(join(out, WORKFLOW), "utf8")).toContain(CUSTOM_API);
    for (const name of [FLOW, WORKFLOW, OTHER])
      expect(await readFile(join(folder, name))).toEqual(await readFile(join(FIXTURES, name)));
  });

  it("finds nothing more to change in its own output", async () => {
    const folder = await folderWith(FLOW);
    await runMigrate([FLOW, ...POWER_PLATFORM], folder);
    const { code, stdout } = await runMigrate([`migrated/${FLOW}`, "--out", "again"], folder);
    expect(code).toBe(0);
    expect(stdout).toContain("is not used");
    expect(await readdir(folder)).not.toContain("again");
  });

  it("keeps files of one name from several folders apart", async () => {
    const folder = await newFolder();
    const flows = ["a/flow.json", "b/c/flow.json"];
    await mkdir(join(folder, "b/c"), { recursive: true });
    await mkdir(join(folder, "a"));
    const settings = await readFile(join(FIXTURES, FLOW));
    for (const flow of flows) await writeFile(join(folder, flow), settings);
    expect((await runMigrate([...flows, ...POWER_PLATFORM], folder)).code).toBe(0);
    for (const flow of flows)
      expect(await readFile(join(folder, "migrated", flow), "utf8")).toContain(CONNECTOR);
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

describe("a folder", () => {
  const NOT_OURS = {
    "tsconfig.json": "{ // with a comment\n  'and': no JSON }",
    "picture.png": Uint8Array.from({ length: 64 }, (_, byte) => byte),
    "notes.txt": "a tweet about shared_twitter",
    "node_modules/pkg/flow.json": '{"id":"/providers/Microsoft.PowerApps/apis/shared_twitter"}',
  };

  const mixed = async () => {
    const folder = await folderWith(FLOW, WORKFLOW, OTHER);
    await mkdir(join(folder, "deep/er"), { recursive: true });
    await mkdir(join(folder, "node_modules/pkg"), { recursive: true });
    await copyFile(join(FIXTURES, "template.json"), join(folder, "deep/er/template.json"));
    for (const [name, content] of Object.entries(NOT_OURS))
      await writeFile(join(folder, name), content);
    return folder;
  };

  it("is looked through, and what does not use the connector is neither copied nor named", async () => {
    const folder = await mixed();
    const run = await runMigrate([".", ...POWER_PLATFORM, ...LOGIC_APPS], folder);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const written = await readdir(join(folder, "migrated"), { recursive: true });
    expect(written.sort()).toEqual(
      ["TODO.md", WORKFLOW, "deep", "deep/er", "deep/er/template.json", FLOW].sort(),
    );
    expect(run.stdout).not.toMatch(/tsconfig|picture|notes|node_modules|other-connectors/);
    expect(run.stdout).toContain("Nothing to migrate was found in 3 more of the files there.");
  });

  it("may be given again: earlier results in it are no input", async () => {
    const folder = await mixed();
    const args = [".", ...POWER_PLATFORM, ...LOGIC_APPS];
    const first = await runMigrate(args, folder);
    expect(await runMigrate(args, folder)).toEqual(first);
  });

  it("may hold a file that names the connector and cannot be read, which is told", async () => {
    const folder = await mixed();
    await writeFile(join(folder, "broken.json"), '{"id":"/apis/shared_twitter"');
    const run = await runMigrate([".", ...POWER_PLATFORM, ...LOGIC_APPS], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^broken\.json: no valid JSON at line 1/);
  });

  it("holds an unpacked solution as a whole where a canvas app shares its reference", async () => {
    const folder = await newFolder();
    const flow = "Workflows/PostNews-8D5E2C40-1B7F-EF11-9F89-000D3A2B4C5D.json";
    await cp(join(FIXTURES, "solution/Workflows"), join(folder, "a/Workflows"), {
      recursive: true,
    });
    await cp(join(FIXTURES, "solution"), join(folder, "b"), { recursive: true });
    const text = await readFile(join(FIXTURES, "solution/customizations.xml"), "utf8");
    await mkdir(join(folder, "a/Other"));
    await writeFile(
      join(folder, "a/Other/Customizations.xml"),
      text.replace(
        '"dataSources"',
        '"xrmConnectionReferenceLogicalName":"cts_sharedtwitter_3f2a1","dataSources"',
      ),
    );
    const run = await runMigrate([".", ...POWER_PLATFORM], folder);
    expect(run.code).toBe(2);
    const written = await readdir(join(folder, "migrated"), { recursive: true });
    expect(written.filter((name) => /\.(json|xml)$/.test(name)).sort()).toEqual([
      `b/${flow}`,
      "b/customizations.xml",
    ]);
    expect(run.stdout).toMatch(
      /Nothing in this package was changed.*\n.*Customizations\.xml: CanvasApp/,
    );
  });
});

describe("what is left to a person", () => {
  it("comes for each file, in order, and ends with how the file gets back", async () => {
    const folder = await folderWith(FLOW, WORKFLOW, OTHER);
    const args = [FLOW, WORKFLOW, OTHER, ...POWER_PLATFORM, ...LOGIC_APPS];
    const { stdout } = await runMigrate(args, folder);
    const todo = await readFile(join(folder, "migrated/TODO.md"), "utf8");
    expect(todo.split("\n").filter((line) => /^(#|\d)/.test(line))).toEqual([
      "# What is left to do after the migration",
      `## \`${FLOW}\`, deployment settings`,
      expect.stringMatching(/^1\. \[ \] This connection reference keeps its logical name/),
      expect.stringMatching(
        /^2\. \[ \] Put the new connections' ids .*migrated\/deployment-settings\.json/,
      ),
      `## \`${WORKFLOW}\`, a workflow in code view`,
      expect.stringMatching(/^1\. \[ \] X is asked for this search text in other words/),
      expect.stringMatching(/^2\. \[ \] The connection's own name and id stay/),
      expect.stringMatching(/^3\. \[ \] Open the workflow in the portal, choose Code view/),
    ]);
    expect(todo).toContain("   - `parameters.$connections.value.twitter`\n");
    expect(stdout).toContain("The same stands in migrated/TODO.md.");
  });

  it.each([
    ["solution/customizations.xml", POWER_PLATFORM, "pac solution pack"],
    ["old-host-flow.json", POWER_PLATFORM, "pac solution pack"],
    ["package/manifest.json", POWER_PLATFORM, "import the package"],
    ["gallery-template.json", LOGIC_APPS, "in the gallery's place"],
    [
      "template.json",
      LOGIC_APPS,
      "az deployment group create --resource-group GROUP --template-file",
    ],
    ["template-parameters.json", LOGIC_APPS, "--parameters @"],
    ["workflow-resource.json", LOGIC_APPS, "az rest --method put"],
    ["connections.json", LOGIC_APPS, "deploy the project"],
    ["copied-step.json", POWER_PLATFORM, "Paste"],
  ])("says how it gets back: %s", async (name, options, wayBack) => {
    const out = join(await newFolder(), "out");
    const { code } = await runMigrate([name, ...options, "--out", out]);
    expect(code).toBe(0);
    const todo = await readFile(join(out, "TODO.md"), "utf8");
    const last = todo
      .trimEnd()
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .at(-1);
    expect(last).toContain(wayBack);
  });

  it("is not written where there is nothing", async () => {
    const folder = await folderWith(OTHER);
    expect((await runMigrate([OTHER], folder)).code).toBe(0);
    expect(await readdir(folder)).toEqual([OTHER]);
  });
});

describe("the options", () => {
  it("are asked for only where a file needs them, and nothing is written without", async () => {
    const folder = await folderWith(FLOW, WORKFLOW);
    const run = await runMigrate([FLOW, WORKFLOW, ...POWER_PLATFORM], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe(
      [
        `Give --custom-api, for ${WORKFLOW}. Its value:`,
        '  az resource list --resource-type Microsoft.Web/customApis --query "[].id" --output tsv',
        "Nothing was written.\n",
      ].join("\n"),
    );
    expect(await readdir(folder)).not.toContain("migrated");
  });

  it("are told once each, however many files need them, with where the value is found", async () => {
    const folder = await folderWith(FLOW, WORKFLOW, "template.json", "connections.json");
    const { stderr } = await runMigrate(["."], folder);
    expect(stderr.match(/Give --connector/g)).toHaveLength(1);
    expect(stderr.match(/Give --custom-api/g)).toHaveLength(1);
    expect(stderr).toContain(
      `Give --custom-api, for ${WORKFLOW}, connections.json, template.json.`,
    );
    expect(stderr).toContain("https://make.powerautomate.com");
    expect(stderr).toContain("pac connector list");
  });

  it.each([["--help"], ["-h"]])("are all told by %s", async (option) => {
    const run = await runMigrate([option]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const name of ["--out", "--connector", "--custom-api", "--help", "FOLDER", "Exit code"])
      expect(run.stdout).toContain(name);
  });

  it("are told where one is not known, or has no value", async () => {
    const unknown = await runMigrate(["x.json", "--connectr", "shared_x"]);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/^Unknown option '--connectr'\. `npm run migrate -- --help`/);
    expect((await runMigrate(["x.json", "--out"])).stderr).toContain("--out");
  });

  it.each([[CONNECTOR], [CUSTOM_API]])(
    "are told to stand behind -- where npm took %s for a file",
    async (value) => {
      const run = await runMigrate([OTHER, value]);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain("Write -- before them");
    },
  );

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
    expect(run.stderr).toContain("Usage: npm run migrate -- FILE|FOLDER…");
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
  const withPassword = Buffer.from(zipOfTwo);
  for (const at of [withPassword.indexOf("PK\u0001\u0002")]) withPassword.writeUInt16LE(1, at + 8);
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
    ["a broken canvas app", "App.msapp", strToU8("PK\u0003\u0004"), "no readable zip"],
    ["a zip that was cut off", "in.zip", zipOfTwo.subarray(0, 90), "may have been cut off"],
    ["a zip with a password", "in.zip", withPassword, "protected by a password"],
    [
      "UTF-16, as PowerShell writes it",
      "in.json",
      Buffer.from("\ufeff{}", "utf16le"),
      "no text in UTF-8",
    ],
    [
      "too many nested arrays",
      "in.json",
      strToU8("[".repeat(1e5) + "]".repeat(1e5)),
      "nested too deeply",
    ],
  ])("is told, and the others are migrated: %s", async (_name, name, bytes, problem) => {
    const folder = await folderWith(FLOW);
    await writeFile(join(folder, name), bytes);
    const run = await runMigrate([name, FLOW, ...POWER_PLATFORM], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${name}: `);
    expect(run.stderr).toContain(problem);
    expect((await readdir(join(folder, "migrated"))).sort()).toEqual(["TODO.md", FLOW]);
  });

  it("is told where there is none", async () => {
    const run = await runMigrate(["nowhere.json"], await newFolder());
    expect(run).toMatchObject({ code: 1, stderr: "nowhere.json: there is no such file\n" });
  });

  it("is not read where it is larger than any export", async () => {
    const folder = await newFolder();
    const file = await open(join(folder, "huge.json"), "w");
    await file.truncate(3 * 1024 ** 3);
    await file.close();
    const run = await runMigrate(["huge.json"], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^huge\.json: 3072 MB are more than any export has/);
  });
});

describe("a place for the results that cannot be written", () => {
  it.each([
    ["a file is in the way", FLOW, /could not be written: a file of that name is in the way/],
    [
      "a file is in the way, deeper",
      `${FLOW}/deeper`,
      /could not be written: a file is in the way/,
    ],
  ])("is told: %s", async (_name, out, problem) => {
    const folder = await folderWith(FLOW, WORKFLOW);
    const run = await runMigrate([WORKFLOW, ...LOGIC_APPS, "--out", out], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(problem);
  });

  it.skipIf(process.getuid?.() === 0)("is told: a folder that is read-only", async () => {
    const folder = await folderWith(FLOW);
    await mkdir(join(folder, "migrated"), { mode: 0o555 });
    const run = await runMigrate([FLOW, ...POWER_PLATFORM], folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("could not be written: this account may not read or write it");
  });
});

describe("npm's script", () => {
  it("starts the command", async () => {
    const run = await startMigrate([OTHER]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("is not used");
  }, 60_000);
});
