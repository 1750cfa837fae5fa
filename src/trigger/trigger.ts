/**
 * The polling trigger and its guarantee: at least once, the oldest first, nothing lost within the documented bounds; a
 * tweet is handed out again only when the platform asks again with the same state.
 *
 * The state goes to the platform with every answer and comes back with the next poll, so whichever side loses an answer
 * asks again from where it stood: a crash repeats and never skips. What is kept here besides serves polls that come
 * without a state. Every read overlaps the one before by a few minutes, because X indexes some posts late.
 *
 * Bounds: X's search reaches seven days back; a poll reads at most `maxNewMatches`, and says so when there was more; a
 * poll without state whose answer is lost has moved the stored state on.
 */
import { createHash } from "node:crypto";
import { ConnectorError } from "../connector/errors.ts";
import { NEW_TWEETS_PER_POLL, TRIGGER_POLL_INTERVAL_MS } from "../connector/limits.ts";
import type { Tweet } from "../connector/models.ts";
import { SealError, type Sealer } from "../sealing/seal.ts";
import type { Store } from "../store/store.ts";
import { snowflakeAt } from "../x/ids.ts";
import type { XSearch } from "../x/search.ts";
import type { XSession } from "../x/session.ts";
import { tweetsById } from "../x/tweets-by-id.ts";
import { readNewMatches } from "./new-matches.ts";
import { encodePollState, type PollState, pollStateSchema } from "./poll-state.ts";

/** How late X may index a post and still have it found: ten minutes, as a distance of ids. */
const OVERLAP = snowflakeAt(10 * 60 * 1000) - snowflakeAt(0);
/** While so many tweets wait to be handed out, nothing more is read, and the address of the next poll stays short. */
const BACKLOG_LIMIT = 200;
/** When X is in trouble and gives no time of its own. */
const TROUBLE_WAIT_SECONDS = 300;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A state is good for as long as a flow may stand still. */
const STATE_TTL_MS = 90 * DAY_MS;
const MAX_SAVE_ATTEMPTS = 5;

export interface PollRequest {
  readonly connectionId: string;
  /** Which flow asks, where the platform tells. */
  readonly workflowId: string;
  /** As the maker wrote it: tells one flow's searches apart. */
  readonly searchText: string;
  /** The same as X is asked for it. */
  readonly search: XSearch;
  /** The sealed state of the last answer; empty at the first poll. */
  readonly state: string;
}

export interface PollOutcome {
  /** The oldest first; none is an answer without items. */
  readonly tweets: readonly Tweet[];
  /** What the next poll brings along. */
  readonly state: string;
  readonly retryAfterSeconds: number;
  /** How many tweets were read and wait to be handed out. */
  readonly waiting: number;
}

export interface Trigger {
  /** Rejects with ConnectorError; X's 429, 5xx and silence are an outcome without tweets instead. */
  poll(x: XSession, request: PollRequest, notice: (message: string) => void): Promise<PollOutcome>;
}

export interface TriggerOptions {
  readonly sealer: Sealer;
  readonly store: Store;
  readonly clock: () => number;
  /** How many new matches a poll may read; X bills each. */
  readonly maxNewMatches: number;
}

/** Trouble that passes: a trigger that keeps failing is switched off by the platform. */
const PASSING = new Set(["XRateLimited", "XUnavailable", "XTimeout", "HourlyLimitReached"]);

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : 1);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const idOf = ({ TweetId }: Tweet): bigint => BigInt(TweetId);

const digest = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);

