import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  CONNECTOR,
  CONNECTOR_ID,
  differences,
  expectFidelity,
  FIXTURES,
  newFolder,
  POWER_PLATFORM,
  parseText,
  runMigrate,
} from "./migration.ts";

const OLD_ID = "/providers/Microsoft.PowerApps/apis/shared_twitter";
const FLOW = "Workflows/PostNews-8D5E2C40-1B7F-EF11-9F89-000D3A2B4C5D.json";
const APP = "CanvasApps/cts_newsdesk_4f1c2_DocumentUri.msapp";

/** A canvas app's document as far as it names its connectors. */
const canvasApp = (connector: string) =>
  zipSync({
    "Properties.json": strToU8(
      JSON.stringify({
        LocalConnectionReferences: JSON.stringify({
          a: { id: `/providers/microsoft.powerapps/apis/${connector}` },
        }),
      }),
    ),
  });

const filesIn = async (folder: string): Promise<Zippable> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name))] as const),
    ),
  );
};

/** Migrates a zip of the fixture's files and more, and gives back what was in it before and after. */
const migrateZip = async (fixture: string, more: Zippable = {}) => {
  const folder = await newFolder();
  const input = zipSync({ ...(await filesIn(join(FIXTURES, fixture))), ...more });
  await writeFile(join(folder, "in.zip"), input);
  const run = await runMigrate(["in.zip", ...POWER_PLATFORM], folder);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(await readFile(join(folder, "in.zip"))).toEqual(Buffer.from(input));
  const bytes = await readFile(join(folder, "migrated/in.zip"));
  const [before, after] = [unzipSync(input), unzipSync(bytes)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const changed = Object.keys(before).filter(
    (name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? [])),
  );
  const textOf = (entries: typeof before, name: string) => strFromU8(entries[name] ?? strToU8(""));
  const differencesIn = (name: string) => {
    const [old, migrated] = [textOf(before, name), textOf(after, name)];
    const found = differences(parseText(old), parseText(migrated));
    expectFidelity(old, migrated, found);
    return found;
  };
  return { stdout: run.stdout, bytes, input, changed, before, after, textOf, differencesIn };
};

describe("a solution", () => {
  const more = {
    [APP]: [canvasApp("shared_twitter"), { level: 0 }],
    "CanvasApps/other.msapp": canvasApp("shared_twitterads"),
    "WebResources/cts_icon": Uint8Array.from({ length: 256 }, (_, byte) => byte),
    "WebResources/broken.json": strToU8("{ shared_twitter"),
    "Workflows/": new Uint8Array(),
  } satisfies Zippable;

  it("changes in its flows and its connection references; every other entry stays byte for byte", async () => {
    const { changed, textOf, before, after, differencesIn } = await migrateZip("solution", more);
    expect(changed.sort()).toEqual([FLOW, "customizations.xml"]);
    expect(differencesIn(FLOW)).toHaveLength(7);

    const [old, migrated] = [
      textOf(before, "customizations.xml").split("\n"),
      textOf(after, "customizations.xml").split("\n"),
    ];
    expect(migrated).toHaveLength(old.length);
    const lines = old.flatMap((line, index) =>
      line === migrated[index] ? [] : [[line.trim(), migrated[index]?.trim()]],
    );
    expect(lines).toEqual([
      [`<connectorid>${OLD_ID}</connectorid>`, `<connectorid>${CONNECTOR_ID}</connectorid>`],
      [
        "<connectorid>/providers/microsoft.powerapps/apis/shared_twitter</connectorid>",
        `<connectorid>/providers/microsoft.powerapps/apis/${CONNECTOR}</connectorid>`,
      ],
    ]);
  });

  it("tells its places by entry, its canvas apps, and that it is managed", async () => {
    const { stdout } = await migrateZip("solution", more);
    expect(stdout).toContain("in.zip → migrated/in.zip: 9 changes");
    expect(stdout).toContain(
      "  customizations.xml: connectionreference[cts_sharedtwitter_3f2a1]/connectorid\n",
    );
    expect(stdout).toMatch(
      new RegExp(
        `Canvas apps are not migrated.*\\(2 places\\)\\n {4}in.zip: customizations.xml: CanvasApp\\[cts_newsdesk_4f1c2\\]\\n {4}in.zip: ${APP}\\n`,
      ),
    );
    expect(stdout).not.toContain("other.msapp");
    expect(stdout).toMatch(/solution is managed.*\n {4}in\.zip: solution\.xml/);
  });

  it("passes over what only looks like a connection reference", async () => {
    const customizations = `<a><!-- <connectorid>${OLD_ID}</connectorid> --><![CDATA[<connectorid>${OLD_ID}</connectorid>]]></a>`;
    const { bytes, input, stdout } = await migrateZip("package", {
      "customizations.xml": strToU8(customizations),
    });
    expect(bytes.equals(input)).toBe(false);
    expect(stdout).toMatch(
      /still names Microsoft's connector.*\n.*customizations\.xml: \(2 in all\)/,
    );
  });
});

describe("a flow's package", () => {
  it("changes in its definition and its manifest alone", async () => {
    const { changed, differencesIn } = await migrateZip("package");
    const definition = changed.find((name) => name.endsWith("/definition.json")) ?? "";
    expect(changed.sort()).toEqual([definition, "manifest.json"]);
    expect(differencesIn(definition)).toHaveLength(6);
    expect(differencesIn("manifest.json").map(([, , after]) => after)).toEqual([
      CONNECTOR_ID,
      CONNECTOR,
    ]);
  });

  it("makes the same bytes each time", async () => {
    const first = await migrateZip("package");
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await migrateZip("package");
    expect(second.bytes).toEqual(first.bytes);
  });
});

describe("a zip without Microsoft's connector", () => {
  it("is copied byte for byte", async () => {
    const folder = await newFolder();
    const flow = await readFile(join(FIXTURES, "other-connectors.json"));
    const input = zipSync(
      { "Workflows/Other.json": flow },
      { level: 9, comment: "from elsewhere" },
    );
    await writeFile(join(folder, "in.zip"), input);
    const { stdout } = await runMigrate(["in.zip"], folder);
    expect(stdout).toBe(
      "in.zip → migrated/in.zip: Microsoft's X connector is not used, copied as it is\n",
    );
    expect(await readFile(join(folder, "migrated/in.zip"))).toEqual(Buffer.from(input));
  });
});
