/** Why a call brought no answer at all, said to the maker. */

export interface NoAnswerWords {
  /** Nobody listens any more. */
  readonly gone: string;
  /** The maker did not want to wait any longer. */
  readonly cancelled: string;
}

const GONE =
  "The connector did not answer. Is npm start still running? Start it again in its terminal, then run this once more: what you entered is kept.";

const OF_READING: NoAnswerWords = {
  gone: GONE,
  cancelled: "You stopped waiting. What X was asked by then may still be counted and billed.",
};
const OF_WRITING: NoAnswerWords = {
  gone: GONE,
  cancelled:
    "You stopped waiting. What was already sent may still have happened: look before you post the same again.",
};

/** Of a call to the connector by that method. */
export const wordsOf = (method: string): NoAnswerWords =>
  method === "GET" ? OF_READING : OF_WRITING;

/** What `fetch` rejects with where nobody listens is a TypeError: https://developer.mozilla.org/docs/Web/API/Window/fetch#exceptions */
export const whyNoAnswer = (error: unknown, signal: AbortSignal, words: NoAnswerWords): string => {
  if (signal.aborted) return words.cancelled;
  return error instanceof Error && !(error instanceof TypeError) ? error.message : words.gone;
};
