/** What becomes of a row that nobody can read: a copy of it is kept for a while, the log tells, and its place is free. */
import { createHash } from "node:crypto";
import type { Log } from "../connector/log.ts";
import type { RowKey, Store } from "./store.ts";

/** Where the copies are; each names the row that it was. */
export const SET_ASIDE_PARTITION = "unreadable";
export const SET_ASIDE_KEEP_MS = 30 * 24 * 60 * 60 * 1000;
const KEY_MAX_LENGTH = 512;

const digestOf = ({ partition, row }: RowKey): string =>
  createHash("sha256")
    .update(JSON.stringify([partition, row]))
    .digest("hex")
    .slice(0, 16);

export interface SetAsideOptions {
  readonly store: Pick<Store, "create" | "delete">;
  readonly clock: () => number;
  readonly log: Log;
}

export const createSetAside =
  ({ store, clock, log }: SetAsideOptions): Store["setAside"] =>
  async (key, { value, etag }) => {
    // A partition may name a connection after its kind; keys go to no log.
    const [kind] = key.partition.split("-");
    log("error", { operation: "setAside", kind, row: digestOf(key) });
    const row = `${digestOf(key)} ${key.partition} ${key.row}`.slice(0, KEY_MAX_LENGTH);
    const expiresAt = clock() + SET_ASIDE_KEEP_MS;
    await store.create({ partition: SET_ASIDE_PARTITION, row }, value, { expiresAt });
    await store.delete(key, etag);
  };
