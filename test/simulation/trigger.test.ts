/** The trigger's guarantee at the documented limits, hour by hour, through all that X, the platform and we may do. */
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMovableClock } from "../../local/clock.ts";
import type { ConnectorUnderTest } from "../harness/connector.ts";
import type { FaultyProxy } from "../harness/faulty-proxy.ts";
import { type Flow, newFlow, newWorld, startPolling, type World } from "../harness/polling-flow.ts";
import { SCENARIOS, type Stage } from "./scenarios.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Only the scenarios move this clock, and each begins at the same time of a day: the figures are the same in every run. */
const START = Date.parse("2026-11-23T10:00:00Z");
const clock = createMovableClock(() => START);
const toNextStart = (): void => clock.advance(DAY_MS - ((clock.now() - START) % DAY_MS));

let connector: ConnectorUnderTest;
let store: FaultyProxy;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connector, store, close } = await startPolling({}, clock));
}, 60_000);
afterAll(() => close());
afterEach(async () => {
  store.failNext();
  connector.xClock.aheadMs = 0;
  await connector.control("faults", undefined, "DELETE");
});

interface HandedOut {
  readonly id: string;
  readonly at: number;
}

/** No tweet comes after a newer one, but where X did not show it yet when the newer one was handed out. */
const isInOrder = (handedOut: readonly HandedOut[], { indexedAt }: World): boolean =>
  handedOut.every(({ id: newer, at }, index) =>
    handedOut
      .slice(index + 1)
      .every(({ id }) => BigInt(id) > BigInt(newer) || (indexedAt.get(id) ?? 0) > at),
  );

const stageOf = (world: World, flow: Flow) => {
  const handedOut: HandedOut[] = [];
  let mostCalls = 0;
  const stage: Stage = {
    connector,
    store,
    world,
    flow,
    async poll() {
      const answer = await flow.poll();
      const at = clock.now();
      handedOut.push(...flow.idsOf(answer).map((id) => ({ id, at })));
      mostCalls = Math.max(mostCalls, Number(answer.headers.get("x-connector-x-calls")));
      // A flow of the platform never fails of what passes, and never waits for longer than its hour.
      expect(answer.status).toBeLessThan(300);
      expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(3600);
      return answer;
    },
    fault: (kind, times = 1) =>
      connector.control("faults", { kind, path: "^/2/(tweets/search|users/\\d+/mentions)", times }),
  };
  return { stage, handedOut, mostCalls: () => mostCalls };
};

interface Row {
  readonly tweets: number;
  readonly lost: number;
  readonly twice: number;
  readonly inOrder: boolean;
  readonly calls: number;
  readonly reads: number;
}

const live = async (name: string): Promise<Row> => {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`There is no scenario of ${name}.`);
  toNextStart();
  const world = await newWorld(connector);
  if (/clock two minutes/.test(name)) {
    connector.xClock.aheadMs = name.includes("ahead") ? -120_000 : 120_000;
  }
  const { flows: wanted = [["flow", "onnewtweet"] as const] } = scenario;
  const flows = wanted.map(([id, route]) => newFlow(connector, world, id, route));
  const stages = flows.map((flow) => stageOf(world, flow));
  await connector.control("bill", undefined, "DELETE");
  for (const { stage } of stages) await stage.poll();
  const [first, ...others] = stages;
  if (!first) throw new Error("There is no flow.");
  await scenario.begin?.(first.stage);
  for (let hour = 1; hour <= scenario.hours; hour += 1) {
    clock.advance(HOUR_MS);
    await scenario.hour(first.stage, hour);
    for (const { stage } of others) await stage.poll();
  }
  const { json: bill } = await connector.control("bill");
  const ids = flows.map(({ handedOut }) => handedOut);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    tweets: world.posted.length,
    lost: sum(ids.map((each) => world.posted.filter((id) => !each.includes(id)).length)),
    twice: sum(ids.map((each) => each.length - new Set(each).size)),
    inOrder: stages.every(({ handedOut }) => isInOrder(handedOut, world)),
    calls: Math.max(...stages.map(({ mostCalls }) => mostCalls())),
    reads: bill.posts / world.indexedAt.size,
  };
};

const rows = new Map<string, Row>();

/** Markdown, as docs/trigger.md has it. */
const table = (): string =>
  [
    "| | tweets | lost | handed out twice | in order | X calls a poll, at most | reads billed a tweet |",
    "| --- | ---: | ---: | ---: | --- | ---: | ---: |",
    ...[...rows].map(
      ([name, { tweets, lost, twice, inOrder, calls, reads }]) =>
        `| ${name} | ${tweets} | ${lost} | ${twice} | ${inOrder ? "yes" : "no"} | ${calls} | ${reads.toFixed(2)} |`,
    ),
  ].join("\n");

describe("nothing is lost, nothing comes twice, all comes in order", () => {
  it.each(Object.keys(SCENARIOS))(
    "through %s",
    async (name) => {
      const row = await live(name);
      rows.set(name, row);
      expect(row).toMatchObject({ lost: 0, twice: 0, inOrder: true });
      expect(row.tweets).toBeGreaterThan(0);
      expect(row.calls).toBeLessThanOrEqual(10);
      expect(row.reads).toBeLessThanOrEqual(name === "a steady week" ? 1 : 1.15);
    },
    180_000,
  );

  it("as docs/trigger.md tells", async () => {
    console.log(table());
    const page = await readFile(new URL("../../docs/trigger.md", import.meta.url), "utf8");
    expect(page).toContain(table());
  });
});
