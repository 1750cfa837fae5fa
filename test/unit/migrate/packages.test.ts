import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDirectory, type ZipEntry } from "../../../tools/migrate/zip-directory.ts";
import {
  CONNECTOR,
  CONNECTOR_ID,
  canvasApp,
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

const zipOf = async (fixture: string, more: Zippable = {}) =>
  zipSync({ ...(await filesIn(join(FIXTURES, fixture))), ...more });

/** Runs the command on a zip of which nothing is to be written. */
const leaveZip = async (input: Uint8Array) => {
  const folder = await newFolder();
  await writeFile(join(folder, "in.zip"), input);
  const run = await runMigrate(["in.zip", ...POWER_PLATFORM], folder);
  const written = await readdir(join(folder, "migrated")).catch((): string[] => []);
  expect(written.filter((name) => name !== "TODO.md")).toEqual([]);
  return run;
};

/** Migrates a zip of the fixture's files and more, and gives back what was in it before and after. */
const migrateZip = async (fixture: string, more: Zippable = {}) => {
  const folder = await newFolder();
  const input = await zipOf(fixture, more);
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
    expect(stdout).toContain("in.zip (a solution) → migrated/in.zip: 9 changes");
    expect(stdout).toContain(
      "  customizations.xml: connectionreference[cts_sharedtwitter_3f2a1]/connectorid\n",
    );
    expect(stdout).toMatch(
      new RegExp(
        `Canvas apps are not migrated.*\n {7}customizations.xml: CanvasApp\\[cts_newsdesk_4f1c2\\]\n {7}${APP}\n`,
      ),
    );
    expect(stdout).not.toContain("other.msapp");
    expect(stdout).toMatch(/1\. This solution is managed.*\n {7}solution\.xml/);
    expect(stdout).toMatch(/\d\. Import the solution .*migrated\/in\.zip/);
  });

  it("is not migrated by half: a canvas app that shares a connection reference holds all of it", async () => {
    const customizations = await readFile(join(FIXTURES, "solution/customizations.xml"), "utf8");
    const shared = customizations.replace(
      '"dataSources":["Twitter"]',
      '"dataSources":["Twitter"],"xrmConnectionReferenceLogicalName":"cts_sharedtwitter_3f2a1"',
    );
    expect(shared).not.toBe(customizations);
    const input = await zipOf("solution", { "customizations.xml": strToU8(shared) });
    const { code, stdout } = await leaveZip(input);
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /Nothing in this package was changed.*In Power Apps Studio.*export the package anew.*\n.*CanvasApp\[cts_newsdesk_4f1c2\]\n/,
    );
  });

  it("is not held by an app whose reference is another connector's", async () => {
    const app = {
      a: { id: "/providers/microsoft.powerapps/apis/shared_twitter", dataSources: ["Twitter"] },
      b: {
        id: "/providers/microsoft.powerapps/apis/shared_office365",
        xrmConnectionReferenceLogicalName: "cts_sharedoffice365_77d01",
      },
    };
    const { stdout } = await migrateZip("package", {
      "customizations.xml": strToU8(
        `<ImportExportXml><CanvasApps><CanvasApp><Name>desk</Name><ConnectionReferences>${JSON.stringify(app)}</ConnectionReferences></CanvasApp></CanvasApps></ImportExportXml>`,
      ),
    });
    expect(stdout).toMatch(/Canvas apps are not migrated.*\n.*CanvasApp\[desk\]/);
  });

  it("passes over what only looks like a connection reference", async () => {
    const customizations = `<a><!-- <connectorid>${OLD_ID}</connectorid> --><![CDATA[<connectorid>${OLD_ID}</connectorid>]]></a>`;
    const { bytes, input, stdout } = await migrateZip("package", {
      "customizations.xml": strToU8(customizations),
    });
    expect(bytes.equals(input)).toBe(false);
    expect(stdout).toMatch(/no connection of a known form.*\n.*customizations\.xml: \(2 in all\)/);
  });
});

