/**
 * Small keyed state with optimistic concurrency: all that the connector remembers between calls
 * (grants, connections, hourly limits, trigger baselines, posts) lives behind this interface.
 */

/** Where a row lives. Both parts are free text up to 512 characters; a store escapes what its service forbids. */
export interface RowKey {
  /** Rows of one partition are kept together; one kind of state and its owner, e.g. `grant`. */
  readonly partition: string;
  readonly row: string;
}

export interface StoredRow {
  /** The text last written, at most 480 KiB of UTF-16. */
  readonly value: string;
  /** Changes with every write; names the version that `replace` and `delete` compare with. */
  readonly etag: string;
}

export interface WriteOptions {
  /** Epoch milliseconds from which the row counts as absent and may be purged. */
  readonly expiresAt: number;
}

/**
 * Every method rejects with `StoreUnavailableError` when the service cannot be reached or is too slow,
 * and with nothing else: a lost race is a value, not an error.
 */
export interface Store {
  /** The row, or undefined when there is none or it has expired. */
  read(key: RowKey): Promise<StoredRow | undefined>;
  /** The new etag, or undefined when a live row is already there. An expired row is overwritten. */
  create(key: RowKey, value: string, options: WriteOptions): Promise<string | undefined>;
  /** The new etag, or undefined when the row has changed since `etag` or is gone. */
  replace(
    key: RowKey,
    value: string,
    etag: string,
    options: WriteOptions,
  ): Promise<string | undefined>;
  /** True when the row was there unchanged and is now gone. */
  delete(key: RowKey, etag: string): Promise<boolean>;
  /** All live rows of a partition, in no particular order. Meant for partitions of a few rows. */
  list(partition: string): Promise<readonly (StoredRow & { readonly row: string })[]>;
  /** Moves a row that cannot be read out of the way and tells the log, so that its key counts as free. */
  setAside(key: RowKey, row: StoredRow): Promise<void>;
  /** Deletes expired rows, at most `limit` of them; answers how many. What is left is for the next run. */
  purgeExpired(limit: number): Promise<number>;
}

/** The store could not answer. The pipeline turns it into 503 StateUnavailable where state is needed. */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}
