/** The guarantee on any pattern of arrivals, with whatever X and the platform do in between. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { toXError } from "../../../src/x/x-error.ts";
import { createPolling } from "./polling.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const unavailable = () => {
  throw toXError({ kind: "lost" }, "tweets", 0);
};
interface Answer {
  readonly data?: readonly object[];
  readonly meta?: object;
}
/** What becomes of X's answers in an hour, by name. */
const SPOILS: Readonly<Record<string, (answer: Answer) => unknown>> = {
  nothing: (answer) => answer,
  lost: unavailable,
  empty: () => ({}),
  null: () => null,
  text: () => "<html>",
  errorsOnly: () => ({ errors: [{ title: "Error" }] }),
  noMeta: ({ data }) => ({ data }),
  noIds: ({ data = [], ...rest }) => ({ ...rest, data: data.map(() => ({ text: "" })) }),
  oneWithoutId: ({ data = [], ...rest }) => ({
    ...rest,
    data: data.map((post, index) => (index === 1 ? {} : post)),
  }),
  newestMissing: ({ data = [], ...rest }) => ({
    ...rest,
    data: data.slice(1),
    errors: [{ title: "Partial" }],
  }),
  emptyPages: () => ({ meta: { result_count: 0, next_token: "1" } }),
  oddTypes: () => ({ data: {}, meta: { result_count: "many" } }),
};

const arrival = fc.record({
  minute: fc.integer({ min: 0, max: 59 }),
  count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
  spreadMs: fc.constantFrom(0, 1000, 10 * MINUTE_MS),
  lateMs: fc.constantFrom(0, 0, 3 * MINUTE_MS, 9 * MINUTE_MS),
});
const source = fc.constantFrom("search", "mentions");
const hour = fc.record({
  arrivals: fc.array(arrival, { maxLength: 3 }),
  spoil: fc.oneof(
    { weight: 3, arbitrary: fc.constant("nothing") },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(SPOILS)) },
  ),
  platform: fc.constantFrom("asks", "asks", "loses the answer", "asks again"),
});

it("loses nothing, repeats nothing unasked and stays within its bounds, whatever comes", async () => {
  await fc.assert(
    fc.asyncProperty(
      source,
      fc.constantFrom("2026-11-23T10:00:00Z", "2026-11-23T21:00:00Z"),
      fc.array(hour, { minLength: 1, maxLength: 12 }),
      async (source, start, hours) => {
        const polling = createPolling({ source, start: Date.parse(start) });
        const { x, time, handedOut } = polling;
        const posted: bigint[] = [];
        const check = async () => {
          const { calls, tweets, retryAfterSeconds, state } = await polling.poll();
          expect(calls).toBeLessThanOrEqual(10);
          expect(tweets.length).toBeLessThanOrEqual(5);
          expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
          expect(state.length).toBeLessThan(1024);
        };
        await check();
        for (const { arrivals, spoil, platform } of hours) {
          const start = time.now;
          for (const { minute, count, spreadMs, lateMs } of arrivals) {
            for (let index = 0; index < count; index += 1) {
              const at = start + minute * MINUTE_MS + Math.floor((spreadMs * index) / count);
              posted.push(x.post(at, lateMs));
            }
          }
          polling.advance();
          x.spoilWith(SPOILS[spoil] ?? unavailable);
          if (platform === "loses the answer") await polling.ask(polling.state());
          await check();
          x.spoilWith((answer) => answer);
        }
        const quiet = Math.ceil(posted.length / 5) + 12;
        for (let drain = 0; drain < quiet && handedOut.length < posted.length; drain += 1) {
          polling.advance();
          await check();
        }
        expect(handedOut.length).toBe(new Set(handedOut).size);
        expect(new Set(handedOut)).toEqual(new Set(posted));
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

it("hands the same out again when the platform asks again with the same state", async () => {
  const polling = createPolling();
  await polling.poll();
  for (let index = 0; index < 12; index += 1) polling.x.post(polling.time.now + index * MINUTE_MS);
  polling.advance();
  const before = polling.state();
  const { tweets } = await polling.poll();
  polling.advance(10 * MINUTE_MS);
  polling.x.post(polling.time.now);
  const again = await polling.ask(before);
  expect(again.tweets.map(({ TweetId }) => TweetId)).toEqual(tweets.map(({ TweetId }) => TweetId));
});

// Reported: 142 of 306 were lost at the documented limits, without a line in the log.
it.each([
  ["a minute", { pollIntervalMinutes: 1, tweetsPerPoll: 1 }, 30, 40],
  ["a minute, many at once", { pollIntervalMinutes: 1, tweetsPerPoll: 100 }, 900, 60],
  ["a day", { pollIntervalMinutes: 24 * 60, tweetsPerPoll: 100 }, 250, 6],
])("loses nothing where an admin has polls once %s", async (_, limits, count, polls) => {
  const polling = createPolling({ limits });
  await polling.poll();
  const posted = Array.from({ length: count }, (_post, index) =>
    polling.x.post(polling.time.now + index),
  );
  let longest = 0;
  for (let poll = 0; poll < polls; poll += 1) {
    polling.advance();
    const { tweets, state, calls } = await polling.poll();
    expect(tweets.length).toBeLessThanOrEqual(limits.tweetsPerPoll);
    expect(calls).toBeLessThanOrEqual(10);
    longest = Math.max(longest, state.length);
  }
  expect(polling.handedOut).toEqual(posted);
  expect(longest).toBeLessThan(2048);
});

it("tells once how much X can no longer show after eight days, and goes on with the rest", async () => {
  const polling = createPolling();
  await polling.poll();
  polling.x.post(polling.time.now + HOUR_MS);
  const kept = polling.x.post(polling.time.now + 30 * HOUR_MS);
  polling.advance(8 * 24 * HOUR_MS);
  const { skippedSeconds } = await polling.poll();
  expect(skippedSeconds).toBeGreaterThan(23 * 3600);
  expect(polling.notices.join()).toContain("reaches seven days back");
  expect(polling.handedOut).toEqual([kept]);
  polling.advance();
  expect((await polling.poll()).skippedSeconds).toBe(0);
});

it("waits for a tweet that X gives without its id, and after three polls goes on without it", async () => {
  const polling = createPolling();
  await polling.poll();
  const [first, , third] = [1, 2, 3].map((minute) =>
    polling.x.post(polling.time.now + minute * MINUTE_MS),
  );
  polling.x.spoilWith((answer) => {
    const { data = [], ...rest } = answer as Answer;
    const spoilt = data.map((post) =>
      Object(post).id === String(first) || Object(post).id === String(third) ? post : {},
    );
    return { ...rest, data: spoilt };
  });
  polling.advance();
  await polling.poll();
  expect(polling.handedOut).toEqual([first]);
  expect(polling.notices.join()).toContain("without an id");
  for (let poll = 0; poll < 3; poll += 1) {
    polling.advance();
    await polling.poll();
    expect(polling.handedOut).toEqual([first]);
  }
  polling.advance();
  await polling.poll();
  expect(polling.handedOut).toEqual([first, third]);
});