describe("a canvas app's package", () => {
  const APP_FILE =
    "Microsoft.PowerApps/apps/7d1f0a2b-3c4e-4d5f-8a6b-9c0d1e2f3a4b/7d1f0a2b-document.msapp";

  it("is not migrated by half: nothing is written, and what to do in Studio is told", async () => {
    const { code, stdout } = await leaveZip(
      await zipOf("app-package", { [APP_FILE]: canvasApp("shared_twitter") }),
    );
    expect(code).toBe(2);
    expect(stdout).toContain("in.zip (a canvas app's package): left to you");
    expect(stdout).toMatch(
      /Nothing in this package was changed.*add the new connector as a data source/,
    );
    expect(stdout).toContain(APP_FILE);
  });

  it("is not used by an app of another connector", async () => {
    const { code, stdout } = await leaveZip(
      zipSync({ [APP_FILE]: canvasApp("shared_twitterads") }),
    );
    expect(code).toBe(0);
    expect(stdout).toContain("(a canvas app's package): Microsoft's X connector is not used");
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

  it("keeps of the zip all that did not change: dates, attributes, comments, order, compressed bytes", async () => {
    const folder = await newFolder();
    const kept = {
      "10.txt": [strToU8("an entry whose name is a number"), { mtime: "2019-03-05T10:20:30" }],
      "Größe/notes.txt": [
        strToU8("x".repeat(999)),
        { level: 9, comment: "kept", attrs: 0o644 << 16, os: 3 },
      ],
      "2.txt": [strToU8("stored"), { level: 0 }],
    } satisfies Zippable;
    const input = await zipOf("package", kept);
    const end = Buffer.from(input.subarray(-22));
    end.writeUInt16LE(5, 20);
    const commented = Buffer.concat([input.subarray(0, -22), end, Buffer.from("hello")]);
    await writeFile(join(folder, "in.zip"), commented);
    expect((await runMigrate(["in.zip", ...POWER_PLATFORM], folder)).code).toBe(0);
    const output = await readFile(join(folder, "migrated/in.zip"));

    const [before, after] = [readDirectory(commented), readDirectory(output)];
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    expect(output.subarray(-5).toString()).toBe("hello");
    const record = ({ bytes }: typeof before, { start, end, central }: ZipEntry) => {
      const withoutPlace = Buffer.from(central);
      withoutPlace.writeUInt32LE(0, 42);
      return [bytes.subarray(start, end), withoutPlace];
    };
    for (const [index, entry] of after.entries.entries()) {
      const old = before.entries[index];
      if (/definition\.json$|^manifest\.json$/.test(entry.name)) continue;
      expect(record(after, entry), entry.name).toEqual(old && record(before, old));
    }
  });

  it("is written where its sizes stood behind the data, as streaming tools write them", async () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_error, chunk) => chunks.push(chunk));
    for (const [name, bytes] of Object.entries(await filesIn(join(FIXTURES, "package")))) {
      const entry = new ZipDeflate(name);
      zip.add(entry);
      entry.push(bytes as Uint8Array, true);
    }
    zip.end();
    const folder = await newFolder();
    await writeFile(join(folder, "in.zip"), Buffer.concat(chunks));
    expect((await runMigrate(["in.zip", ...POWER_PLATFORM], folder)).code).toBe(0);
    const entries = unzipSync(await readFile(join(folder, "migrated/in.zip")));
    expect(strFromU8(entries["manifest.json"] ?? strToU8(""))).toContain(CONNECTOR_ID);
    expect(Object.keys(entries)).toHaveLength(5);
  });
});

describe("a zip without Microsoft's connector", () => {
  it("is not written", async () => {
    const flow = await readFile(join(FIXTURES, "other-connectors.json"));
    const { code, stdout } = await leaveZip(zipSync({ "Workflows/Other.json": flow }));
    expect(code).toBe(0);
    expect(stdout).toBe(
      "in.zip (a zip): no id of Microsoft's X connector in it, nothing written\n",
    );
  });
});

describe("a zip that holds the connector where nothing is migrated", () => {
  it("is told with the entries that name it", async () => {
    const { code, stdout } = await leaveZip(
      zipSync({
        "docs/read.txt": strToU8(`see ${OLD_ID}`),
        "inner.zip": await zipOf("package"),
        "broken.zip": strToU8("PK\u0003\u0004 and no more"),
      }),
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/A zip within a zip is not migrated.*\n {7}inner\.zip\n/);
    expect(stdout).toMatch(/no connection of a known form.*\n {7}docs\/read\.txt\n/);
    expect(stdout).not.toContain("broken.zip");
  });
});
