/** What this room needs and does not have right now, told apart from what is wrong for good. */
import { KeysUnavailableError } from "../sealing/key-ring.ts";
import { StoreUnavailableError } from "../store/store.ts";

export const isAway = (error: unknown): error is StoreUnavailableError | KeysUnavailableError =>
  error instanceof StoreUnavailableError || error instanceof KeysUnavailableError;
