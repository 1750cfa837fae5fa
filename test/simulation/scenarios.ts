/**
 * What a flow lives through, hour by hour, at the documented limits. Each scenario is a row of the table in docs/trigger.md, and fails
 * when the rule behind it is taken out.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createLocalKeyRing } from "../../src/sealing/local-key-ring.ts";
import { createSealer } from "../../src/sealing/seal.ts";
import { snowflakeAt } from "../../src/x/ids.ts";
import { releasedPollState } from "../fixtures/released-poll-state.ts";
import type { ConnectorUnderTest } from "../harness/connector.ts";
import type { FaultyProxy } from "../harness/faulty-proxy.ts";
import type { Flow, TriggerRoute, World } from "../harness/polling-flow.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Stage {
  readonly connector: ConnectorUnderTest;
  readonly store: FaultyProxy;
  readonly world: World;
  readonly flow: Flow;
  /** Asks once as usual, and notes what that took. */
  poll(): Promise<{ readonly status: number; readonly headers: Headers }>;
  /** For the next calls to X's search. */
  fault(kind: string, times?: number): Promise<unknown>;
}

export interface Scenario {
  /** One with the search unless told. */
  readonly flows?: readonly (readonly [workflowId: string, route: TriggerRoute])[];
  readonly hours: number;
  /** What happened in the hour that has just passed, and the poll at its end. */
  hour(stage: Stage, hour: number): Promise<unknown>;
  /** At the start, after the first poll. */
  begin?(stage: Stage): Promise<unknown>;
}

/** Some tweets every few hours, at no particular minute. */
const steady = async ({ world }: Stage, hour: number): Promise<void> => {
  const count = hour % 7 === 0 ? 3 : hour % 2;
  const agoMs = ((hour * 17) % 53) * MINUTE_MS;
  await world.post(count, { agoMs, spreadMs: 5 * MINUTE_MS });
};

const polled = (hours: number, happens: (stage: Stage, hour: number) => Promise<unknown>) => ({
  hours,
  async hour(stage: Stage, hour: number) {
    await happens(stage, hour);
    return stage.poll();
  },
});

/** One burst, after a quiet beginning and before a quiet end. */
const burst = (hours: number, count: number, spreadMs: number): Scenario =>
  polled(hours, async (stage, hour) => {
    if (hour === 4) await stage.world.post(count, { agoMs: 2 * MINUTE_MS, spreadMs });
    else if (hour < 8) await steady(stage, hour);
  });

/** The steady hours, with X in trouble at every fourth poll. */
const troubled = (kind: string, times: number): Scenario =>
  polled(24, async (stage, hour) => {
    await steady(stage, hour);
    if (hour % 4 === 3) {
      await stage.fault(kind, times);
      await stage.poll();
      await stage.connector.control("faults", undefined, "DELETE");
    }
  });

