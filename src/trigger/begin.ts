/**
 * The first poll of a flow asks X once, with a window in which there can be nothing: it costs nothing, but a wrong
 * search, a missing scope or an empty account shows when the flow is saved, not an hour later. From then on counts what
 * is posted after X's own time of that answer: a clock that is off here loses nothing.
 */
import { snowflakeAt } from "../x/ids.ts";
import type { XSession } from "../x/session.ts";
import { timeAtX } from "./poll-read.ts";
import type { PollState } from "./poll-state.ts";
import { WIDEST } from "./slice.ts";
import type { Source } from "./source.ts";

/** Safely in X's past, whichever clock is off. */
const WINDOW_AGE_MS = 60 * 60 * 1000;

/** Rejects with ConnectorError, X's 429 and 5xx included, as an action would. */
export const beginAtX = async (
  x: XSession,
  source: Source,
  key: string,
  clock: () => number,
): Promise<PollState> => {
  const start = snowflakeAt(clock() - WINDOW_AGE_MS);
  const nothing = { sinceId: String(start), untilId: String(start + 1n) };
  await source.probe(x, { ...nothing, maxResults: source.least }, clock());
  return {
    key,
    at: clock(),
    cursor: snowflakeAt(timeAtX(x, clock())) - 1n,
    width: WIDEST,
    seen: [],
    ahead: undefined,
    waiting: 0,
    held: 0,
    partial: 0,
  };
};
