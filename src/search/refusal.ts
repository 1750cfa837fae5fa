/** A search text that X cannot be asked for: where, why, and what to write instead. */
import { ConnectorError, type ErrorCode } from "../connector/errors.ts";

/** The parameter that a search text comes in. */
const TARGET = "searchQuery";

export const searchError = (
  message: string,
  code: Extract<ErrorCode, "InvalidParameter" | "SearchTextTooLong"> = "InvalidParameter",
): ConnectorError =>
  new ConnectorError(code, message, {
    target: TARGET,
    details: [{ target: TARGET, message }],
  });

/** `at` counts from 0, as the text's own positions do; makers count from 1. */
export const refusal = (what: string, at: number, why: string, instead: string): ConnectorError =>
  searchError(
    `"Search text" holds ${what} at character ${at + 1}, which X cannot be asked: ${why}. ${instead}.`,
  );

/** A text whose parts do not fit together. */
export const malformed = (problem: string, at: number, instead: string): ConnectorError =>
  searchError(`"Search text" ${problem} at character ${at + 1}. ${instead}.`);
