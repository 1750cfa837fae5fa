/**
 * The state of a flow as it is kept here, for polls that come without one or with one that does not open. It serves for
 * three hours: a flow that was off for longer expects new tweets, not old ones. So short-lived, the rows that one
 * connection can leave behind are bounded by its calls of three hours.
 */
import { createRows, jsonRow } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { encodePollState, type PollState, pollStateSchema } from "./poll-state.ts";

const HOUR_MS = 60 * 60 * 1000;
/** Or as many polls, where an admin has them further apart. */
export const STORED_STATE_SERVES = 3;
export const TRIGGER_PARTITION = "trigger";
const MAX_SAVE_ATTEMPTS = 5;

export interface StoredStates {
  /** Undefined where there is none that serves. Rejects with StoreUnavailableError. */
  read(row: string): Promise<PollState | undefined>;
  /** The last write stays: two polls of one flow at once are the platform's repeat. Rejects with StoreUnavailableError. */
  save(row: string, state: PollState): Promise<void>;
}

export const createStoredStates = (
  store: Store,
  clock: () => number,
  intervalMs: number,
): StoredStates => {
  const rows = createRows(store, jsonRow(pollStateSchema, encodePollState));
  const servesMs = STORED_STATE_SERVES * Math.max(HOUR_MS, intervalMs);
  const keyOf = (row: string) => ({ partition: TRIGGER_PARTITION, row });
  return {
    async read(row) {
      const { value: state } = (await rows.read(keyOf(row))) ?? {};
      // Rows of the version before were kept for longer.
      return state && clock() < state.at + servesMs ? state : undefined;
    },
    async save(row, state) {
      const options = { expiresAt: state.at + servesMs };
      for (let attempt = 0; attempt < MAX_SAVE_ATTEMPTS; attempt += 1) {
        const found = await rows.read(keyOf(row));
        const etag = found
          ? await rows.replace(keyOf(row), state, found.etag, options)
          : await rows.create(keyOf(row), state, options);
        if (etag) return;
      }
    },
  };
};
