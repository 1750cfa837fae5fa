import { describe, expect, it } from "vitest";
import { findingsIn } from "../../../tools/migrate/text-document.ts";
import { CUSTOM_API, LOGIC_APPS, leaveText, migrateText, readFixture } from "./migration.ts";

const migrateFixture = async (name: string) => migrateText(await readFixture(name), LOGIC_APPS);

/** Only where something changed and to what; the fixtures tell from what. */
const places = (found: readonly (readonly [string, unknown, unknown])[]) =>
  found.map(([place, , after]) => (after === CUSTOM_API ? place : [place, after]));

describe("a Logic Apps workflow", () => {
  it("changes in the connections of its code view", async () => {
    const { found, stdout } = await migrateFixture("code-view.json");
    expect(places(found)).toEqual([
      "parameters/$connections/value/twitter/id",
      "parameters/$connections/value/twitter_support/id",
    ]);
    expect(stdout).toMatch(
      /Create a connection of the new connector.*\n.*\.twitter\n.*\.twitter_support\n/,
    );
  });

  it("changes in the connections and their defaults of its resource", async () => {
    const { found } = await migrateFixture("workflow-resource.json");
    expect(places(found)).toEqual([
      "properties/definition/parameters/$connections/defaultValue/twitter/id",
      "properties/parameters/$connections/value/twitter/id",
    ]);
  });

  it("changes in connections.json of Logic Apps (Standard)", async () => {
    const { found, stdout } = await migrateFixture("connections.json");
    expect(places(found)).toEqual(["managedApiConnections/twitter/api/id"]);
    expect(stdout).toContain("managedApiConnections.twitter.connectionRuntimeUrl");
  });
});

describe("a workflow that was taken elsewhere", () => {
  it("changes in an older code view, with $connections at the top", async () => {
    const { found, stdout } = await migrateFixture("code-view-connections-first.json");
    expect(places(found)).toEqual(["$connections/value/twitter/id"]);
    expect(stdout).toContain("in.json (a workflow in code view) → out/in.json: 1 change");
  });

  it("changes in a gallery's template", async () => {
    const { found, stdout } = await migrateFixture("gallery-template.json");
    expect(places(found)).toEqual(["properties/connectionReferences/twitter/id"]);
    expect(stdout).toContain("in.json (a template of a gallery) → out/in.json: 1 change");
  });

  it("changes in a step that the new designer copied", async () => {
    const { found } = await migrateFixture("copied-step-new-designer.json");
    expect(places(found)).toEqual(["allConnectionData/Post_a_tweet/connectionData/api/id"]);
  });

  it("has nothing to change in a step that names a key of $connections alone, and says so", async () => {
    const { code, stdout } = await leaveText(
      "step.json",
      await readFixture("copied-step-of-logic-apps.json"),
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /only a key of the workflow's `\$connections`.*\n.*host\.connection\.name\n/,
    );
  });
});

describe("a template whose variables are objects", () => {
  it("changes where the values stand", async () => {
    const { found, stdout } = await migrateFixture("template-objects.json");
    expect(places(found)).toEqual([
      "parameters/apis/defaultValue/x/id",
      "variables/birdConnection/id",
      ["variables/deep/list/0/api/name", "x-self-hosted"],
      "variables/connections/bird/id",
    ]);
    expect(stdout).toMatch(/default was changed.*\n.*parameters\.apis\.defaultValue\.x\.id\n/);
    expect(stdout).toMatch(/cannot be decided.*\n.*resources\[5\]\.properties\.api\.id\n/);
  });
});

describe("a template", () => {
  it("changes where it leads to Microsoft's connector for certain", async () => {
    const { found } = await migrateFixture("template.json");
    expect(places(found)).toEqual(
      [
        "parameters/apiWithDefault/defaultValue",
        "variables/twitterApi",
        "resources/0/properties/api/name",
        "resources/0/properties/api/id",
        "resources/0/properties/api/type",
        "resources/1/properties/api/id",
        "resources/2/properties/api/id",
        "resources/3/properties/api/id",
        "resources/10/properties/template/resources/1/properties/api/id",
        "resources/11/properties/parameters/$connections/value/twitter/id",
      ].map((place) => {
        if (place.endsWith("/name")) return [place, "x-self-hosted"];
        return place.endsWith("/type") ? [place, "Microsoft.Web/customApis"] : place;
      }),
    );
  });

  it("tells what only its deployment decides", async () => {
    const { stdout } = await migrateFixture("template.json");
    expect(stdout).toMatch(/With its default.*\n.*resources\[6\]\.properties\.api\.id\n/);
    expect(stdout).toMatch(/cannot be decided.*\n.*resources\[7\]\.properties\.api\.id/);
    expect(stdout).toMatch(/default was changed.*\n.*parameters\.apiWithDefault\.defaultValue\n/);
    expect(stdout).toMatch(/sign-in values.*\n.*parameterValueSet\n.*authenticatedUser/);
  });

  it("changes an id in its parameters file, and no name beside it", async () => {
    const { found } = await migrateFixture("template-parameters.json");
    expect(places(found)).toEqual(["parameters/apiFromOutside/value"]);
  });
});

describe("an api id", () => {
  const SUBSCRIPTION = "/subscriptions/11111111-2222-3333-4444-555555555555";
  const findingsFor = (id: string) =>
    findingsIn(
      Buffer.from(
        JSON.stringify({
          variables: { "api's": "twitter", loop: "[variables('loop')]", parts: { api: "twitter" } },
          resources: {
            symbolic: { type: "Microsoft.Web/connections", properties: { api: { id } } },
          },
        }),
      ),
    ).findings.map(({ kind, place }) => [kind, place]);

  it.each([
    [`${SUBSCRIPTION}/providers/Microsoft.Web/locations/westus/managedApis/twitter`],
    ["[concat('/subscriptions/1/providers/Microsoft.Web/locations/a/managedApis/','twitter')]"],
    [
      "[format('{0}/providers/Microsoft.Web/locations/{1}/managedApis/{2}', subscription().id, 'a', 'twitter')]",
    ],
    [
      "[resourceId(subscription().subscriptionId, 'Microsoft.Web/locations/managedApis', 'a', 'twitter')]",
    ],
    [
      "[ subscriptionResourceId ( 'Microsoft.Web/locations/managedApis' , variables('parts')['a.b'].c , variables('api''s') ) ]",
    ],
  ])("%s is Microsoft's", (id) => {
    expect(findingsFor(id)[0]).toEqual(["occurrence", "resources.symbolic.properties.api.id"]);
  });

  it.each([
    [`${SUBSCRIPTION}/providers/Microsoft.Web/locations/westus/managedApis/twitterads`],
    [`${SUBSCRIPTION}/providers/Microsoft.Web/locations/westus/managedApis/office365`],
    [`${SUBSCRIPTION}/resourceGroups/a/providers/Microsoft.Web/customApis/twitter`],
    ["[resourceId('Microsoft.Web/customApis', parameters('name'))]"],
    ["[variables('parts').api]"],
  ])("%s is another's", (id) => {
    expect(findingsFor(id)).toEqual([]);
  });

  it.each([
    ["[variables('loop')]"],
    ["[variables('parts')[parameters('which')]]"],
    ["[concat('/providers/Microsoft.Web/locations/westus/managedApis/', toLower('TWITTER'))]"],
    ["[concat('unfinished]"],
    ["@parameters('api')"],
  ])("%s is left to a person", (id) => {
    expect(findingsFor(id)).toEqual([["note", expect.any(String)]]);
  });
});
