/** A trigger on a model of X, polled as the platform does it, by a clock that a test moves. */
import {
  type AdjustableLimits,
  DOCUMENTED_LIMITS,
} from "../../../src/connector/adjustable-limits.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { mentionsSource, type Source, searchSource } from "../../../src/trigger/source.ts";
import { createTrigger, type PollOutcome } from "../../../src/trigger/trigger.ts";
import { createModelX } from "../../harness/model-x.ts";

const MINUTE_MS = 60_000;
const KEY = { version: "1", bytes: new Uint8Array(32) };

/** By name, so that a failing property shows it. */
const SOURCES = {
  search: searchSource("s", { query: "s" }),
  mentions: mentionsSource("1"),
} as const satisfies Readonly<Record<string, Source>>;

export interface PollingOptions {
  /** The search unless told. */
  readonly source?: keyof typeof SOURCES;
  readonly limits?: Partial<AdjustableLimits>;
  readonly start?: number;
  /** In the store's place. */
  readonly store?: (real: Store) => Store;
}

export const createPolling = (options: PollingOptions = {}) => {
  const time = { now: options.start ?? Date.parse("2026-11-23T10:00:00Z") };
  const clock = () => time.now;
  const limits = { ...DOCUMENTED_LIMITS, ...options.limits };
  const real = createMemoryStore({ clock });
  const sealer = createSealer({ newest: async () => KEY, byVersion: async () => KEY }, clock);
  const x = createModelX(clock);
  const notices: string[] = [];
  const trigger = createTrigger({
    sealer,
    store: options.store?.(real) ?? real,
    clock,
    sleep: async () => {},
    log: () => {},
    limits,
  });
  const ask = (state: string, from = options.source ?? "search"): Promise<PollOutcome> => {
    notices.length = 0;
    const request = { owner: "me", workflowId: "flow", source: SOURCES[from] };
    return trigger.poll(x.x, { ...request, state }, (message) => notices.push(message));
  };
  const handedOut: bigint[] = [];
  let state = "";
  return {
    x,
    time,
    store: real,
    sealer,
    handedOut,
    /** What the last poll told. */
    notices,
    ask,
    state: () => state,
    bring(next: string) {
      state = next;
    },
    async poll(): Promise<PollOutcome & { readonly calls: number }> {
      const before = x.calls();
      const outcome = await ask(state);
      state = outcome.state;
      handedOut.push(...outcome.tweets.map(({ TweetId }) => BigInt(TweetId)));
      return { ...outcome, calls: x.calls() - before };
    },
    /** To the next poll. */
    advance(ms = limits.pollIntervalMinutes * MINUTE_MS) {
      time.now += ms;
    },
  };
};
