/** The trigger's guarantee under a table of faults, hour by hour through a week; prints the table. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ConnectorUnderTest } from "../harness/connector.ts";
import { type Flow, newFlow, newWorld, startPolling, type World } from "../harness/polling-flow.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_HOURS = 7 * 24;
/** What is left over is handed out after the week, five an hour. */
const DRAIN_HOURS = 10;

let connector: ConnectorUnderTest;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connector, close } = await startPolling());
}, 60_000);
afterAll(() => close());
beforeEach(async () => {
  await connector.control("faults", undefined, "DELETE");
});

interface Row {
  /** Before the poll of an hour. Answers whether the poll takes place as usual. */
  readonly hour: (world: World, flow: Flow, hour: number) => Promise<unknown>;
}

const twice: Record<string, { posted: number; lost: number; twice: number }> = {};
const finish = (name: string, world: World, flow: Flow) => {
  const distinct = new Set(flow.handedOut);
  const row = {
    posted: world.posted.length,
    lost: world.posted.filter((id) => !distinct.has(id)).length,
    twice: flow.handedOut.length - distinct.size,
  };
  twice[name] = row;
  return row;
};

const steady = (world: World, hour: number) => world.post(hour % 7 === 0 ? 3 : hour % 2);
const poll = (_world: World, flow: Flow) => flow.poll();
const fault = (kind: string) => connector.control("faults", { kind, path: "/2/tweets", times: 2 });

const rows: Record<string, Row["hour"]> = {
  "no fault": poll,
  "a burst of 150 in an hour": async (world, flow, hour) => {
    if (hour === 20) await world.post(150);
    await flow.poll();
  },
  "a tweet indexed three minutes late": async (world, flow, hour) => {
    if (hour % 5 === 0) await world.post(1, { indexedAfterMs: 3 * MINUTE_MS });
    await flow.poll();
  },
  "the app restarts between polls": async (_world, flow, hour) => {
    if (hour % 24 === 0) await connector.restart();
    await flow.poll();
  },
  "the platform repeats a poll": async (_world, flow, hour) => {
    const first = await flow.poll();
    if (hour % 6 === 0) expect(flow.idsOf(await flow.repeat())).toEqual(flow.idsOf(first));
  },
  "an answer is lost on the way": async (_world, flow, hour) => {
    if (hour % 6 === 0) await flow.loseAnswer();
    await flow.poll();
  },
  "X answers 429": async (_world, flow, hour) => {
    if (hour % 6 === 0) {
      await fault("rateLimited");
      expect((await flow.poll()).status).toBe(202);
      await connector.control("faults", undefined, "DELETE");
    } else await flow.poll();
  },
  "X answers 5xx": async (_world, flow, hour) => {
    if (hour % 6 === 0) {
      await fault("htmlError");
      expect((await flow.poll()).status).toBe(202);
      await connector.control("faults", undefined, "DELETE");
    } else await flow.poll();
  },
};

describe("a week of polling loses nothing and hands out nothing twice", () => {
  it.each(Object.keys(rows))(
    "when there is %s",
    async (name) => {
      const world = await newWorld(connector);
      const flow = newFlow(connector, world);
      await flow.poll();
      for (let hour = 1; hour <= WEEK_HOURS + DRAIN_HOURS; hour += 1) {
        connector.clock.advance(HOUR_MS);
        if (hour <= WEEK_HOURS) {
          await steady(world, hour);
          await rows[name]?.(world, flow, hour);
        } else await flow.poll();
      }
      expect(finish(name, world, flow)).toEqual({ posted: world.posted.length, lost: 0, twice: 0 });
    },
    120_000,
  );

  it("when the flow stood still for more than seven days", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    connector.clock.advance(2 * DAY_MS);
    for (let day = 0; day < 6; day += 1) {
      connector.clock.advance(DAY_MS);
      await world.post(3);
    }
    for (let hour = 0; hour < 10; hour += 1) {
      connector.clock.advance(HOUR_MS);
      expect((await flow.poll()).status).toBeLessThan(300);
    }
    expect(finish("a since_id older than seven days", world, flow)).toMatchObject({
      lost: 0,
      twice: 0,
    });
  }, 60_000);

  it("when two flows of one connection search for the same text", async () => {
    const world = await newWorld(connector);
    const flows = [newFlow(connector, world, "one"), newFlow(connector, world, "two")];
    for (let hour = 0; hour <= WEEK_HOURS + DRAIN_HOURS; hour += 1) {
      for (const flow of flows) await flow.poll();
      connector.clock.advance(HOUR_MS);
      if (hour < WEEK_HOURS) await steady(world, hour);
    }
    for (const flow of flows) {
      expect(finish("two flows on one connection", world, flow)).toMatchObject({
        lost: 0,
        twice: 0,
      });
    }
  }, 120_000);

  afterAll(() => console.table(twice));
});
