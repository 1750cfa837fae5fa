/** Reported: a row that an older version or a hand had left unreadable made every call that needs it a 500. */
import type { TableClient } from "@azure/data-tables";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { createTableClient } from "../../src/azure-clients.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

let azurite: Azurite;
let connector: ConnectorUnderTest;
let table: TableClient;
beforeAll(async () => {
  azurite = await startAzurite();
  const { connectionString } = azurite;
  table = await createTableClient(
    { connectionString, endpoint: undefined, tableName: "xconnector" },
    undefined,
  );
  connector = await startConnector({
    TABLE_CONNECTION_STRING: connectionString,
    STORE_TIMEOUT_MS: "30000",
  });
}, 60_000);
afterAll(async () => {
  await connector.close();
  await azurite.close();
});

/** Writes nonsense into every row of a kind, and ends the app, which may know what stood there. */
const garble = async (kind: string) => {
  let rows = 0;
  for await (const entity of table.listEntities<Record<string, unknown>>()) {
    if (!entity.partitionKey?.startsWith(kind)) continue;
    const { partitionKey, rowKey, row, write, expiresAt } = entity;
    await table.updateEntity(
      {
        partitionKey: partitionKey ?? "",
        rowKey: rowKey ?? "",
        row,
        write,
        expiresAt: { type: "Int64", value: String(expiresAt) },
        value0: Buffer.from("%nonsense%", "utf16le"),
      },
      "Replace",
    );
    rows += 1;
  }
  expect(rows).toBeGreaterThan(0);
  connector.logs.length = 0;
  await connector.restart();
};
const setAside = () =>
  connector.logs
    .map(({ message }) => (message.startsWith("{") ? JSON.parse(message) : {}))
    .filter(({ operation }) => operation === "setAside")
    .map(({ kind }) => kind);

it("a post's counts as missing, is set aside and told in the log", async () => {
  const post = () =>
    connector.call("posttweet", { method: "POST", query: { tweetText: "Twice, on purpose" } });
  expect((await post()).status).toBe(200);
  await garble("post");
  // X itself knows the text.
  expect((await post()).json.code).toBe("DuplicateContent");
  expect(setAside()).toEqual(["post"]);
});

it("a limit's counts from zero", async () => {
  expect((await connector.call("hometimeline")).status).toBe(200);
  await garble("hour-other");
  const { status, headers } = await connector.call("hometimeline");
  expect([status, headers.get("ratelimit-remaining")]).toEqual([200, "599"]);
  expect(setAside()).toEqual(["hour"]);
});

it("a trigger's begins anew", async () => {
  const poll = () => connector.call("onnewtweet", { query: { searchQuery: "contoso" } });
  expect((await poll()).status).toBe(202);
  await garble("trigger");
  expect((await poll()).status).toBe(202);
  expect(setAside()).toEqual(["trigger"]);
});

it("an account's has to be signed in again, which mends it", async () => {
  const { refreshToken } = await signIn({ connectorUrl: connector.url, app: SANDBOX_APP });
  await garble("account");
  expect((await connector.call("hometimeline")).json.code).toBe("ConnectionInvalid");
  expect(setAside()).toEqual(["account"]);
  await expect(refresh(connector.url, SANDBOX_APP, refreshToken)).rejects.toThrow("invalid_grant");
  const { accessToken } = await signIn({ connectorUrl: connector.url, app: SANDBOX_APP });
  expect((await connector.call("hometimeline", { token: accessToken })).status).toBe(200);
  expect(setAside()).toEqual(["account"]);
  const copies: unknown[] = [];
  for await (const { partitionKey, row } of table.listEntities()) {
    if (partitionKey === "unreadable") copies.push(row);
  }
  expect(copies).toContainEqual(expect.stringMatching(/^\w{16} account /));
});
