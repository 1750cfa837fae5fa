import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTableClient } from "../../../src/azure-clients.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { createTableStore } from "../../../src/store/table-store.ts";
import { type Azurite, startAzurite } from "../../harness/azurite.ts";
import { describeStore } from "./store-behaviour.ts";

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.close());

let tables = 0;

/** A table of its own for every test. */
const clientOf = (connectionString: string) => {
  tables += 1;
  const tableName = `state${tables}`;
  return createTableClient({ connectionString, endpoint: undefined, tableName }, undefined);
};

describeStore("table store", () => {
  const client = clientOf(azurite.connectionString);
  return { createStore: (clock) => createTableStore({ client: () => client, clock }) };
});

describe("table store: its service", () => {
  it("is unavailable when nothing answers, and back when something does", async () => {
    const nobody = azurite.connectionString.replace(/:\d+\//, ":9/");
    let connectionString = nobody;
    const store = createTableStore({ client: () => clientOf(connectionString), clock: Date.now });
    const key = { partition: "p", row: "r" };
    await expect(store.read(key)).rejects.toThrow(StoreUnavailableError);
    await expect(store.list("p")).rejects.toThrow(StoreUnavailableError);
    connectionString = azurite.connectionString;
    expect(await store.read(key)).toBeUndefined();
  });

  it("is reached with the app's own identity where there is no connection string", async () => {
    const endpoint = "https://contoso.table.core.windows.net";
    const client = await createTableClient(
      { connectionString: undefined, endpoint, tableName: "state" },
      "id",
    );
    expect([client.url, client.tableName]).toEqual([endpoint, "state"]);
  });
});
