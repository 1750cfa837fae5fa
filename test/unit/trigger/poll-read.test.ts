/** What one poll reads, where it stops, and what it remembers. */
import { describe, expect, it } from "vitest";
import { readPoll, timeAtX } from "../../../src/trigger/poll-read.ts";
import type { PollState } from "../../../src/trigger/poll-state.ts";
import { OVERLAP } from "../../../src/trigger/slice.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";
import { toXError } from "../../../src/x/x-error.ts";
import { preparedSession } from "../../harness/x-session.ts";
import { createFakeSource, type Page } from "./fake-source.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const at = (minutes: number): bigint => snowflakeAt(NOW + minutes * MINUTE_MS);
const SETTLED = snowflakeAt(NOW) - OVERLAP;
const lost = toXError({ kind: "lost" }, "tweets", NOW);

const STATE: PollState = {
  key: "key",
  at: NOW - 60 * MINUTE_MS,
  cursor: at(-60),
  width: at(1) - at(0),
  seen: [],
  ahead: undefined,
  waiting: 0,
  held: 0,
  partial: 0,
};

const sessionOf = (answeredAt?: number) => ({
  ...preparedSession(() => undefined).x,
  answeredAt: () => answeredAt,
});

const read = async (
  pages: readonly (Page | Error)[],
  state: Partial<PollState> = {},
  { perPoll = 5, answeredAt }: { readonly perPoll?: number; readonly answeredAt?: number } = {},
) => {
  const { source, asked } = createFakeSource(pages);
  const x = { ...sessionOf(answeredAt), callCount: () => asked.length };
  const result = await readPoll(x, source, { ...STATE, ...state }, perPoll, NOW);
  return { ...result, ids: result.tweets.map(({ TweetId }) => BigInt(TweetId)), asked };
};
const newestFirst = (...ids: bigint[]): Page => ({ ids: ids.toReversed() });

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("X's time", () => {
  it.each([
    [undefined, 0],
    [-DAY_MS + 1, -DAY_MS + 1],
    [DAY_MS - 1, DAY_MS - 1],
    [-DAY_MS, 0],
    [DAY_MS, 0],
  ])("counts where it is within a day of ours: %s", (told, counts) => {
    const x = sessionOf(told === undefined ? undefined : NOW + told);
    expect(timeAtX(x, NOW)).toBe(NOW + counts);
  });
});

describe("a poll", () => {
  it("reads on to now, and its cursor stops before what may be indexed late", async () => {
    const [old, fresh] = [at(-30), at(-3)];
    const { ids, state, asked, doubt, trouble } = await read([newestFirst(old, fresh)]);
    expect(ids).toEqual([old, fresh]);
    expect(asked).toHaveLength(1);
    expect(state).toMatchObject({
      cursor: SETTLED,
      seen: [fresh],
      waiting: 0,
      held: 0,
      partial: 0,
    });
    expect([doubt, trouble]).toEqual([undefined, undefined]);
  });

  it("takes the clock that is behind for the one that is right", async () => {
    const behind = NOW - 2 * MINUTE_MS;
    const { state } = await read([newestFirst()], {}, { answeredAt: behind });
    expect(state.cursor).toBe(snowflakeAt(behind) - OVERLAP);
    const ahead = await read([newestFirst()], {}, { answeredAt: NOW + 2 * MINUTE_MS });
    expect(ahead.state.cursor).toBe(SETTLED);
  });

  it("never takes its cursor back, nor stops at what it has not read", async () => {
    const { state } = await read([newestFirst()], { cursor: at(-5) });
    expect(state.cursor).toBe(at(-5));
    const posts = Array.from({ length: 7 }, (_, index) => at(-50 + index));
    const { state: waiting, ids } = await read([newestFirst(...posts)]);
    expect(ids).toEqual(posts.slice(0, 5));
    expect(waiting).toMatchObject({ cursor: posts[4], seen: [], waiting: 2 });
  });

  it("forgets what it handed out once its cursor is at it", async () => {
    const { state } = await read([newestFirst()], { seen: [at(-30), SETTLED, SETTLED + 1n] });
    expect(state.seen).toEqual([SETTLED + 1n]);
  });

  it("makes nine calls at most, and keeps how far it came", async () => {
    const page = (index: number): Page => ({
      ids: Array.from({ length: 10 }, (_, post) => at(-10 - index) - BigInt(post)),
      next: "more",
    });
    const { asked, ids } = await read(Array.from({ length: 20 }, (_, index) => page(index)));
    expect(asked).toHaveLength(9);
    expect(ids).toEqual([]);
  });

  it("stops once it has what it may hand out, without a look at what follows", async () => {
    const posts = Array.from({ length: 5 }, (_, index) => at(-50 + index));
    const ahead = { oldest: at(-20), newest: at(-15), count: 3 };
    const { asked, ids } = await read([newestFirst(...posts), newestFirst(at(-18))], {
      ahead,
      width: at(30) - at(0),
    });
    expect(ids).toEqual(posts);
    expect(asked).toHaveLength(1);
  });

  it.each([
    [95, 5],
    [98, 2],
    [100, 1],
  ])(
    "hands out no more than its state has room for, beside %i that X may yet index before: %i",
    async (count, most) => {
      const unsettled = Array.from({ length: count }, (_, index) => SETTLED + 1n + BigInt(index));
      const settled = [at(-55), at(-54), SETTLED];
      const posts = Array.from({ length: 6 }, (_, index) => at(-50 + index));
      const seen = [...settled, ...unsettled];
      const { ids } = await read([newestFirst(...posts)], { seen });
      expect(ids).toEqual(posts.slice(0, most));
    },
  );
});

