/** The search text of a maker, in the classic language, as X's API v2 is asked for it. */
import { ConnectorError, type ErrorCode } from "../connector/errors.ts";
import type { XSearch } from "../x/search.ts";
import { searchError } from "./refusal.ts";
import { tokenize } from "./tokens.ts";
import { parse } from "./tree.ts";
import { write } from "./write.ts";

/** Of self-serve plans, which counts as JavaScript does: https://docs.x.com/x-api/posts/search/integrate/build-a-query */
export const X_QUERY_MAX_LENGTH = 512;

const isoTime = (epochMs: number): string => new Date(epochMs).toISOString().replace(".000Z", "Z");
export const dayOf = (epochMs: number): string => isoTime(epochMs).slice(0, 10);

const checkLength = (searchText: string, { text }: { readonly text: string }): void => {
  if (text.length <= X_QUERY_MAX_LENGTH) return;
  throw searchError(
    `"Search text" has ${searchText.length} characters, and ${text.length} as X has to be asked for it; X takes ${X_QUERY_MAX_LENGTH}. Shorten it or split the search.`,
    "SearchTextTooLong",
  );
};

const checkTimes = ({ startTime, endTime }: Pick<XSearch, "startTime" | "endTime">): void => {
  if (startTime === undefined || endTime === undefined || startTime < endTime) return;
  throw searchError(
    `"Search text" finds nothing between since:${dayOf(startTime)} and until:${dayOf(endTime)}. until: names the first day that is left out, so write a later one.`,
  );
};

/** Needs no clock. Throws ConnectorError: InvalidParameter, SearchTextTooLong. */
export const translateSearch = (searchText: string): XSearch => {
  const { text, ...times } = write(parse(tokenize(searchText)));
  checkTimes(times);
  checkLength(searchText, { text });
  return { query: text, ...times };
};

/** What X is asked, in one line: its text, and the times that go with it. */
const describeSearch = ({ query, startTime, endTime }: XSearch): string =>
  [
    query,
    ...(startTime === undefined ? [] : [`start_time=${isoTime(startTime)}`]),
    ...(endTime === undefined ? [] : [`end_time=${isoTime(endTime)}`]),
  ].join(" ");

const spaced = (text: string): string => text.trim().replace(/\s+/g, " ");

/** What X is asked, where that is not what was written. */
export const rewriting = (searchText: string, wanted: XSearch): string | undefined => {
  const xQuery = describeSearch(wanted);
  return xQuery === spaced(searchText) ? undefined : xQuery;
};

export type SearchExplanation =
  /** X is asked what was written. */
  | { readonly kind: "same" }
  /** X is asked something else that means the same. */
  | { readonly kind: "rewritten"; readonly xQuery: string }
  /** X cannot be asked; the message says why and what to write. */
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly message: string };

/** What becomes of a search text, for whoever wants to know before it is searched for. */
export const explainSearch = (searchText: string): SearchExplanation => {
  try {
    const xQuery = rewriting(searchText, translateSearch(searchText));
    return xQuery === undefined ? { kind: "same" } : { kind: "rewritten", xQuery };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { kind: "refused", code: error.code, message: error.message };
  }
};
