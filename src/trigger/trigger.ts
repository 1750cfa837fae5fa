/**
 * The polling trigger and its guarantee: at least once, the oldest first, nothing lost within the seven days that X's
 * search reaches back; a tweet is handed out again only when the platform asks again with the same state.
 *
 * The state is a cursor: everything up to it was handed out. It goes to the platform with every answer and comes back
 * with the next poll, so whichever side loses an answer asks again from where it stood: a crash repeats and never skips.
 * What is kept here besides serves polls that come without a state, or with one that does not open any more.
 *
 * Bounds: X's search reaches seven days back, so at five tweets an hour 840 may wait; a poll without state whose answer
 * is lost has moved the stored state on.
 */
import { createHash } from "node:crypto";
import type { AdjustableLimits } from "../connector/adjustable-limits.ts";
import type { Log } from "../connector/log.ts";
import { SealError, type Sealer } from "../sealing/seal.ts";
import { type Store, StoreUnavailableError } from "../store/store.ts";
import { snowflakeAt, snowflakeTime } from "../x/ids.ts";
import type { XSession } from "../x/session.ts";
import { beyondReach } from "./backlog.ts";
import { beginAtX } from "./begin.ts";
import { readPoll } from "./poll-read.ts";
import { encodePollState, type PollState, pollStateSchema } from "./poll-state.ts";
import type { Item, Source } from "./source.ts";
import { createStoredStates } from "./stored-state.ts";
import { DOUBTS, isPassing } from "./trouble.ts";

const MINUTE_MS = 60 * 1000;
/** When X is in trouble and gives no time of its own. */
export const TROUBLE_WAIT_SECONDS = 300;
/** A state is good for as long as a flow may stand still. */
export const STATE_TTL_SECONDS = 90 * 24 * 60 * 60;
/** X's clock and ours differ, and time passes on the way: so much of X's reach is not asked for. */
const REACH_MARGIN_MS = 5 * MINUTE_MS;
/**
 * A poll that brought its state waits so long for the store to take it, and then answers. The write goes on, but where
 * the host stops an instance after its last answer, it may be lost: then the platform's own state is the only one.
 */
const SAVE_WAIT_MS = 500;

export interface PollRequest {
  /** Who is signed in to which app: a flow goes on where it was when its connection is made anew. */
  readonly owner: string;
  /** Which flow asks, where the platform tells. */
  readonly workflowId: string;
  readonly source: Source;
  /** The sealed state of the last answer; empty at the first poll. */
  readonly state: string;
}

/** What one poll answers with. */
export interface PollOutcome {
  /** The oldest first; none is an answer without items. */
  readonly tweets: readonly Item[];
  /** What the next poll brings along. */
  readonly state: string;
  readonly retryAfterSeconds: number;
  /** How many tweets wait to be handed out, as an estimate. */
  readonly waiting: number;
  /** How many of those will be out of X's reach before their turn, as an estimate. */
  readonly beyondReach: number;
  /** Seconds of X's past that this poll could not read, because X no longer reaches them. */
  readonly skippedSeconds: number;
  /** For the log: what kept this poll from reading as it should. */
  readonly doubt: string | undefined;
}

export interface Trigger {
  /** Rejects with ConnectorError; X's 429, 5xx and silence are an outcome without tweets instead, but for a first poll. */
  poll(x: XSession, request: PollRequest, notice: (message: string) => void): Promise<PollOutcome>;
  /** How often it polls, and how much it hands out then. */
  readonly pace: TriggerOptions["limits"];
}

export interface TriggerOptions {
  readonly sealer: Sealer;
  readonly store: Store;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
  readonly limits: Pick<AdjustableLimits, "pollIntervalMinutes" | "tweetsPerPoll">;
}

const digest = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);

