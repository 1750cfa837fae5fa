/** A few hours of what `npm run spending-proof` plays for a week. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { createMaker, type Place } from "./makers.ts";
import { createRandom } from "./random.ts";
import { playWeek } from "./week.ts";

let connector: ConnectorUnderTest;
let place: Place;
beforeAll(async () => {
  connector = await startConnector();
  // The morning of a day, so that no midnight comes in between, within one month.
  connector.clock.set(Date.parse("2026-12-02T08:00:00Z"));
  place = {
    processes: 1,
    urlOf: () => connector.url,
    call: (_, route, options) => connector.call(route, options),
    control: connector.control,
    now: connector.clock.now,
    advance: async (ms) => connector.clock.advance(ms),
  };
});
afterAll(() => connector.close());

it.each([
  ["and not much more where X answers", 0, 0.03],
  ["also where it fails often", 1 / 3, Number.POSITIVE_INFINITY],
])("the ledger has what X bills, never less, %s", async (_, faultShare, mostAbove) => {
  const name = `maker_${faultShare > 0 ? 1 : 0}`;
  await place.control("bill", undefined, "DELETE");
  await connector.restart();
  await place.control("users", { username: name });
  const maker = await createMaker(place, SANDBOX_APP, name);
  // With this chance answers to posts are lost, which nothing else covers.
  const random = createRandom(1);
  const { apps, calls, faults } = await playWeek({
    place,
    random,
    makers: [maker],
    hours: 3,
    faultShare,
  });
  const [{ billed, booked } = { billed: 0, booked: 0 }] = apps;
  expect(calls).toBeGreaterThan(20);
  expect(faults > 0).toBe(faultShare > 0);
  expect(billed).toBeGreaterThan(0);
  expect(booked).toBeGreaterThanOrEqual(billed);
  expect(booked).toBeLessThanOrEqual(billed * (1 + mostAbove));
});
