/** Why a call brought no answer at all, said to the maker. */

const GONE =
  "The connector did not answer. Is npm start still running? Start it again in its terminal, then run this once more: what you entered is kept.";
const CANCELLED =
  "You stopped waiting. What was already sent may still have happened: look before you post the same again.";

/** What `fetch` rejects with where nobody listens is a TypeError: https://developer.mozilla.org/docs/Web/API/Window/fetch#exceptions */
export const whyNoAnswer = (error: unknown, signal: AbortSignal): string => {
  if (signal.aborted) return CANCELLED;
  return error instanceof Error && !(error instanceof TypeError) ? error.message : GONE;
};
