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
