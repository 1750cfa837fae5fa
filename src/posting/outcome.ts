/** What an error means for something that was to happen once at X. */
import { ConnectorError } from "../connector/errors.ts";
import { StoreUnavailableError } from "../store/store.ts";
import { isAnswerLost, XError } from "../x/x-error.ts";
import { LeaseLostError } from "./leased-row.ts";

/** X has acted for sure, or for sure not. What is no error for a caller is a bug, after which nothing is sure. */
export const isDefinite = (error: unknown): boolean =>
  error instanceof ConnectorError && !(error instanceof XError && isAnswerLost(error));

/** The platform repeats what failed like this, so the media may be needed again. */
export const mayBeRepeated = (error: unknown): boolean =>
  !(error instanceof ConnectorError) || error.status === 429 || error.status >= 500;

/** The state is already decided when this fails, and a lease that is not given back ends by itself. */
export const tolerating = async (writing: Promise<unknown>): Promise<void> => {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError || error instanceof LeaseLostError)) throw error;
  }
};