export const createTrigger = (options: TriggerOptions): Trigger => {
  const { sealer, store, clock, sleep, log, limits } = options;
  const { tweetsPerPoll } = limits;
  const intervalMs = limits.pollIntervalMinutes * MINUTE_MS;
  const stored = createStoredStates(store, clock, intervalMs);

  const keyOf = ({ source }: PollRequest) => digest(...source.key);
  const rowOf = ({ owner, workflowId, source }: PollRequest) =>
    digest(owner, workflowId, ...source.key);

  const seal = (state: PollState): Promise<string> =>
    sealer.seal("trigger", encodePollState(state), STATE_TTL_SECONDS);

  /** Undefined for a state that does not open, or is another search's. */
  const openState = async (request: PollRequest): Promise<PollState | undefined> => {
    try {
      const state = await sealer.open("trigger", request.state, pollStateSchema);
      return state.key === keyOf(request) ? state : undefined;
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  };

  const stateOf = async (request: PollRequest, notice: (message: string) => void) => {
    const brought = request.state ? await openState(request) : undefined;
    if (brought) return brought;
    const kept = await stored.read(rowOf(request));
    if (request.state) {
      notice(
        kept
          ? "The state that this poll brought cannot be read; it goes on from the one that is kept here."
          : "The state that this poll brought cannot be read; the trigger begins anew, with tweets from now on.",
      );
    }
    return kept;
  };

  /** Never fails a poll: what was read is answered, and a poll without its own state gets it once more. */
  const save = async (request: PollRequest, state: PollState): Promise<void> => {
    const saving = stored.save(rowOf(request), state).catch((error: unknown) => {
      log("warn", { operation: "saveTriggerState", cause: String(error) });
    });
    await (request.state ? Promise.race([saving, sleep(SAVE_WAIT_MS)]) : saving);
  };

  const secondsToNextPoll = ({ at }: PollState): number =>
    Math.min(intervalMs / 1000, Math.ceil((at + intervalMs - clock()) / 1000));

  const outcomeOf = (
    state: PollState,
    sealed: string,
    rest: Partial<PollOutcome> = {},
  ): PollOutcome => ({
    tweets: [],
    state: sealed,
    retryAfterSeconds: secondsToNextPoll(state),
    waiting: state.waiting,
    beyondReach: 0,
    skippedSeconds: 0,
    doubt: undefined,
    ...rest,
  });

  /** A state that did not change goes back as it came, so that the platform can see that it did not. */
  const unchanged = async (request: PollRequest, state: PollState, rest: Partial<PollOutcome>) =>
    outcomeOf(state, request.state || (await seal(state)), rest);

  const waitOf = (seconds = TROUBLE_WAIT_SECONDS) => ({
    retryAfterSeconds: Math.min(seconds, intervalMs / 1000),
  });

  /** The state with its cursor where X still reaches, and how much that passes over. */
  const withinReach = (state: PollState, { reachMs }: Source) => {
    if (reachMs === Number.POSITIVE_INFINITY) return { state, skippedSeconds: 0 };
    const edge = snowflakeAt(clock() - reachMs + REACH_MARGIN_MS);
    if (state.cursor >= edge) return { state, skippedSeconds: 0 };
    const skippedMs = snowflakeTime(String(edge)) - snowflakeTime(String(state.cursor));
    return { state: { ...state, cursor: edge }, skippedSeconds: Math.ceil(skippedMs / 1000) };
  };

  const readOn = async (
    x: XSession,
    request: PollRequest,
    before: PollState,
    notice: (message: string) => void,
  ): Promise<PollOutcome> => {
    const { source } = request;
    const { state: from, skippedSeconds } = withinReach(before, source);
    const { tweets, state, doubt, trouble } = await readPoll(
      x,
      source,
      from,
      tweetsPerPoll,
      clock(),
    );
    if (doubt) notice(DOUBTS[doubt]);
    if (trouble) notice(`Not everything was read this time: ${trouble.message}`);
    if (doubt === "endless" && tweets.length === 0) {
      return unchanged(request, before, { doubt, ...waitOf() });
    }
    if (skippedSeconds > 0) {
      notice(
        `${source.reachInWords}. What was posted in the ${Math.ceil(skippedSeconds / 60)} minutes before that, since the last tweet handed out, cannot be read any more.`,
      );
    }
    const pace = { tweetsPerPoll, intervalMs };
    const late = beyondReach(state.waiting, state.ahead, pace, source, clock());
    if (late > 0) {
      notice(
        `About ${state.waiting} tweets wait, and about ${late} of them will be ${source.beyond} before their turn. Narrow the search, or have TWEETS_PER_POLL raised.`,
      );
    }
    const after = { ...state, at: clock() };
    await save(request, after);
    return outcomeOf(after, await seal(after), {
      tweets,
      beyondReach: late,
      skippedSeconds,
      doubt: doubt ?? trouble?.code,
    });
  };

  return {
    pace: limits,
    async poll(x, request, notice) {
      const before = await stateOf(request, notice);
      if (!before) {
        const first = await beginAtX(x, request.source, keyOf(request), clock);
        await save(request, first);
        return outcomeOf(first, await seal(first));
      }
      if (clock() < before.at + intervalMs) return unchanged(request, before, {});
      try {
        return await readOn(x, request, before, notice);
      } catch (error) {
        if (!isPassing(error)) throw error;
        notice(`Nothing was read this time: ${error.message}`);
        if (error instanceof StoreUnavailableError) {
          return unchanged(request, before, { doubt: "StateUnavailable", ...waitOf() });
        }
        const { retryAfterSeconds } = error.options;
        return unchanged(request, before, { doubt: error.code, ...waitOf(retryAfterSeconds) });
      }
    },
  };
};
