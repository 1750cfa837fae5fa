/** How a row is written down as an entity of Table Storage, and read back. */
import { createHash } from "node:crypto";
import type { TableEntityResult } from "@azure/data-tables";
import type { RowKey, StoredRow } from "./store.ts";

/** Table Storage has no expiry of its own, so an entity carries the time from which it counts as absent. */
export interface Entity extends Record<string, unknown> {
  /** The row's key as it was given. */
  readonly row: string;
  readonly expiresAt: bigint;
  /** Names the write that made this version, so that a write whose answer was lost is known again. */
  readonly write: string;
}

export interface EntityVersion {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly tableEtag: string;
}

/** A binary property holds 64 KiB. Text goes as UTF-16 bytes, so that no sign can be cut or altered on its way. */
const PART_BYTES = 64 * 1024;
const ENCODING = "utf16le";

/** Table Storage's keys are text of few kinds of signs; what is not plain is named by its digest. */
const PLAIN_KEY = /^[A-Za-z0-9._~-]{1,200}$/;
export const keyOf = (text: string): string =>
  PLAIN_KEY.test(text) ? text : `!${createHash("sha256").update(text).digest("base64url")}`;

export const entityOf = (
  { partition, row }: RowKey,
  value: string,
  expiresAt: number,
  write: string,
) => {
  const bytes = Buffer.from(value, ENCODING);
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, index) => [
    `value${index}`,
    bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES),
  ]);
  return {
    partitionKey: keyOf(partition),
    rowKey: keyOf(row),
    row,
    expiresAt: { type: "Int64" as const, value: String(Math.ceil(expiresAt)) },
    write,
    ...Object.fromEntries(parts),
  };
};

const textOf = (entity: Entity): string => {
  const parts: Uint8Array[] = [];
  for (
    let part = entity.value0;
    part instanceof Uint8Array;
    part = entity[`value${parts.length}`]
  ) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString(ENCODING);
};

/** The expiry travels in the etag, so that a row that has expired since it was read is not written again. */
export const toEtag = (expiresAt: number | bigint, tableEtag: string | undefined): string =>
  `${expiresAt} ${tableEtag}`;

export const fromEtag = (etag: string): EntityVersion => {
  const space = etag.indexOf(" ");
  return { expiresAt: Number(etag.slice(0, space)), tableEtag: etag.slice(space + 1) };
};

export const toRow = (entity: TableEntityResult<Entity>): StoredRow => ({
  value: textOf(entity),
  etag: toEtag(entity.expiresAt, entity.etag),
});
