/**
 * State in Azure Table Storage, which every Function App has: it scales with the app and costs next to nothing.
 * Table Storage has no expiry of its own, so a row carries the time from which it counts as absent.
 * https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api
 */
import { createHash } from "node:crypto";
import type { TableClient, TableEntityResult } from "@azure/data-tables";
import { assertKey, assertValue } from "./row-rules.ts";
import { type RowKey, type Store, type StoredRow, StoreUnavailableError } from "./store.ts";

export interface TableStoreOptions {
  /** One client a process, so that connections are kept alive; asked for at first use. */
  client(): Promise<TableClient>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** A binary property holds 64 KiB. Text goes as UTF-16 bytes, so that no sign can be cut or altered on its way. */
const PART_BYTES = 64 * 1024;
const ENCODING = "utf16le";
/** One operation, retries included; a caller waits no longer. */
const TIMEOUT_MS = 8_000;

interface Entity extends Record<string, unknown> {
  readonly row: string;
  readonly expiresAt: bigint;
}

/** Table Storage's keys are text of few kinds of signs; what is not plain is named by its digest. */
const PLAIN_KEY = /^[A-Za-z0-9._~-]{1,200}$/;
const keyOf = (text: string): string =>
  PLAIN_KEY.test(text) ? text : `!${createHash("sha256").update(text).digest("base64url")}`;

const entityOf = ({ partition, row }: RowKey, value: string, expiresAt: number) => {
  const bytes = Buffer.from(value, ENCODING);
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, index) => [
    `value${index}`,
    bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES),
  ]);
  return {
    partitionKey: keyOf(partition),
    rowKey: keyOf(row),
    row,
    expiresAt: { type: "Int64" as const, value: String(expiresAt) },
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
const etagOf = (expiresAt: number | bigint, etag: string | undefined): string =>
  `${expiresAt} ${etag}`;
const split = (etag: string) => {
  const space = etag.indexOf(" ");
  return { expiresAt: Number(etag.slice(0, space)), tableEtag: etag.slice(space + 1) };
};

/** What the SDKs throw when the service, or the identity that opens it, cannot be reached; anything else is a bug. */
const SERVICE_ERRORS = [
  "RestError",
  "AbortError",
  "AuthenticationError",
  "CredentialUnavailableError",
  "TimeoutError",
];

const statusOf = (error: unknown): number =>
  error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 0;

export const createTableStore = ({ client, clock }: TableStoreOptions): Store => {
  let ready: Promise<TableClient> | undefined;
  const table = (): Promise<TableClient> => {
    ready ??= client().then(async (opened) => {
      await opened.createTable({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
      return opened;
    });
    ready.catch(() => {
      ready = undefined;
    });
    return ready;
  };

  /** What `step` answers, or `lost` when the service says one of `statuses`. */
  const attempt = async <T, L>(
    statuses: readonly number[],
    lost: L,
    step: (opened: TableClient, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T | L> => {
    try {
      return await step(await table(), { abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      if (statuses.includes(statusOf(error))) return lost;
      if (!(error instanceof Error) || !SERVICE_ERRORS.includes(error.name)) throw error;
      throw new StoreUnavailableError("Azure Table Storage did not answer.", { cause: error });
    }
  };

  const isLive = (expiresAt: number | bigint): boolean => Number(expiresAt) > clock();

  const find = ({ partition, row }: RowKey) =>
    attempt([404], undefined, (opened, options) =>
      opened.getEntity<Entity>(keyOf(partition), keyOf(row), options),
    );
  const toRow = (entity: TableEntityResult<Entity>): StoredRow => ({
    value: textOf(entity),
    etag: etagOf(entity.expiresAt, entity.etag),
  });
  const update = (key: RowKey, value: string, tableEtag: string, expiresAt: number) =>
    attempt([404, 412], undefined, async (opened, options) => {
      const entity = entityOf(key, value, expiresAt);
      const { etag } = await opened.updateEntity(entity, "Replace", {
        etag: tableEtag,
        ...options,
      });
      return etagOf(expiresAt, etag);
    });

  return {
    async read(key) {
      assertKey(key);
      const entity = await find(key);
      return entity && isLive(entity.expiresAt) ? toRow(entity) : undefined;
    },

    async create(key, value, { expiresAt }) {
      assertKey(key);
      assertValue(value);
      const created = await attempt([409], undefined, async (opened, options) => {
        const { etag } = await opened.createEntity(entityOf(key, value, expiresAt), options);
        return etagOf(expiresAt, etag);
      });
      if (created) return created;
      const there = await find(key);
      if (!there || isLive(there.expiresAt)) return undefined;
      return update(key, value, there.etag, expiresAt);
    },

    async replace(key, value, etag, { expiresAt }) {
      assertKey(key);
      assertValue(value);
      const known = split(etag);
      if (!isLive(known.expiresAt)) return undefined;
      return update(key, value, known.tableEtag, expiresAt);
    },

    async delete(key, etag) {
      assertKey(key);
      const known = split(etag);
      if (!isLive(known.expiresAt)) return false;
      return attempt([404, 412], false, async (opened, options) => {
        const { partition, row } = key;
        await opened.deleteEntity(keyOf(partition), keyOf(row), {
          etag: known.tableEtag,
          ...options,
        });
        return true;
      });
    },

    list: (partition) =>
      attempt([], [], async (opened, options) => {
        const filter = `PartitionKey eq '${keyOf(partition)}'`;
        const rows: (StoredRow & { readonly row: string })[] = [];
        for await (const entity of opened.listEntities<Entity>({
          queryOptions: { filter },
          ...options,
        })) {
          if (!isLive(entity.expiresAt)) continue;
          rows.push({
            row: entity.row,
            ...toRow(entity as TableEntityResult<Entity>),
          });
        }
        return rows;
      }),

    purgeExpired: (limit) =>
      attempt([], 0, async (opened, options) => {
        const filter = `expiresAt le ${Math.floor(clock())}L`;
        let purged = 0;
        const expired = opened.listEntities<Entity>({
          queryOptions: { filter, select: ["PartitionKey", "RowKey"] },
          ...options,
        });
        for await (const { partitionKey = "", rowKey = "", etag } of expired) {
          if (purged >= limit) break;
          // A row that was written anew in the meantime stays.
          await opened
            .deleteEntity(partitionKey, rowKey, { etag: etag ?? "*", ...options })
            .then(() => {
              purged += 1;
            })
            .catch((error: unknown) => {
              if (![404, 412].includes(statusOf(error))) throw error;
            });
        }
        return purged;
      }),
  };
};
