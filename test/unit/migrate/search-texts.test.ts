import { describe, expect, it } from "vitest";
import { LOGIC_APPS, migrateText, POWER_PLATFORM, readFixture } from "./migration.ts";

/** The places below one piece of advice. */
const placesBelow = (stdout: string, advice: string): readonly string[] => {
  const lines = stdout.split("\n");
  const from = lines.findIndex((line) => line.includes(advice)) + 1;
  expect(from).toBeGreaterThan(0);
  const length = lines.slice(from).findIndex((line) => !line.startsWith("       "));
  return lines.slice(from, from + length).map((line) => line.trim());
};

const ACTIONS = "properties.definition.actions";
const TEXT = "inputs.parameters.searchQuery";

describe("a search text of a flow", () => {
  it("that X is asked for in other words is told with its place and what X is asked", async () => {
    const { stdout, todo } = await migrateText(
      await readFixture("search-texts.json"),
      POWER_PLATFORM,
    );
    const told = placesBelow(stdout, "X is asked for this search text in other words");
    expect(told).toEqual([
      `properties.definition.triggers.On_a_tag.${TEXT}: from:contoso #harbour OR #quay → from:contoso (#harbour OR #quay)`,
      `${ACTIONS}.Escaped.${TEXT}: @contoso filter:links → @contoso has:links`,
    ]);
    for (const place of told) expect(todo).toContain(place);
  });

  it("that X cannot be asked for is told with the reason, also where an expression stands in it", async () => {
    const { stdout } = await migrateText(await readFixture("search-texts.json"), POWER_PLATFORM);
    expect(placesBelow(stdout, "X has nothing like this search text")).toEqual([
      expect.stringMatching(/^\S+\.Refused\.inputs\S+: .*near:.* at character 7,/),
      expect.stringMatching(
        /^\S+\.Partly_refused\.inputs\S+: "Search text" holds "near:Bergen", which/,
      ),
    ]);
  });

  it("with expressions in it is judged in its literal parts alone, which is said", async () => {
    const { stdout } = await migrateText(await readFixture("search-texts.json"), POWER_PLATFORM);
    expect(placesBelow(stdout, "could be judged in its literal parts alone")).toEqual([
      `${ACTIONS}.Partly.${TEXT}: from:@{outputs('Who')?['name {1}']} filter:links → from:@{…} has:links`,
      expect.stringMatching(/^\S+\.Partly_a_day\.\S+: quay since:.* → quay start_time=@{…}/),
      `${ACTIONS}.Partly_the_same.${TEXT}: quay @{variables('word')}; its literal parts are as X takes them`,
      `${ACTIONS}.Wholly.${TEXT}: @variables('search'); it has no literal part`,
    ]);
    expect(stdout).not.toMatch(/\.Same\.inputs\.parameters|Of_another/);
  });
});

describe("a search text of a workflow", () => {
  const workflow = (searchQuery: string) =>
    readFixture("code-view.json").then((text) => text.replace("managedApis/twitter", searchQuery));

  it("is told as well", async () => {
    const { stdout } = await migrateText(await workflow("tide filter:images"), LOGIC_APPS);
    expect(placesBelow(stdout, "in other words")).toEqual([
      "definition.triggers.When_a_new_tweet_is_posted.inputs.queries.searchQuery: tide filter:images → tide has:images",
    ]);
  });
});
