/**
 * State in Azure Table Storage, which every Function App has: it scales with the app and costs next to nothing.
 * https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api
 */
import { randomUUID } from "node:crypto";
import type { TableClient, TableEntityResult } from "@azure/data-tables";
import type { Log } from "../connector/log.ts";
import { assertKey, assertValue } from "./row-rules.ts";
import { createSetAside } from "./set-aside.ts";
import type { RowKey, Store, StoredRow } from "./store.ts";
import { createAttempt, type Outcome, query, remove } from "./table-attempt.ts";
import { type Entity, entityOf, fromEtag, keyOf, toEtag, toRow } from "./table-entity.ts";
import { createTablePurge } from "./table-purge.ts";

export interface TableStoreOptions {
  /** One client a process, without retries of its own, so that connections are kept alive; asked for at first use. */
  client(): Promise<TableClient>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** How long an operation may take with all its tries, in milliseconds. */
  readonly timeoutMs: number;
  /** Told of rows that are set aside. */
  readonly log?: Log;
}

export const createTableStore = ({
  client,
  clock,
  timeoutMs,
  log = () => {},
}: TableStoreOptions): Store => {
  const attempt = createAttempt({ client, timeoutMs: timeoutMs / 2, budgetMs: timeoutMs });
  const isLive = (expiresAt: number | bigint): boolean => Number(expiresAt) > clock();

  const find = async ({
    partition,
    row,
  }: RowKey): Promise<TableEntityResult<Entity> | undefined> => {
    const outcome = await attempt((table, options) =>
      table.getEntity<Entity>(keyOf(partition), keyOf(row), options),
    );
    return "done" in outcome ? outcome.done : undefined;
  };

  /** The etag of what a write has written, or undefined when another was faster. */
  const settle = async (key: RowKey, write: string, outcome: Outcome<string>) => {
    if ("done" in outcome) return outcome.done;
    if (!outcome.isInDoubt) return undefined;
    const there = await find(key);
    return there?.write === write ? toEtag(there.expiresAt, there.etag) : undefined;
  };

  const update = async (key: RowKey, value: string, tableEtag: string, expiresAt: number) => {
    const write = randomUUID();
    const outcome = await attempt(async (table, options) => {
      const entity = entityOf(key, value, expiresAt, write);
      const { etag } = await table.updateEntity(entity, "Replace", { etag: tableEtag, ...options });
      return toEtag(expiresAt, etag);
    });
    return settle(key, write, outcome);
  };

  const insert = async (key: RowKey, value: string, expiresAt: number) => {
    const write = randomUUID();
    const outcome = await attempt(async (table, options) => {
      const { etag } = await table.createEntity(entityOf(key, value, expiresAt, write), options);
      return toEtag(expiresAt, etag);
    });
    return settle(key, write, outcome);
  };

  const create: Store["create"] = async (key, value, { expiresAt }) => {
    assertKey(key);
    assertValue(value);
    const created = await insert(key, value, expiresAt);
    if (created) return created;
    const there = await find(key);
    // It was there a moment ago, and has been deleted since.
    if (!there) return create(key, value, { expiresAt });
    return isLive(there.expiresAt) ? undefined : update(key, value, there.etag, expiresAt);
  };

  const rows: Omit<Store, "setAside"> = {
    async read(key) {
      assertKey(key);
      const entity = await find(key);
      return entity && isLive(entity.expiresAt) ? toRow(entity) : undefined;
    },

    create,

    async replace(key, value, etag, { expiresAt }) {
      assertKey(key);
      assertValue(value);
      const known = fromEtag(etag);
      return isLive(known.expiresAt) ? update(key, value, known.tableEtag, expiresAt) : undefined;
    },

    async delete(key, etag) {
      assertKey(key);
      const known = fromEtag(etag);
      const named = { partitionKey: keyOf(key.partition), rowKey: keyOf(key.row) };
      return isLive(known.expiresAt) && remove(attempt, { ...named, etag: known.tableEtag });
    },

    list: (partition) =>
      query(attempt, async (table, options) => {
        const filter = `PartitionKey eq '${keyOf(partition)}'`;
        const found = table.listEntities<Entity>({ queryOptions: { filter }, ...options });
        const rows: (StoredRow & { readonly row: string })[] = [];
        for await (const entity of found) {
          if (isLive(entity.expiresAt)) rows.push({ row: entity.row, ...toRow(entity) });
        }
        return rows;
      }),

    purgeExpired: createTablePurge({ client, clock }),
  };
  return { ...rows, setAside: createSetAside({ store: rows, clock, log }) };
};
