/** How far the next search of a poll reaches, in ids. */
import { describe, expect, it } from "vitest";
import {
  boundOf,
  nextSlice,
  OVERLAP,
  type Position,
  type Slice,
  stillOpen,
  WIDEST,
  widthAfter,
  widthBefore,
  widthInGap,
} from "../../../src/trigger/slice.ts";

const MINUTE = 60_000n << 22n;

// All of it reported by `npm run mutation`: no test noticed when it broke.
it("X may index a post ten minutes late, and its search reaches seven days back", () => {
  expect([OVERLAP, WIDEST]).toEqual([10n * MINUTE, 7n * 24n * 60n * MINUTE]);
});

describe("the next slice", () => {
  const from = (position: Partial<Position>) =>
    nextSlice({
      after: 100n,
      width: 50n,
      ahead: undefined,
      lastSeen: undefined,
      billedAnew: [],
      bound: undefined,
      ...position,
    });
  const ahead = (newest: bigint) => ({ oldest: 1n, newest, count: 1 });

  // Reported: a tweet handed out shortly before a UTC day's end was read, and billed, once more after it.
  it.each<[string, readonly bigint[], Partial<Position>, Slice]>([
    ["ends before a post that X bills anew", [130n], {}, { after: 100n, until: 130n }],
    ["goes on behind it", [130n], { after: 129n }, { after: 130n, until: undefined }],
    ["begins behind it", [101n, 130n], {}, { after: 101n, until: 130n }],
    ["passes those without a gap between", [101n, 102n, 104n], {}, { after: 102n, until: 104n }],
    ["passes over those behind it", [90n, 100n], {}, { after: 100n, until: undefined }],
    ["may end sooner", [180n], { ahead: ahead(999n) }, { after: 100n, until: 151n }],
    ["may end with it", [151n], { ahead: ahead(999n) }, { after: 100n, until: 151n }],
    ["counts from behind it", [101n], { ahead: ahead(999n) }, { after: 101n, until: 152n }],
  ])("%s", (_, billedAnew, position, slice) => {
    expect(from({ billedAnew, ...position })).toEqual(slice);
  });

  it.each<[string, Partial<Position>, bigint | undefined]>([
    ["reaches to now where nothing is known to wait", {}, undefined],
    ["reaches to now where what waited is behind", { ahead: ahead(100n) }, undefined],
    ["is as wide as told where something waits", { ahead: ahead(1000n) }, 151n],
    ["ends with the last that waits", { ahead: ahead(120n) }, 121n],
    ["ends with the last that waits, one id on", { ahead: ahead(101n) }, 102n],
    ["is as wide as told before others", { bound: { id: 1000n, width: 9n } }, 151n],
    ["ends before others", { bound: { id: 120n, width: 9n } }, 120n],
    [
      "ends before others, whatever waits",
      { bound: { id: 120n, width: 9n }, ahead: ahead(999n) },
      120n,
    ],
    ["looks for late ones alone first", { ahead: ahead(1000n), lastSeen: 300n }, 301n],
    ["looks for none that it has passed", { ahead: ahead(1000n), lastSeen: 100n }, 151n],
    ["looks for late ones to now where nothing waits", { lastSeen: 300n }, undefined],
  ])("%s", (_, position, until) => {
    expect(from(position)).toEqual({ after: 100n, until });
  });
});

describe("the width that follows", () => {
  it.each([
    // target + 2 of count + 2 of it, at most three times as wide.
    [1000n, 5, 5, 1000n],
    [1000n, 12, 5, 500n],
    [1000n, 1, 5, 2333n],
    [1000n, 0, 5, 3000n],
    [1n, 98, 5, 1n],
    [1n, 0, 5, 3n],
  ])("a slice of %s with %i posts, where %i are wanted, is %s", (width, count, target, next) => {
    expect(widthAfter(width, count, target)).toBe(next);
  });

  it.each([
    ["half of a gap", 1000n, 100n, 450n],
    ["all of a gap that is twice a page's width", 300n, 100n, 200n],
    ["half of one that is an id wider", 301n, 100n, 100n],
    ["an id at least", 101n, 0n, 1n],
    ["an id at least of none", 100n, 0n, 1n],
  ])("before others is %s", (_, id, width, next) => {
    expect(widthInGap(100n, { id, width })).toBe(next);
  });

  it.each([
    ["a page's width", 1000n, 100n, 100n],
    ["all of a gap that is twice that", 300n, 100n, 200n],
    ["a page's width of one that is an id wider", 301n, 100n, 100n],
    ["a page's width up to 128 of them", 100n + 128n * 10n, 10n, 10n],
    ["all but the burst's 64 behind that", 101n + 128n * 10n, 10n, 1n + 64n * 10n],
  ])("before a page that was cut off is %s", (_, id, width, next) => {
    expect(widthBefore(100n, { id, width })).toBe(next);
  });
});

describe("a page that was cut off", () => {
  it.each([
    ["of ten posts, by as wide as holds five", 2000n, 10, 500n],
    ["of one moment, by an id", 1000n, 10, 1n],
    ["of nothing new, as if it held one post", 2000n, 0, 5000n],
  ])("bounds the next slice: %s", (_, newest, count, width) => {
    expect(boundOf({ oldest: 1000n, newest, count }, 5)).toEqual({ id: 1000n, width });
  });

  it("bounds nothing any more once all before it is read", () => {
    const bound = { id: 102n, width: 1n };
    expect(stillOpen(bound, 100n)).toBe(bound);
    expect(stillOpen(bound, 101n)).toBeUndefined();
    expect(stillOpen(undefined, 1n)).toBeUndefined();
  });
});
