/**
 * What one poll reads: slice after slice from the cursor on, until it has what it may hand out, has come to now, or has
 * made all the calls that a poll may make. Whatever ends it, it tells how far it came, and the next poll goes on there.
 */
import { ConnectorError } from "../connector/errors.ts";
import { snowflakeAt } from "../x/ids.ts";
import type { XSession } from "../x/session.ts";
import type { PollState } from "./poll-state.ts";
import {
  narrowed,
  type Progress,
  passed,
  startOf,
  takenOnTrust,
  takenStandingStill,
  waitingAfter,
} from "./progress.ts";
import { ascending, type Doubt, idOf, readSlice } from "./read-slice.ts";
import { nextSlice, OVERLAP } from "./slice.ts";
import type { Item, Source } from "./source.ts";

/** A poll makes ten calls to X at most; a call may be sent twice, when its answer is lost, and that ends the poll. */
const CALLS_BUT_ONE_REPEAT = 9;
/** X's `Date` counts as its own time within this of ours; further off, it is rather a proxy's. */
const CLOCK_TRUST_MS = 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Ids that a state has room for. Only short intervals with many tweets a poll ever come near it. */
const SEEN_ROOM = 100;
/** A post without an id holds the cursor for so many polls; then it counts as not there. */
const MOST_HELD = 3;
/** Errors beside X's posts hold it for so many polls in a row; then what is there counts as all, until they end. */
const MOST_PARTIAL = 3;

export interface PollRead {
  /** To be handed out, the oldest first. */
  readonly tweets: readonly Item[];
  /** The state to go on from; its time is still that of the last poll. */
  readonly state: PollState;
  readonly doubt: Doubt | undefined;
  /** What ended the reading after it had brought something. */
  readonly trouble: ConnectorError | undefined;
}

/** X's own time where it is told and sane, else `now`; epoch milliseconds. */
export const timeAtX = (x: XSession, now: number): number => {
  const told = x.answeredAt() ?? now;
  return Math.abs(told - now) < CLOCK_TRUST_MS ? told : now;
};

/** What is before this is indexed. Where the clocks differ, the one that is behind is the safe one. */
const settledId = (x: XSession, now: number): bigint =>
  snowflakeAt(Math.min(now, timeAtX(x, now))) - OVERLAP;

/** The cursor stops before what X may still index late; what was handed out of that is remembered instead. */
const stateAfter = (before: PollState, progress: Progress, settled: bigint) => {
  const reached = progress.after < settled ? progress.after : settled;
  const cursor = reached > before.cursor ? reached : before.cursor;
  const seen = [...before.seen, ...progress.tweets.map(idOf)].filter((id) => id > cursor);
  return {
    key: before.key,
    at: before.at,
    cursor,
    width: progress.width,
    ahead: progress.ahead,
    seen: seen.toSorted(ascending),
    waiting: waitingAfter(progress),
  };
};

/**
 * Reads on from `state`, whose cursor X still reaches. Rejects with ConnectorError or StoreUnavailableError when
 * X, or what stands before it, failed before anything was found; then nothing has changed. `now` is epoch milliseconds.
 */
export const readPoll = async (
  x: XSession,
  source: Source,
  state: PollState,
  tweetsPerPoll: number,
  now: number,
): Promise<PollRead> => {
  const callsBefore = x.callCount();
  const mayCall = () => x.callCount() - callsBefore < CALLS_BUT_ONE_REPEAT;
  const unsettled = state.seen.filter((id) => id > settledId(x, now)).length;
  const target = Math.max(1, Math.min(tweetsPerPoll, SEEN_ROOM - unsettled));
  const { seen } = state;
  const passesUnidentified = state.held >= MOST_HELD;
  // What a cursor that stands still leaves behind it must fit beside what was handed out before.
  const mayStandStill = state.partial < MOST_PARTIAL && seen.length + target <= SEEN_ROOM;
  let progress = startOf(state, snowflakeAt(now - (now % DAY_MS)));

  const end = (doubt?: Doubt, trouble?: ConnectorError): PollRead => {
    const isHeld = doubt === "unidentified" && progress.tweets.length === 0;
    const held = isHeld ? state.held + 1 : 0;
    const partial = doubt === "partial" ? Math.min(state.partial + 1, MOST_PARTIAL) : 0;
    const after = { ...stateAfter(state, progress, settledId(x, now)), held, partial };
    return { tweets: progress.tweets, state: after, doubt, trouble };
  };

  while (progress.tweets.length < target && mayCall()) {
    const slice = nextSlice(progress);
    const request = { x, source, slice, seen, target, passesUnidentified, mayCall, now };
    try {
      const reading = await readSlice(request);
      if (reading.kind === "cutOff") {
        progress = narrowed(progress, slice, reading.page, target);
      } else if (reading.kind === "whole") {
        progress = passed(progress, slice, reading.tweets, target, snowflakeAt(timeAtX(x, now)));
        if (slice.until === undefined) return end();
      } else {
        const standsStill = reading.doubt === "partial" && mayStandStill;
        progress = standsStill
          ? takenStandingStill(progress, reading.tweets, target)
          : takenOnTrust(progress, reading.tweets, reading.reached, target);
        return end(reading.doubt);
      }
    } catch (error) {
      if (!(error instanceof ConnectorError) || progress.tweets.length === 0) throw error;
      return end(undefined, error);
    }
  }
  return end();
};
