/**
 * State in Azure Table Storage, which every Function App has: it scales with the app and costs next to nothing.
 * https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api
 */
import { randomUUID } from "node:crypto";
import type { TableClient, TableEntityResult } from "@azure/data-tables";
import { assertKey, assertValue } from "./row-rules.ts";
import { type RowKey, type Store, type StoredRow, StoreUnavailableError } from "./store.ts";
import { createAttempt, type Outcome, type Step } from "./table-attempt.ts";
import { type Entity, entityOf, fromEtag, keyOf, toEtag, toRow } from "./table-entity.ts";

export interface TableStoreOptions {
  /** One client a process, without retries of its own, so that connections are kept alive; asked for at first use. */
  client(): Promise<TableClient>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** How long the service may take for an answer, in milliseconds; it is asked up to three times. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 3_000;
/** Deletions that a purge has under way at a time. */
const PURGE_WIDTH = 10;
/** The most that one answer of the service holds. */
const PAGE_SIZE = 1_000;

export const createTableStore = ({
  client,
  clock,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: TableStoreOptions): Store => {
  const attempt = createAttempt({ client, timeoutMs });
  const isLive = (expiresAt: number | bigint): boolean => Number(expiresAt) > clock();

  /** For reads of many rows, which the service has no reason to refuse. */
  const query = async <T>(step: Step<T>): Promise<T> => {
    const outcome = await attempt(step);
    if ("done" in outcome) return outcome.done;
    throw new StoreUnavailableError(`Azure Table Storage refused a query (${outcome.refused}).`);
  };

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

  /** `partitionKey` and `rowKey` as the table has them. */
  const remove = async (partitionKey: string, rowKey: string, etag: string): Promise<boolean> => {
    const outcome = await attempt((table, options) =>
      table.deleteEntity(partitionKey, rowKey, { etag, ...options }),
    );
    // Gone after a deletion whose answer was lost: it was that one.
    return "done" in outcome || (outcome.refused === 404 && outcome.isInDoubt);
  };

  /** Some expired entities, and where to go on. The expiry is no key, so the service looks through the whole table. */
  const expiredPage = (size: number, continuationToken: string | undefined) =>
    query(async (table, options) => {
      const filter = `expiresAt le ${Math.floor(clock())}L`;
      const pages = table
        .listEntities({ queryOptions: { filter, select: ["PartitionKey", "RowKey"] }, ...options })
        .byPage({ maxPageSize: size, ...(continuationToken && { continuationToken }) });
      const { value: page = [] } = await pages.next();
      return { entities: [...page], next: page.continuationToken };
    });

  const removeAll = async (entities: readonly TableEntityResult<object>[]): Promise<number> => {
    const waiting = [...entities];
    let removed = 0;
    const work = async () => {
      for (let entity = waiting.pop(); entity; entity = waiting.pop()) {
        const { partitionKey = "", rowKey = "", etag } = entity;
        // Under its etag, so that a row that was written anew in the meantime stays.
        if (await remove(partitionKey, rowKey, etag)) removed += 1;
      }
    };
    await Promise.all(Array.from({ length: PURGE_WIDTH }, work));
    return removed;
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

  return {
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
      return (
        isLive(known.expiresAt) && remove(keyOf(key.partition), keyOf(key.row), known.tableEtag)
      );
    },

    list: (partition) =>
      query(async (table, options) => {
        const filter = `PartitionKey eq '${keyOf(partition)}'`;
        const found = table.listEntities<Entity>({ queryOptions: { filter }, ...options });
        const rows: (StoredRow & { readonly row: string })[] = [];
        for await (const entity of found) {
          if (isLive(entity.expiresAt)) rows.push({ row: entity.row, ...toRow(entity) });
        }
        return rows;
      }),

    async purgeExpired(limit) {
      let purged = 0;
      let next: string | undefined;
      do {
        const page = await expiredPage(Math.min(PAGE_SIZE, limit - purged), next);
        purged += await removeAll(page.entities);
        next = page.next;
      } while (next !== undefined && purged < limit);
      return purged;
    },
  };
};
