/** State in the memory of one process: for one machine and for tests. It is gone when the process ends. */
import type { Log } from "../connector/log.ts";
import { assertKey, assertValue } from "./row-rules.ts";
import { createSetAside } from "./set-aside.ts";
import { type RowKey, type Store, StoreUnavailableError } from "./store.ts";

interface Entry {
  readonly value: string;
  readonly etag: string;
  readonly expiresAt: number;
}

export interface MemoryStoreOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Live rows that fit; one more is refused, because dropping one would break a limit or a sign-in. */
  readonly maxRows?: number;
  /** Told of rows that are set aside. */
  readonly log?: Log;
}

/** Rows are about a kilobyte, so this is some 100 MB. */
const DEFAULT_MAX_ROWS = 100_000;

export const createMemoryStore = ({
  clock,
  maxRows = DEFAULT_MAX_ROWS,
  log = () => {},
}: MemoryStoreOptions): Store => {
  const partitions = new Map<string, Map<string, Entry>>();
  let size = 0;
  let version = 0;

  const isLive = ({ expiresAt }: Entry): boolean => expiresAt > clock();

  const live = ({ partition, row }: RowKey): Entry | undefined => {
    const entry = partitions.get(partition)?.get(row);
    return entry && isLive(entry) ? entry : undefined;
  };

  const put = ({ partition, row }: RowKey, value: string, expiresAt: number): string => {
    assertValue(value);
    const rows = partitions.get(partition) ?? new Map<string, Entry>();
    if (!rows.has(row)) size += 1;
    version += 1;
    const etag = String(version);
    partitions.set(partition, rows.set(row, { value, etag, expiresAt }));
    return etag;
  };

  const remove = ({ partition, row }: RowKey): void => {
    const rows = partitions.get(partition);
    if (!rows?.delete(row)) return;
    size -= 1;
    if (rows.size === 0) partitions.delete(partition);
  };

  const purge = (limit: number): number => {
    let purged = 0;
    for (const [partition, rows] of partitions) {
      for (const [row, entry] of rows) {
        if (purged === limit) return purged;
        if (isLive(entry)) continue;
        remove({ partition, row });
        purged += 1;
      }
    }
    return purged;
  };

  const rows: Omit<Store, "setAside"> = {
    async read(key) {
      assertKey(key);
      const entry = live(key);
      return entry && { value: entry.value, etag: entry.etag };
    },
    async create(key, value, { expiresAt }) {
      assertKey(key);
      if (live(key)) return undefined;
      if (size >= maxRows && purge(maxRows) === 0) {
        throw new StoreUnavailableError(`The store in memory is full: it holds ${size} rows.`);
      }
      return put(key, value, expiresAt);
    },
    async replace(key, value, etag, { expiresAt }) {
      assertKey(key);
      return live(key)?.etag === etag ? put(key, value, expiresAt) : undefined;
    },
    async delete(key, etag) {
      assertKey(key);
      if (live(key)?.etag !== etag) return false;
      remove(key);
      return true;
    },
    async list(partition) {
      return [...(partitions.get(partition) ?? [])]
        .filter(([, entry]) => isLive(entry))
        .map(([row, { value, etag }]) => ({ row, value, etag }));
    },
    async purgeExpired(limit) {
      return purge(limit);
    },
  };
  return { ...rows, setAside: createSetAside({ store: rows, clock, log }) };
};
