/** What may be wrong with a poll, and passes: a trigger that keeps failing is switched off by the platform. */
import { ConnectorError } from "../connector/errors.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { Doubt } from "./read-slice.ts";

const PASSING = new Set([
  "XRateLimited",
  "XUnavailable",
  "XTimeout",
  "HourlyLimitReached",
  "BudgetReached",
  "StateUnavailable",
]);

export const isPassing = (error: unknown): error is ConnectorError | StoreUnavailableError =>
  error instanceof StoreUnavailableError ||
  (error instanceof ConnectorError && PASSING.has(error.code));

/** What a maker is told of a reading that nobody can be sure of. */
export const DOUBTS: Readonly<Record<Doubt, string>> = {
  partial:
    "X told of errors beside its tweets; the next poll looks for what may be missing, three times in a row at most.",
  unidentified: "X gave a tweet without an id; the next poll asks for it again.",
  endless: "X gave page after page without tweets; the next poll asks again.",
};
