import { describe, expect, it } from "vitest";
import {
  CONNECTOR,
  CONNECTOR_ID,
  leaveText,
  migrateText,
  POWER_PLATFORM,
  readFixture,
} from "./migration.ts";

const SOLUTION_FLOW = "solution/Workflows/PostNews-8D5E2C40-1B7F-EF11-9F89-000D3A2B4C5D.json";
const PACKAGE = "package/Microsoft.Flow/flows/2f6b1c5e-7a0d-4f3c-9b57-0c2d8e1a4f90";
const MICROSOFTS_ID = "/providers/Microsoft.PowerApps/apis/shared_twitter";
const NAME = ["shared_twitter", CONNECTOR];
const ID = [MICROSOFTS_ID, CONNECTOR_ID];

const migrateFixture = async (name: string) => migrateText(await readFixture(name), POWER_PLATFORM);

const REFERENCES = "properties/connectionReferences";
const ACTIONS = "properties/definition/actions";
const API_ID = "inputs/host/apiId";

describe("a flow of a solution", () => {
  it("changes in its connection references and in each step of the connector, and nowhere else", async () => {
    const { found } = await migrateFixture(SOLUTION_FLOW);
    expect(found).toEqual([
      [`${REFERENCES}/shared_twitter/api/name`, ...NAME],
      [`${REFERENCES}/shared_twitter_1/api/name`, ...NAME],
      [`properties/definition/triggers/When_a_new_tweet_is_posted/${API_ID}`, ...ID],
      [`${ACTIONS}/Is_it_news/actions/Each_follower/actions/Look the user "up"/${API_ID}`, ...ID],
      [`${ACTIONS}/Is_it_news/actions/Get_followers/${API_ID}`, ...ID],
      [
        `${ACTIONS}/Is_it_news/else/actions/Try/actions/Until_posted/actions/Post_a_tweet/${API_ID}`,
        ...ID,
      ],
      [
        `${ACTIONS}/By_language/cases/German/actions/Retweet/${API_ID}`,
        "/PROVIDERS/microsoft.powerapps/apis/Shared_Twitter",
        `/PROVIDERS/microsoft.powerapps/apis/${CONNECTOR}`,
      ],
    ]);
  });

  it("tells each change and what is left to a person", async () => {
    const { stdout } = await migrateFixture(SOLUTION_FLOW);
    expect(stdout).toContain("in.json (a flow) → out/in.json: 7 changes");
    expect(stdout).toContain(
      `  properties.connectionReferences.shared_twitter.api.name\n    shared_twitter\n    → ${CONNECTOR}\n`,
    );
    expect(stdout).toMatch(
      /connection reference keeps its logical name.*\n {7}\S+shared_twitter\.connection\.\S+\n {7}\S+shared_twitter_1\.connection/,
    );
    expect(stdout).toMatch(/runs another flow.*\n {7}\S+\.Run_a_child_flow\n/);
    expect(stdout).toMatch(/which is no connection.*\n.*tweetText\n.*maker's_own_data/);
  });

  it("keeps BOM, line ends, tabs and what follows the last brace", async () => {
    const text = (await readFixture(SOLUTION_FLOW)).replaceAll("\n", "\r\n").replaceAll("  ", "\t");
    const { output, found } = await migrateText(`\u{feff}${text}\r\n \r\n`, POWER_PLATFORM);
    expect(found).toHaveLength(7);
    expect(output.startsWith("\u{feff}{\r\n\t")).toBe(true);
    expect(output).toContain("\\u00dcber uns: \\ud83d\\udcf0 1.0e2<\\/p>");
    expect(output).toContain("2.50E+1");
  });
});

describe("a flow of a package", () => {
  it("changes in its connection reference, in the old connector's name there, and in its steps", async () => {
    const { found, stdout } = await migrateFixture(`${PACKAGE}/definition.json`);
    const reference = `${REFERENCES}/shared_twitter`;
    expect(found).toEqual([
      [`properties/definition/triggers/When_a_new_tweet_is_posted/${API_ID}`, ...ID],
      [`${ACTIONS}/Search_tweets/${API_ID}`, ...ID],
      [`${reference}/id`, ...ID],
      [`${reference}/apiName`, "twitter", CONNECTOR.slice("shared_".length)],
      [`${reference}/apiDefinition/name`, ...NAME],
      [`${reference}/apiDefinition/id`, ...ID],
    ]);
    expect(stdout).toMatch(/Create a connection of the new connector.*\n.*shared_twitter\n/);
    expect(stdout).toMatch(
      /copy of the old connector's definition.*\n.*swagger\n.*apiDefinition\n/,
    );
  });

  it("changes the connector in the manifest and names the connection to choose anew", async () => {
    const { found, stdout } = await migrateFixture("package/manifest.json");
    const api = "resources/1d0a4e0c-92bb-4d39-a9c6-0e7a1c2b3d4e";
    expect(found).toEqual([
      [`${api}/id`, ...ID],
      [`${api}/name`, ...NAME],
    ]);
    expect(stdout).toContain("  resources.6c7d8e9f-0a1b-4c2d-8e3f-4a5b6c7d8e9f\n");
    expect(stdout).not.toContain("8a9b0c1d-2e3f-4a5b-8c6d-7e8f9a0b1c2d");
  });

  it.each(["apisMap.json", "connectionsMap.json"])("leaves %s alone", async (name) => {
    const { code, stdout } = await leaveText(name, await readFixture(`${PACKAGE}/${name}`));
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${name} (JSON of a kind that is not known here): no id of Microsoft's X connector in it, nothing written\n`,
    );
  });
});

describe("an old flow", () => {
  it("changes in its reference, and the addresses in its steps are told", async () => {
    const { found, stdout } = await migrateFixture("old-host-flow.json");
    expect(found).toEqual([[`${REFERENCES}/shared_twitter/id`, ...ID]]);
    expect(stdout).toMatch(/address leads to the old connector.*\n.*runtimeUrl\n/);
    expect(stdout).toMatch(/without a connection.*\n.*Ask_X\S+\n.*Ask_the_connector/);
    expect(stdout).not.toContain("Ask_another");
    expect(stdout).toMatch(/sign-in values.*\n.*shared_twitter\.parameterValueSet\n/);
  });
});

describe("deployment settings", () => {
  it("change in the connector of the reference", async () => {
    const { found } = await migrateFixture("deployment-settings.json");
    expect(found).toEqual([["ConnectionReferences/0/ConnectorId", ...ID]]);
  });
});

describe("a flow of other connectors", () => {
  it("is not written, and told without advice", async () => {
    const { code, stdout } = await leaveText("in.json", await readFixture("other-connectors.json"));
    expect(code).toBe(0);
    expect(stdout).toBe("in.json (a flow): Microsoft's X connector is not used, nothing written\n");
  });
});

describe("a copied step", () => {
  it("changes in the wrapping of the designer, which says to choose the connection", async () => {
    const { found, stdout } = await migrateFixture("copied-step.json");
    expect(found).toEqual([[`operationDefinition/${API_ID}`, ...ID]]);
    expect(stdout).toMatch(/Create a connection.*\n.*shared_twitter\.connection\.id\n/);
  });

  it("changes where it stands under its name alone, without a type", async () => {
    const { found, stdout } = await migrateFixture("copied-step-by-name.json");
    expect(found).toEqual([[`Who_follows/${API_ID}`, ...ID]]);
    expect(stdout).toContain("in.json (a copied step) → out/in.json: 1 change");
  });
});
