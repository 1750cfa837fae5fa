import { expect, it } from "vitest";
import { createPolling } from "./polling.ts";

const MINUTE_MS = 60_000;

// Reported: a tweet indexed nine minutes late behind ten others was lost.
it.each([3, 9])(
  "hands out a tweet that is indexed %i minutes late behind ten others",
  async (minutes) => {
    const polling = createPolling();
    const { x, time } = polling;
    await polling.poll();
    polling.advance();
    const late = x.post(time.now - (minutes - 0.5) * MINUTE_MS, minutes * MINUTE_MS);
    const others = Array.from({ length: 10 }, (_, index) => x.post(time.now - MINUTE_MS + index));
    for (let poll = 0; poll < 4; poll += 1) {
      await polling.poll();
      polling.advance();
    }
    expect(polling.handedOut).toHaveLength(11);
    expect(new Set(polling.handedOut)).toEqual(new Set([late, ...others]));
  },
);

// Reported: a tweet handed out within ten minutes of a UTC day's last poll was read, and billed, once more by the next.
it.each([1, 5])(
  "bills %i tweets once at the turn of a day, and still finds what comes late",
  async (count) => {
    const polling = createPolling({ start: Date.parse("2026-11-23T22:00:00Z") });
    const { x, time } = polling;
    await polling.poll();
    polling.advance();
    const before = Array.from({ length: count }, (_, index) =>
      x.post(time.now - MINUTE_MS * (6 - index)),
    );
    const late = x.post(time.now - MINUTE_MS * 5.5, 9 * MINUTE_MS);
    await polling.poll();
    expect(polling.handedOut).toEqual(before);
    polling.advance();
    const after = x.post(time.now - MINUTE_MS);
    const { calls } = await polling.poll();
    expect(polling.handedOut).toEqual([...before, late, after]);
    expect([x.billed(), calls]).toEqual([count + 2, count + 1]);
  },
);

it("makes no more calls for what would be billed once more than leave some for what is new", async () => {
  const polling = createPolling({
    start: Date.parse("2026-11-23T22:00:00Z"),
    limits: { tweetsPerPoll: 20 },
  });
  const { x, time } = polling;
  await polling.poll();
  polling.advance();
  const before = Array.from({ length: 20 }, (_, index) =>
    x.post(time.now - MINUTE_MS - 1000 * index),
  );
  await polling.poll();
  polling.advance();
  const after = x.post(time.now - MINUTE_MS);
  const { calls } = await polling.poll();
  expect(polling.handedOut).toEqual([...before.toReversed(), after]);
  expect([x.billed(), calls]).toEqual([20 + 15 + 1, 6]);
});

// Reported: of twelve in one millisecond one was lost for ever, when each of X's pages left out its newest beside errors.
it("loses none of twelve in one millisecond when X leaves some out through one poll", async () => {
  const polling = createPolling();
  const { x, time } = polling;
  await polling.poll();
  const posted = Array.from({ length: 12 }, () => x.post(time.now));
  x.spoilWith((answer) => {
    const { data = [], ...rest } = answer as { readonly data?: readonly object[] };
    return { ...rest, data: data.slice(1), errors: [{ title: "Partial" }] };
  });
  polling.advance();
  await polling.poll();
  expect(polling.notices.join()).toContain("errors beside its tweets");
  x.spoilWith((answer) => answer);
  for (let poll = 0; poll < 4; poll += 1) {
    polling.advance();
    await polling.poll();
  }
  expect(polling.handedOut).toHaveLength(12);
  expect(new Set(polling.handedOut)).toEqual(new Set(posted));
});

it("goes on after three polls where X never stops telling of errors", async () => {
  const polling = createPolling();
  await polling.poll();
  const posted = Array.from({ length: 40 }, () => polling.x.post(polling.time.now));
  polling.x.spoilWith((answer) => ({ ...Object(answer), errors: [{ title: "Partial" }] }));
  for (let poll = 0; poll < 14; poll += 1) {
    polling.advance();
    await polling.poll();
  }
  expect(polling.handedOut).toEqual(posted);
});