/** The same as mentions of the one who is signed in. */
const asMentions = (scenario: Scenario): Scenario => ({
  ...scenario,
  flows: [["flow", "onnewmention"]],
});

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "a steady week": polled(168, steady),
  "150 in an hour": burst(40, 150, 50 * MINUTE_MS),
  "400 in an hour": burst(90, 400, 50 * MINUTE_MS),
  "150 within one minute": burst(40, 150, MINUTE_MS),
  "12 every hour for a day": polled(62, async ({ world }, hour) => {
    if (hour <= 24) await world.post(12, { agoMs: MINUTE_MS, spreadMs: 55 * MINUTE_MS });
  }),
  "indexed 3 and 9 minutes late, behind ten others": polled(24, async ({ world }, hour) => {
    if (hour % 8 !== 1) return;
    await world.post(1, { agoMs: 2.5 * MINUTE_MS, indexedAfterMs: 3 * MINUTE_MS });
    await world.post(1, { agoMs: 2 * MINUTE_MS, indexedAfterMs: 9 * MINUTE_MS });
    await world.post(10, { agoMs: MINUTE_MS, spreadMs: MINUTE_MS / 2 });
  }),
  "restarts of the app between polls": polled(24, async (stage, hour) => {
    await steady(stage, hour);
    if (hour % 6 === 0) await stage.connector.restart();
  }),
  "polls that the platform repeats": {
    hours: 24,
    async hour(stage, hour) {
      const { flow } = stage;
      await steady(stage, hour);
      const before = flow.handedOut.length;
      await stage.poll();
      if (hour % 4 !== 3) return;
      const again = flow.idsOf(await flow.repeat());
      const first = flow.handedOut.slice(before);
      if (again.join() !== first.join()) throw new Error("The same state gave other tweets.");
    },
  },
  "answers lost on the way": polled(24, async (stage, hour) => {
    await steady(stage, hour);
    if (hour % 4 === 3) await stage.flow.loseAnswer();
  }),
  "X answering 429": troubled("rateLimited", 2),
  "X answering 5xx": troubled("htmlError", 2),
  "X answering errors without data": troubled("errorsOnly", 1),
  "X answering errors, and a tweet is missing": troubled("partialErrors", 1),
  "tweets without ids": polled(24, async (stage, hour) => {
    await steady(stage, hour);
    if (hour % 4 === 3) await stage.fault(hour % 8 === 3 ? "postsWithoutIds" : "postWithoutId");
  }),
  "empty pages that lead to others": troubled("endlessPages", 100),
  "X's monthly cap, for two days": polled(64, async (stage, hour) => {
    if (hour <= 54) await steady(stage, hour);
    if (hour === 6) await stage.fault("usageCapped", 48);
  }),
  "the store away for an hour": polled(24, async (stage, hour) => {
    if (hour <= 20) await steady(stage, hour);
    // Each hour begins with whatever the store was told before.
    stage.store.failNext(...(hour === 7 ? Array<number>(100).fill(503) : []));
  }),
  "the sealing key lost": polled(24, async (stage, hour) => {
    if (hour <= 20) await steady(stage, hour);
    if (hour !== 9) return;
    await rm(join(stage.connector.stateDir, "key.json"));
    await stage.connector.restart();
    await stage.world.signInAnew();
  }),
  "the state of version 1.0.0": {
    ...polled(12, async (stage, hour) => {
      if (hour <= 8) await steady(stage, hour);
    }),
    async begin({ connector, world, flow }) {
      const now = connector.clock.now();
      await world.post(17, { agoMs: 2 * MINUTE_MS, spreadMs: 40 * MINUTE_MS });
      const ids = world.posted.map(BigInt);
      const at = now - HOUR_MS;
      const sealer = createSealer(createLocalKeyRing(connector.stateDir), () => now);
      const state = releasedPollState({
        searchText: world.word,
        at,
        from: snowflakeAt(now - 3 * HOUR_MS),
        readTo: snowflakeAt(now),
        backlog: ids.slice(5),
        seen: [],
      });
      flow.handedOut.push(...world.posted.slice(0, 5));
      flow.bring(await sealer.seal("trigger", state, (90 * DAY_MS) / 1000));
    },
  },
  "a clock two minutes ahead": skewed(-2 * MINUTE_MS),
  "a clock two minutes behind": skewed(2 * MINUTE_MS),
  "a standstill of eight days": {
    hours: 12,
    async begin({ connector, world }) {
      connector.clock.advance(2 * DAY_MS);
      for (let day = 0; day < 6; day += 1) {
        connector.clock.advance(DAY_MS);
        await world.post(3);
      }
    },
    async hour(stage, hour) {
      const { headers } = await stage.poll();
      const isTold = headers.get("x-connector-notice")?.includes("reaches seven days back");
      if (hour === 1 && !isTold) throw new Error("Nobody was told of what X cannot show any more.");
    },
  },
  "two flows on one connection": {
    ...polled(24, steady),
    flows: [
      ["one", "onnewtweet"],
      ["two", "onnewtweet"],
    ],
  },
  "tweets deleted before their turn": polled(24, async ({ connector, world }, hour) => {
    if (hour === 1) await world.post(40, { agoMs: 2 * MINUTE_MS, spreadMs: 30 * MINUTE_MS });
    if (hour % 2 !== 0 || hour > 10) return;
    for (const id of world.posted.splice(world.posted.length - 3, 2)) {
      await connector.control(`posts/${id}`, undefined, "DELETE");
    }
  }),
  "mentions, 60 within one minute": asMentions(burst(20, 60, MINUTE_MS)),
  "mentions, X answering errors, and one is missing": asMentions(troubled("partialErrors", 1)),
  "mentions and a search in one flow": {
    ...polled(12, steady),
    flows: [
      ["one", "onnewmention"],
      ["one", "onnewtweet"],
    ],
  },
};

/** X's clock is so far ahead of the connector's. Something is posted at once, and something late, as late as may be. */
function skewed(aheadMs: number): Scenario {
  return {
    ...polled(10, async ({ world }, hour) => {
      if (hour % 6 !== 1) return;
      const xNow = -aheadMs;
      await world.post(1, { agoMs: xNow + 2 * MINUTE_MS, indexedAfterMs: 9 * MINUTE_MS });
      await world.post(4, { agoMs: xNow + MINUTE_MS });
    }),
    async begin({ connector, world }) {
      await world.post(1, { agoMs: -aheadMs - 1000 });
      connector.clock.advance(MINUTE_MS);
    },
  };
}
