/**
 * Rows of one kind, checked whenever they are read. One that an older version, a bug or a hand has left unreadable
 * is set aside and counts as missing, so that it fails no call twice.
 */
import * as z from "zod";
import type { RowKey, Store, WriteOptions } from "./store.ts";

/** How a kind of row is written as text. */
export interface RowFormat<T> {
  /** From the text of a row; what does not pass is unreadable. */
  readonly schema: z.ZodType<T, string>;
  write(value: T): string;
}

export interface Row<T> {
  readonly value: T;
  readonly etag: string;
}

/** As `Store` has them; everything rejects with StoreUnavailableError. */
export interface Rows<T> {
  /** Undefined also where a row could not be read, and has been set aside. */
  read(key: RowKey): Promise<Row<T> | undefined>;
  create(key: RowKey, value: T, options: WriteOptions): Promise<string | undefined>;
  replace(key: RowKey, value: T, etag: string, options: WriteOptions): Promise<string | undefined>;
  delete(key: RowKey, etag: string): Promise<boolean>;
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("no JSON");
    return z.NEVER;
  }
});

/** A row that is one JSON value. `write` prepares what JSON does not know. */
export const jsonRow = <T>(
  schema: z.ZodType<T>,
  write: (value: T) => unknown = (value) => value,
): RowFormat<T> => ({
  schema: json.pipe(schema as z.ZodType<T, unknown>),
  write: (value) => JSON.stringify(write(value)),
});

export const createRows = <T>(store: Store, { schema, write }: RowFormat<T>): Rows<T> => ({
  async read(key) {
    const row = await store.read(key);
    if (!row) return undefined;
    const result = schema.safeParse(row.value);
    if (result.success) return { value: result.data, etag: row.etag };
    await store.setAside(key, row);
    return undefined;
  },
  create: (key, value, options) => store.create(key, write(value), options),
  replace: (key, value, etag, options) => store.replace(key, write(value), etag, options),
  delete: (key, etag) => store.delete(key, etag),
});
