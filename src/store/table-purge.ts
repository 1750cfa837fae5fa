/**
 * Removes expired rows from Table Storage. The expiry is no key, so the service looks through the whole table, in pages
 * that may take it five seconds each and hold nothing; a run that is stopped is gone on with by the next one.
 * https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination
 */
import type { TableClient, TableEntityResult } from "@azure/data-tables";
import { createAttempt, query, remove } from "./table-attempt.ts";

export interface TablePurgeOptions {
  client(): Promise<TableClient>;
  readonly clock: () => number;
  /** How long a page, or one deletion, may take, in milliseconds; it is tried up to three times. */
  readonly timeoutMs?: number;
  /** How many expired rows a page may name. */
  readonly pageSize?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
/** All tries of one of them. Together with the run's own time it stays within `functionTimeout` of host.json. */
const BUDGET_MS = 30_000;
/** After so long a run begins no further page. */
const RUN_MS = 45_000;
/** Deletions that are under way at a time. */
const WIDTH = 10;
/** The most that one answer of the service holds. */
const MAX_PAGE_SIZE = 1_000;

/** Answers how many were removed, `limit` at most. Rejects with StoreUnavailableError. */
export const createTablePurge = ({
  client,
  clock,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  pageSize = MAX_PAGE_SIZE,
}: TablePurgeOptions): ((limit: number) => Promise<number>) => {
  const attempt = createAttempt({ client, timeoutMs, budgetMs: BUDGET_MS });
  /** Where the service goes on; undefined at the beginning of the table. */
  let next: string | undefined;

  const expiredPage = (size: number) =>
    query(attempt, async (table, options) => {
      const filter = `expiresAt le ${Math.floor(clock())}L`;
      const pages = table
        .listEntities({ queryOptions: { filter, select: ["PartitionKey", "RowKey"] }, ...options })
        .byPage({ maxPageSize: size, ...(next && { continuationToken: next }) });
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
        if (await remove(attempt, { partitionKey, rowKey, etag })) removed += 1;
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, work));
    return removed;
  };

  return async (limit) => {
    const ends = clock() + RUN_MS;
    let purged = 0;
    do {
      const page = await expiredPage(Math.min(pageSize, limit - purged));
      purged += await removeAll(page.entities);
      ({ next } = page);
    } while (next !== undefined && purged < limit && clock() < ends);
    return purged;
  };
};