describe("a poll that X lets down", () => {
  it("keeps what it has, and tells what ended it", async () => {
    const ahead = { oldest: at(-20), newest: at(-15), count: 3 };
    const post = at(-59);
    const { ids, trouble, doubt, state } = await read([newestFirst(post), lost], { ahead });
    expect([ids, trouble, doubt]).toEqual([[post], lost, undefined]);
    expect(state.cursor).toBe(post);
  });

  it("fails where it has nothing yet, or for a bug", async () => {
    await expect(read([lost])).rejects.toBe(lost);
    const ahead = { oldest: at(-20), newest: at(-15), count: 3 };
    await expect(read([newestFirst(), lost], { ahead })).rejects.toBe(lost);
    const bug = new RangeError("bug");
    await expect(read([newestFirst(at(-59)), bug], { ahead })).rejects.toBe(bug);
  });
});

describe("a poll that cannot be sure", () => {
  const partial = (...ids: bigint[]): Page => ({ ...newestFirst(...ids), errors: [{}] });
  const unidentified = (...ids: bigint[]): Page => ({ ids: [undefined, ...ids.toReversed()] });

  it("hands out what came with errors and stands still, three times in a row", async () => {
    const post = at(-30);
    for (const before of [0, 1, 2]) {
      const { ids, state, doubt } = await read([partial(post)], { partial: before });
      expect([ids, doubt]).toEqual([[post], "partial"]);
      expect(state).toMatchObject({
        cursor: STATE.cursor,
        seen: [post],
        partial: before + 1,
        held: 0,
      });
    }
    const { ids, state } = await read([partial(post)], { partial: 3 });
    expect(ids).toEqual([post]);
    expect(state).toMatchObject({ cursor: post, seen: [], partial: 3 });
  });

  it("stands still only where its state has room for all that it has handed out", async () => {
    const post = at(-30);
    const remembered = (count: number) =>
      Array.from({ length: count }, (_, index) => at(-55) + BigInt(index));
    const fits = await read([partial(post)], { seen: remembered(95) });
    expect(fits.state).toMatchObject({ cursor: STATE.cursor });
    expect(fits.state.seen).toHaveLength(96);
    const full = await read([partial(post)], { seen: remembered(96) });
    expect(full.state).toMatchObject({ cursor: post, seen: [] });
  });

  it("counts errors anew after a poll without any", async () => {
    const { state } = await read([newestFirst(at(-30))], { partial: 2, held: 2 });
    expect(state).toMatchObject({ partial: 0, held: 0 });
  });

  it("waits before a post without an id, three times, and then passes it", async () => {
    const { state, ids, doubt } = await read([unidentified()], { held: 1, partial: 1 });
    expect([ids, doubt]).toEqual([[], "unidentified"]);
    expect(state).toMatchObject({ cursor: STATE.cursor, held: 2, partial: 0 });
    const passed = await read([unidentified(at(-30))], { held: 3 });
    expect(passed.ids).toEqual([at(-30)]);
    expect(passed).toMatchObject({ doubt: undefined, state: { cursor: SETTLED, held: 0 } });
  });

  it("does not count as standing still where it has handed out what lies before that post", async () => {
    const { state, ids } = await read([unidentified(at(-30))], { held: 1 });
    expect(ids).toEqual([at(-30)]);
    expect(state).toMatchObject({ cursor: at(-30), held: 0 });
  });
});