export const createTrigger = ({ sealer, store, clock, maxNewMatches }: TriggerOptions): Trigger => {
  /** A flow keeps its state when it is signed in anew, so the connection is no part of it. */
  const keyOf = ({ searchText }: PollRequest) => digest(searchText);
  const rowOf = ({ connectionId, workflowId, searchText }: PollRequest) => ({
    partition: "trigger",
    row: digest(connectionId, workflowId, searchText),
  });

  const seal = (state: PollState): Promise<string> =>
    sealer.seal("trigger", encodePollState(state), STATE_TTL_MS / 1000);

  const openState = async (request: PollRequest): Promise<PollState | undefined> => {
    try {
      const state = await sealer.open("trigger", request.state, pollStateSchema);
      if (state.key === keyOf(request)) return state;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      if (error.reason === "expired") return undefined;
    }
    throw new ConnectorError(
      "InvalidParameter",
      "The state of this poll belongs to another search. Save the flow again to start the trigger anew.",
      { target: "triggerState" },
    );
  };

  const storedState = async (request: PollRequest): Promise<PollState | undefined> => {
    const row = await store.read(rowOf(request));
    return row && pollStateSchema.parse(JSON.parse(row.value));
  };

  /** The newest state wins; two polls of one flow at once are the platform's repeat. */
  const save = async (request: PollRequest, state: PollState): Promise<void> => {
    const value = JSON.stringify(encodePollState(state));
    const options = { expiresAt: clock() + STATE_TTL_MS };
    for (let attempt = 0; attempt < MAX_SAVE_ATTEMPTS; attempt += 1) {
      const row = await store.read(rowOf(request));
      const etag = row
        ? await store.replace(rowOf(request), value, row.etag, options)
        : await store.create(rowOf(request), value, options);
      if (etag) return;
    }
  };

  const begin = (request: PollRequest): PollState => {
    const now = snowflakeAt(clock());
    return { key: keyOf(request), at: clock(), from: now, readTo: now, backlog: [], seen: [] };
  };

  /** The state after X was read, and the tweets of that read. */
  const readOn = async (
    x: XSession,
    { search }: PollRequest,
    state: PollState,
    notice: (message: string) => void,
  ): Promise<{ readonly state: PollState; readonly tweets: readonly Tweet[] }> => {
    if (state.backlog.length + maxNewMatches > BACKLOG_LIMIT) return { state, tweets: [] };
    const now = clock();
    const since = larger(state.readTo - OVERLAP, state.from);
    const { tweets, isCutOff } = await readNewMatches(x, search, since, maxNewMatches, now);
    if (isCutOff) {
      notice(
        `More than ${maxNewMatches} new tweets matched since the last poll; the older ones were not read. Raise TRIGGER_MAX_NEW_MATCHES to read more.`,
      );
    }
    const known = new Set([...state.seen, ...state.backlog]);
    const fresh = tweets.map(idOf).filter((id) => !known.has(id));
    const readTo = snowflakeAt(now);
    const backlog = [...state.backlog, ...fresh].sort(ascending);
    return { tweets, state: { ...state, readTo, backlog } };
  };

  /** The next tweets of the backlog, which then count as seen for as long as a read overlaps them; those that were deleted meanwhile are passed over. */
  const handOut = async (x: XSession, state: PollState, read: readonly Tweet[]) => {
    const inHand = new Map(read.map((tweet) => [idOf(tweet), tweet]));
    const nextRead = state.readTo - OVERLAP;
    let { backlog, seen } = state;
    let tweets: Tweet[] = [];
    while (tweets.length === 0 && backlog.length > 0) {
      const ids = backlog.slice(0, NEW_TWEETS_PER_POLL);
      backlog = backlog.slice(NEW_TWEETS_PER_POLL);
      seen = [...seen, ...ids];
      const missing = ids.filter((id) => !inHand.has(id)).map(String);
      const looked = missing.length > 0 ? await tweetsById(x, missing) : [];
      for (const tweet of looked) inHand.set(idOf(tweet), tweet);
      tweets = ids.flatMap((id) => inHand.get(id) ?? []);
    }
    seen = seen.filter((id) => id > nextRead).sort(ascending);
    return { tweets, state: { ...state, backlog, seen } };
  };

  const secondsToNextPoll = ({ at }: PollState): number =>
    Math.ceil((at + TRIGGER_POLL_INTERVAL_MS - clock()) / 1000);

  const answer = async (tweets: readonly Tweet[], state: PollState): Promise<PollOutcome> => ({
    tweets,
    state: await seal(state),
    retryAfterSeconds: secondsToNextPoll(state),
    waiting: state.backlog.length,
  });

  /** A state that did not change goes back as it came, so that the platform can see that it did not. */
  const unchanged = async (
    request: PollRequest,
    state: PollState,
    retryAfterSeconds: number,
  ): Promise<PollOutcome> => ({
    tweets: [],
    state: request.state || (await seal(state)),
    retryAfterSeconds,
    waiting: state.backlog.length,
  });

  return {
    async poll(x, request, notice) {
      const before = request.state ? await openState(request) : await storedState(request);
      if (!before) {
        const first = begin(request);
        await save(request, first);
        return answer([], first);
      }
      if (clock() < before.at + TRIGGER_POLL_INTERVAL_MS) {
        return unchanged(request, before, secondsToNextPoll(before));
      }
      try {
        const read = await readOn(x, request, before, notice);
        const { tweets, state } = await handOut(x, read.state, read.tweets);
        const after = { ...state, at: clock() };
        await save(request, after);
        return answer(tweets, after);
      } catch (error) {
        if (!(error instanceof ConnectorError) || !PASSING.has(error.code)) throw error;
        notice(`Nothing was read this time: ${error.message}`);
        const { retryAfterSeconds = TROUBLE_WAIT_SECONDS } = error.options;
        return unchanged(request, before, retryAfterSeconds);
      }
    },
  };
};
