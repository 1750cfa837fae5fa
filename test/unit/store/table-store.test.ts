import type { TransactionAction } from "@azure/data-tables";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTableClient } from "../../../src/azure-clients.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { entityOf } from "../../../src/store/table-entity.ts";
import { createTablePurge } from "../../../src/store/table-purge.ts";
import { createTableStore } from "../../../src/store/table-store.ts";
import { type Azurite, startAzurite } from "../../harness/azurite.ts";
import { type FaultyProxy, startFaultyProxy } from "../../harness/faulty-proxy.ts";
import { describeStore } from "./store-behaviour.ts";

const ROWS_A_TRANSACTION = 100;
/** This machine may be busy with other tests. */
const PATIENCE_MS = 30_000;

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
  return {
    createStore: (clock) =>
      createTableStore({ client: () => client, clock, timeoutMs: PATIENCE_MS }),
  };
});

describe("table store: its service", () => {
  it("is unavailable when nothing answers, and back when something does", async () => {
    const nobody = azurite.connectionString.replace(/:\d+\//, ":9/");
    let connectionString = nobody;
    const store = createTableStore({
      client: () => clientOf(connectionString),
      clock: Date.now,
      timeoutMs: PATIENCE_MS,
    });
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

describe("table store: on a bad line", () => {
  const key = { partition: "p", row: "r" };
  const NEVER = { expiresAt: Date.UTC(2100, 0) };

  let proxy: FaultyProxy;
  let store: Store;
  /** Beside the proxy, for what the service really holds. */
  let direct: Store;
  beforeEach(async () => {
    const port = Number(/:(\d+)\//.exec(azurite.connectionString)?.[1]);
    proxy = await startFaultyProxy(port);
    tables += 1;
    const storeAt = (at: number): Store => {
      const connectionString = azurite.connectionString.replace(`:${port}/`, `:${at}/`);
      const client = createTableClient(
        { connectionString, endpoint: undefined, tableName: `state${tables}` },
        undefined,
      );
      return createTableStore({
        client: () => client,
        clock: Date.now,
        timeoutMs: at === port ? PATIENCE_MS : 2_000,
      });
    };
    store = storeAt(proxy.port);
    direct = storeAt(port);
  });
  afterEach(() => proxy.close());

  it("asks for a table only when it turns out not to be there", async () => {
    await store.create(key, "one", NEVER);
    expect(proxy.requests()).toBe(3);
    await store.read(key);
    expect(proxy.requests()).toBe(4);
  });

  it("tries again when the service is busy or silent", async () => {
    await store.create(key, "one", NEVER);
    proxy.failNext(503, "hang");
    expect(await store.read(key)).toMatchObject({ value: "one" });
    proxy.failNext(500, 429);
    expect(await store.list("p")).toHaveLength(1);
  });

  it.each([
    ["busy", [503, 503, 503], "503"],
    ["silent", ["hang", "hang", "hang"], "no answer"],
  ] as const)("is unavailable when the service stays %s", async (_, faults, reason) => {
    await store.create(key, "one", NEVER);
    proxy.failNext(...faults);
    await expect(store.read(key)).rejects.toThrow(reason);
  });

  it("does not ask again when the service refuses the caller, and says so", async () => {
    await store.create(key, "one", NEVER);
    const before = proxy.requests();
    proxy.failNext(403);
    const reading = store.read(key);
    await expect(reading).rejects.toThrow(StoreUnavailableError);
    await expect(reading).rejects.toThrow("Azure Table Storage failed (403)");
    expect(proxy.requests()).toBe(before + 1);
  });

  it("is unavailable when the table can not be made", async () => {
    proxy.failNext("none", 403);
    await expect(store.create(key, "one", NEVER)).rejects.toThrow("403");
    expect(await store.create(key, "one", NEVER)).toBeDefined();
  });

  it("knows its own write again when only the answer was lost", async () => {
    await store.create({ partition: "p", row: "other" }, "", NEVER);
    proxy.failNext("loseAnswer");
    const created = (await store.create(key, "one", NEVER)) ?? "";
    expect(await direct.read(key)).toEqual({ value: "one", etag: created });
    proxy.failNext("loseAnswer");
    const replaced = (await store.replace(key, "two", created, NEVER)) ?? "";
    expect(await direct.read(key)).toEqual({ value: "two", etag: replaced });
    proxy.failNext("loseAnswer");
    expect(await store.delete(key, replaced)).toBe(true);
    expect(await direct.read(key)).toBeUndefined();
  });

  it("does not take another's write for its own", async () => {
    const first = (await store.create(key, "one", NEVER)) ?? "";
    await direct.replace(key, "two", first, NEVER);
    proxy.failNext(503);
    expect(await store.replace(key, "three", first, NEVER)).toBeUndefined();
    proxy.failNext(503);
    expect(await store.create(key, "four", NEVER)).toBeUndefined();
    proxy.failNext(503);
    expect(await store.delete(key, first)).toBe(false);
    expect(await direct.read(key)).toMatchObject({ value: "two" });
  });

  /** Straight into the table, in as few requests as it takes. */
  const createExpiredAtOnce = async (count: number) => {
    const { connectionString } = azurite;
    const tableName = `state${tables}`;
    const client = await createTableClient(
      { connectionString, endpoint: undefined, tableName },
      undefined,
    );
    const creations = Array.from(
      { length: count },
      (_, index): TransactionAction => [
        "create",
        entityOf({ partition: "p", row: `${index}` }, "", 1, ""),
      ],
    );
    for (let start = 0; start < count; start += ROWS_A_TRANSACTION) {
      await client.submitTransaction(creations.slice(start, start + ROWS_A_TRANSACTION));
    }
  };

  it("purges more rows than one answer of the service holds", async () => {
    await direct.create({ partition: "p", row: "live" }, "", NEVER);
    await createExpiredAtOnce(1_050);
    expect(await direct.purgeExpired(1_020)).toBe(1_020);
    expect(await store.purgeExpired(5_000)).toBe(30);
    expect(await direct.list("p")).toMatchObject([{ row: "live" }]);
  }, 30_000);

  /** A purge by itself, with pages that may take 300 ms. */
  const purgeThrough = (clock: () => number, pageSize?: number) => {
    const port = Number(/:(\d+)\//.exec(azurite.connectionString)?.[1]);
    const connectionString = azurite.connectionString.replace(`:${port}/`, `:${proxy.port}/`);
    const client = createTableClient(
      { connectionString, endpoint: undefined, tableName: `state${tables}` },
      undefined,
    );
    return createTablePurge({
      client: () => client,
      clock,
      timeoutMs: 300,
      ...(pageSize && { pageSize }),
    });
  };
  const createExpired = async (count: number) => {
    for (let row = 0; row < count; row += 1) {
      await direct.create({ partition: "p", row: `${row}` }, "", { expiresAt: 1 });
    }
  };

  it("purges to the end though the service is slow with some pages", async () => {
    await createExpired(5);
    const purge = purgeThrough(Date.now);
    proxy.failNext("hang", "none", "hang");
    expect(await purge(100)).toBe(5);
  });

  it("goes on with a purge where the last run had to stop", async () => {
    await createExpired(6);
    const purge = purgeThrough(Date.now);
    expect(await purge(2)).toBe(2);
    proxy.failNext(503, 503, 503);
    await expect(purge(100)).rejects.toThrow(StoreUnavailableError);
    expect(await purge(100)).toBe(4);
    await direct.create({ partition: "a", row: "before all others" }, "", { expiresAt: 1 });
    expect(await purge(100)).toBe(1);
  });

  it("begins no further page once a run has lasted 45 seconds", async () => {
    await createExpired(9);
    let now = Date.now();
    // The time is asked for at the beginning, and twice a page: for its filter, and whether there is any left.
    const purge = purgeThrough(() => {
      now += 8_000;
      return now;
    }, 1);
    expect(await purge(100)).toBe(3);
    expect(await purge(100)).toBe(3);
    expect(await purge(100)).toBe(3);
    expect(await direct.list("p")).toEqual([]);
  });
});
