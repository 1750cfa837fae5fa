import { readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestToken } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newFlow, newWorld } from "../harness/polling-flow.ts";

const FOLDER = new URL("../../infra/queries/", import.meta.url);
const names = await readdir(FOLDER);
const read = (name: string) => readFile(new URL(name, FOLDER), "utf8");

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector({ BUDGET_PER_DAY: "0.25" });
}, 60_000);
afterAll(() => connector.close());

/** The fields of the records that good and bad calls, a poll, most of a budget and refused refreshes leave in the log. */
const loggedFields = async (): Promise<Set<string>> => {
  const world = await newWorld(connector);
  const flow = newFlow(connector, world);
  await flow.poll();
  await world.post();
  connector.clock.advance(60 * 60_000);
  connector.logs.length = 0;
  await flow.poll();
  await connector.call("posttweet", {
    method: "POST",
    query: { tweetText: "Most of a budget: https://contoso.example" },
  });
  await connector.call("user", { query: { userName: "nobody_at_all" } });
  await requestToken(connector.url, {
    grant_type: "refresh_token",
    refresh_token: connector.refreshToken,
    client_id: SANDBOX_APP.clientId,
    client_secret: "wrong",
  });
  const records = connector.logs.filter(({ message }) => message.startsWith("{"));
  return new Set(records.flatMap(({ message }) => Object.keys(JSON.parse(message))));
};

describe("the queries", () => {
  it("ask for nothing that the log does not hold", async () => {
    const fields = await loggedFields();
    for (const name of names) {
      for (const [, field] of (await read(name)).matchAll(/\bcall\.(\w+)/g)) {
        expect(fields, `${name}: ${field}`).toContain(field);
      }
    }
  });

  it("alert on no record that an anonymous caller can have written", async () => {
    expect(await read("grants-lost.kql")).toContain("isnotempty(call.connection)");
    connector.logs.length = 0;
    const app = { client_id: SANDBOX_APP.clientId, client_secret: SANDBOX_APP.clientSecret };
    for (const refresh_token of ["", "junk", connector.token]) {
      await requestToken(connector.url, { grant_type: "refresh_token", refresh_token, ...app });
    }
    const records = connector.logs.map(({ message }) => JSON.parse(message));
    expect(records).toHaveLength(3);
    for (const record of records) expect(record).not.toHaveProperty("connection");
  });
});
