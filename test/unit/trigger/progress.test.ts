/** How a poll moves on with what it has read. */
import { describe, expect, it } from "vitest";
import type { PollState } from "../../../src/trigger/poll-state.ts";
import {
  narrowed,
  type Progress,
  passed,
  startOf,
  takenOnTrust,
  takenStandingStill,
  waitingAfter,
} from "../../../src/trigger/progress.ts";
import { WIDEST } from "../../../src/trigger/slice.ts";

const STATE: PollState = {
  key: "key",
  at: 0,
  cursor: 100n,
  width: 60n,
  seen: [150n, 170n],
  ahead: undefined,
  waiting: 0,
  held: 0,
  partial: 0,
};
const START = startOf(STATE, 160n);
const items = (...ids: number[]) =>
  ids.map((id) => ({ TweetId: String(id), CreatedAtIso: "2026-11-23T12:00:00Z" }));
const idsOf = ({ tweets }: Progress) => tweets.map(({ TweetId }) => Number(TweetId));
const to = (until: bigint | undefined, after = 100n) => ({ after, until });

// Most of it reported by `npm run mutation`: no test noticed when it broke.
it("a poll begins at its cursor, with nothing read and the last that was handed out in mind", () => {
  expect(START).toEqual({
    after: 100n,
    width: 60n,
    ahead: undefined,
    lastSeen: 170n,
    billedAnew: [150n],
    bound: undefined,
    tweets: [],
    left: 0,
    read: { after: 100n, count: 0, width: 60n },
  });
});

describe("a slice that was read whole", () => {
  it("is passed to its end where all of it is taken", () => {
    const after = passed(START, to(171n), items(110, 120), 5, 999n);
    expect(after).toMatchObject({
      after: 170n,
      left: 0,
      // Seven of four parts of the 70 ids that lie within.
      width: 122n,
      read: { after: 170n, count: 2, width: 70n },
    });
    expect(idsOf(after)).toEqual([110, 120]);
  });

  it("is passed to now where it has no end", () => {
    const after = passed(START, to(undefined), [], 5, 999n);
    expect(after).toMatchObject({ after: 999n, ahead: undefined, read: { after: 999n, count: 0 } });
    expect(after.width).toBe(WIDEST * 3n);
  });

  it("is passed to the last that is taken where there is no room for all", () => {
    const begun = { ...START, tweets: items(90, 91, 92) };
    const after = passed(begun, to(undefined), items(110, 120, 130, 140), 5, 999n);
    expect(idsOf(after)).toEqual([90, 91, 92, 110, 120]);
    expect(after).toMatchObject({
      after: 120n,
      left: 2,
      ahead: { oldest: 130n, newest: 140n, count: 2 },
      read: { after: 999n, count: 4, width: WIDEST },
    });
  });

  it("is not passed at all where there is no room", () => {
    const full = { ...START, tweets: items(90) };
    expect(passed(full, to(200n), items(110), 1, 999n)).toMatchObject({ after: 100n, left: 1 });
  });

  it("leaves what is known to wait as it is, unless it reached to now", () => {
    const ahead = { oldest: 500n, newest: 900n, count: 9 };
    const waiting = { ...START, ahead };
    expect(passed(waiting, to(200n), items(110, 120), 1, 999n).ahead).toBe(ahead);
    expect(passed(waiting, to(undefined), [], 1, 999n).ahead).toBeUndefined();
  });

  it("tells nothing of the width where it was looked at for late ones alone, in vain", () => {
    expect(passed(START, to(171n), [], 5, 999n).width).toBe(60n);
    expect(passed(START, to(171n), items(110), 5, 999n).width).toBe(163n);
    expect(passed(START, to(161n), [], 5, 999n).width).toBe(180n);
    // Up to the post that is billed anew.
    expect(passed(START, to(150n), [], 5, 999n).width).toBe(60n);
    expect(passed(START, to(150n), items(110), 5, 999n).width).toBe(114n);
  });

  it("tells nothing of a density where it was empty", () => {
    const read = { after: 0n, count: 7, width: 70n };
    expect(passed({ ...START, read }, to(200n), [], 5, 999n).read).toEqual({
      ...read,
      after: 199n,
    });
  });

  it("is followed by one no wider than half of what is left before others", () => {
    const bound = { id: 1000n, width: 10n };
    const bounded = { ...START, bound };
    expect(passed(bounded, to(161n), [], 5, 999n)).toMatchObject({ bound, width: 180n });
    const dense = { ...START, bound: { id: 200n, width: 10n } };
    expect(passed(dense, to(161n), [], 5, 999n).width).toBe(20n);
    expect(passed(dense, to(200n), [], 5, 999n)).toMatchObject({ bound: undefined, width: 297n });
  });
});

describe("a page that was cut off", () => {
  const page = { oldest: 400n, newest: 500n, count: 10 };

  it("of a slice to now tells what waits, and where the next one ends", () => {
    expect(narrowed(START, to(undefined), page, 5)).toEqual({
      ...START,
      ahead: page,
      bound: { id: 400n, width: 50n },
      width: 50n,
    });
  });

  it("of a slice with an end tells what lies before what waits", () => {
    const ahead = { oldest: 500n, newest: 900n, count: 9 };
    const waiting = { ...START, ahead, read: { after: 7n, count: 1, width: 1n } };
    expect(narrowed(waiting, to(600n), page, 5)).toMatchObject({
      ahead,
      read: { after: 7n, count: 10, width: 200n },
    });
  });

  it("bounds nothing where it reaches back to the cursor", () => {
    expect(narrowed(START, to(undefined), { ...page, oldest: 101n }, 5).bound).toBeUndefined();
  });
});

describe("a slice of which is known only what is there", () => {
  it("is taken, and passed as far as what is there", () => {
    const after = takenOnTrust(START, items(110, 120), 130n, 5);
    expect(idsOf(after)).toEqual([110, 120]);
    expect(after).toMatchObject({ after: 130n, left: 0 });
  });

  it("is passed to the last that is taken where there is no room for all", () => {
    const begun = { ...START, tweets: items(90, 91, 92) };
    const after = takenOnTrust(begun, items(110, 120, 130), 130n, 5);
    expect(idsOf(after)).toEqual([90, 91, 92, 110, 120]);
    expect(after).toMatchObject({ after: 120n, left: 1 });
  });

  it("is not passed where nothing is there", () => {
    expect(takenOnTrust(START, [], undefined, 5).after).toBe(100n);
  });

  it("is taken where it stands still, too, which nobody passes", () => {
    const after = takenStandingStill(START, items(110, 120, 130), 2);
    expect(idsOf(after)).toEqual([110, 120]);
    expect(after).toMatchObject({ after: 100n, left: 1 });
  });
});

it("what waits after a poll is what it left, and what it has not read", () => {
  const ahead = { oldest: 1n << 40n, newest: 2n << 40n, count: 10 };
  const read = { after: 1n << 40n, count: 0, width: 1n };
  expect(waitingAfter({ ...START, left: 3, read })).toBe(3);
  expect(waitingAfter({ ...START, left: 3, ahead, read })).toBe(13);
});
