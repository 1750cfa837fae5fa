/**
 * What one instance has booked of an app on a UTC day, as a row. Only that instance writes it, so that nobody waits for
 * anybody. Posts and users stand in it by digests, so that one which two instances have read counts once when rows are added.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import { jsonRow, type RowFormat } from "../store/rows.ts";
import { READ_CLASSES, type ReadClass } from "../x/billing.ts";

/** Who spends, and on what. */
export interface Purpose {
  /** A digest of the connection's id. */
  readonly connection: string;
  /** The platform's id of the flow; empty where it gives none. */
  readonly flow: string;
  /** An operationId. */
  readonly operation: string;
}

export interface Entry extends Purpose {
  /** Calls to X. */
  readonly calls: number;
  /** Micro-dollars of what has no id: requests, and what was lost on its way. */
  readonly fixed: number;
  /** What was read, by what X bills for each: digests of ids, a space between. */
  readonly read: Readonly<Partial<Record<ReadClass, string>>>;
}

export interface LedgerRow {
  /** Micro-dollars that calls under way may come to. */
  readonly open: number;
  readonly entries: readonly Entry[];
}

/** Short, and long enough for no two of a day to meet. The ledger does not tell what was read. */
const DIGEST_LENGTH = 8;
export const digestOf = (app: string, day: string, id: string): string =>
  createHash("sha256").update(`${app} ${day} ${id}`).digest("base64url").slice(0, DIGEST_LENGTH);

export const ledgerRow: RowFormat<LedgerRow> = jsonRow(
  z.object({
    open: z.int(),
    entries: z.array(
      z.object({
        connection: z.string(),
        flow: z.string(),
        operation: z.string(),
        calls: z.int(),
        fixed: z.int(),
        read: z.partialRecord(z.enum(READ_CLASSES), z.string()),
      }),
    ),
  }),
);
