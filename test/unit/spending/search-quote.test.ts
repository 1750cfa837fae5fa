import { expect, it } from "vitest";
import { HOURS_A_MONTH, handedOutAtMost, searchQuote } from "../../../src/spending/search-quote.ts";
import { dollars } from "./world.ts";

const HOURLY = { pollIntervalMinutes: 60, tweetsPerPoll: 5 };
const EACH = dollars(0.015);

/** What an action that reads the newest `size` of a search every hour is billed for a day, while so many match an hour. */
const readADay = (perHour: number, size: number): number => {
  const all = Array.from({ length: 8 * 24 * perHour }, (_, index) => index);
  const read = Array.from({ length: 24 }, (_, hour) =>
    all.filter((at) => at < (7 * 24 + hour) * perHour).slice(-size),
  );
  return new Set(read.flat()).size;
};

it.each([
  [1, 20],
  [2, 20],
  [7, 10],
  [20, 10],
  [30, 100],
  [3, 1],
])(
  "has what X bills for a day of hourly searches, with %i matches an hour and %i results",
  (perHour, maxResults) => {
    const density = { matches: perHour * 168, mentions: 0 };
    const { actionPerMonth } = searchQuote(density, perHour, HOURLY, maxResults);
    const daily = (actionPerMonth / HOURS_A_MONTH) * 24;
    expect(daily).toBeCloseTo(readADay(perHour, Math.max(10, maxResults)) * EACH, 3);
  },
);

it("has no more for the trigger than it hands out, at the pace that is set", () => {
  const fast = { pollIntervalMinutes: 15, tweetsPerPoll: 10 };
  expect(handedOutAtMost(fast)).toBe(40);
  const density = { matches: 168_000, mentions: 2 };
  expect(searchQuote(density, 1_000, fast, 10)).toMatchObject({
    perPost: dollars(0.035),
    triggerPerMonth: 40 * HOURS_A_MONTH * dollars(0.035),
  });
});
