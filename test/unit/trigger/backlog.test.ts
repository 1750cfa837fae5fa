/** How many tweets wait, and how many of them too long. */
import { describe, expect, it } from "vitest";
import { beyondReach, estimateAhead } from "../../../src/trigger/backlog.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const HOUR_MS = 60 * 60 * 1000;
const at = (seconds: number): bigint => snowflakeAt(NOW + seconds * 1000);
const stretch = (seconds: number): bigint => at(seconds) - at(0);

// All of it reported by `npm run mutation`: no test noticed when it broke.
describe("what waits", () => {
  const read = (seconds: number, count = 0, width = 1) => ({
    after: at(seconds),
    count,
    width: stretch(width),
  });
  /** Ten in a hundred seconds. */
  const ahead = { oldest: at(100), newest: at(200), count: 10 };

  it("is nothing where nothing is known to, or all of it was read", () => {
    expect(estimateAhead(undefined, read(0))).toBe(0);
    expect(estimateAhead(ahead, read(200))).toBe(0);
    expect(estimateAhead(ahead, read(201))).toBe(0);
  });

  it("is the rest of a page at its density, and one at least", () => {
    expect(estimateAhead(ahead, read(100))).toBe(10);
    expect(estimateAhead(ahead, read(150))).toBe(5);
    expect(estimateAhead(ahead, read(199))).toBe(1);
  });

  it("is, before the page, the middle of both densities, and the page", () => {
    // A tenth a second on the page, four tenths in what was read: two tenths between, for 50 seconds.
    expect(estimateAhead(ahead, read(50, 40, 100))).toBe(10 + 10);
    // Nothing was found: one in the whole gap. √(1/10 × 1/50) × 50 is 2.2.
    expect(estimateAhead(ahead, read(50))).toBe(2 + 10);
  });

  it("is no more for posts of one moment than for those of a second", () => {
    const burst = { oldest: at(100), newest: at(100) + 1n, count: 10 };
    expect(estimateAhead(burst, read(100))).toBe(1);
    // Ten a second, and one in ten seconds: one a second between, for ten seconds.
    expect(estimateAhead(burst, read(90))).toBe(10 + 10);
  });
});

describe("what waits too long", () => {
  const pace = { tweetsPerPoll: 5, intervalMs: HOUR_MS };
  const search = { reachMs: 7 * 24 * HOUR_MS, reach: Number.POSITIVE_INFINITY };
  const mentions = { reachMs: Number.POSITIVE_INFINITY, reach: 800 };
  /** The newest is so many hours old. */
  const ahead = (hours: number) => ({ oldest: 1n, newest: at(-hours * 3600), count: 1 });

  it.each([
    [840, 0, 0],
    [841, 0, 1],
    [840, 1, 5],
    [840, 1.5, 10],
    [7, 7 * 24, 7],
    [7, 8 * 24, 7],
    [5, 7 * 24 - 1, 0],
  ])(
    "is, of %i whose newest is %d hours old, what has no turn within seven days: %i",
    (waiting, hours, late) => {
      expect(beyondReach(waiting, ahead(hours), pace, search, NOW)).toBe(late);
    },
  );

  it("is, of mentions, what is more than X shows", () => {
    expect(beyondReach(800, ahead(0), pace, mentions, NOW)).toBe(0);
    expect(beyondReach(810, ahead(999), pace, mentions, NOW)).toBe(10);
  });

  it("is nothing where nothing is known to wait", () => {
    expect(beyondReach(5_000, undefined, pace, search, NOW)).toBe(0);
  });
});
