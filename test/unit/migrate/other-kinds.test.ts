import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { canvasApp, leaveText, readFixture } from "./migration.ts";

describe("a file that is not migrated", () => {
  it.each([
    ["other/main.bicep", "Bicep", "az bicep build", ["line 8"]],
    ["other/main.tf", "Terraform", "custom connector's resource id", ["line 2"]],
    ["other/runbook.md", "Markdown", "save that as a file of its own", ["line 3"]],
    ["other/create.ps1", "a text of a kind that is not known here", "by hand", ["line 2"]],
    ["app-sources/Src/Board.fx.yaml", "sources of a canvas app", "Power Apps Studio", ["line 2"]],
    ["app-sources/Src/Post.pa.yaml", "sources of a canvas app", "Power Apps Studio", ["line 7"]],
    [
      "app-sources/Connections/Connections.json",
      "sources of a canvas app",
      "Power Apps Studio",
      ["4c1d7f2a-9b3e-4f5a-8c6d-7e8f9a0b1c2d.id"],
    ],
    ["app-sources/DataSources/Twitter.json", "sources of a canvas app", "Studio", ["[0].ApiId"]],
    [
      "app-package/Microsoft.PowerApps/apps/7d1f0a2b-3c4e-4d5f-8a6b-9c0d1e2f3a4b/7d1f0a2b.json",
      "sources of a canvas app",
      "Studio",
      ["properties.connectionReferences.4c1d7f2a.id"],
    ],
    [
      "app-package/manifest.json",
      "a package's manifest",
      "Nothing in this package was changed",
      ["resources.7d1f0a2b-3c4e-4d5f-8a6b-9c0d1e2f3a4b"],
    ],
  ])("is recognised, named, and told the way out: %s", async (name, kind, wayOut, places) => {
    const file = name.slice(name.lastIndexOf("/") + 1);
    const { code, stdout } = await leaveText(file, await readFixture(name));
    expect(code).toBe(2);
    expect(stdout).toContain(`${file} (${kind}): left to you`);
    expect(stdout).toContain(wayOut);
    const told = stdout.split("\n").filter((line) => line.startsWith("       "));
    expect(told.map((line) => line.trim())).toEqual(places);
  });

  it("is recognised as a canvas app", async () => {
    const { code, stdout } = await leaveText("Board.msapp", canvasApp("shared_twitter"));
    expect(code).toBe(2);
    expect(stdout).toContain("Board.msapp (a canvas app): left to you");
    expect(stdout).toMatch(/In Power Apps Studio add the new connector as a data source/);
  });

  it.each([
    ["Board.msapp", canvasApp("shared_sql"), "a canvas app): Microsoft's X connector is not used"],
    ["main.bicep", strToU8("var a = 'twitter'"), "Bicep): no id of"],
    ["a.json", strToU8('{"tweets":["shared_twitter"]}'), "not known here): no id of"],
    [
      "workflow.json",
      strToU8(
        '{"definition":{"actions":{"A":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"twitter"}}}}}}}',
      ),
      "a workflow in code view): no id of",
    ],
    ["a.xml", strToU8("<a/>"), "XML of a kind that is not known here): no id of"],
    ["a.bin", Uint8Array.of(1, 0, 2), "no text): no id of"],
  ])(
    "is said not to use the connector only where that is certain: %s",
    async (name, bytes, told) => {
      const { code, stdout } = await leaveText(name, bytes);
      expect(code).toBe(0);
      expect(stdout).toContain(told);
    },
  );

  it("is told as undecided where an id stands in a JSON of no known kind", async () => {
    const text = '{"policy":{"connectors":["/providers/Microsoft.PowerApps/apis/shared_twitter"]}}';
    const { code, stdout } = await leaveText("policy.json", text);
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /no connection of a known form stands.*If it is one.*\n.*policy\.connectors\[0\]/,
    );
  });
});
