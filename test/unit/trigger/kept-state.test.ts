/** What a flow's state keeps, and for how long it serves. */
import { expect, it } from "vitest";
import { encodePollState, pollStateSchema } from "../../../src/trigger/poll-state.ts";
import { snowflakeAt } from "../../../src/x/ids.ts";
import { releasedPollState } from "../../fixtures/released-poll-state.ts";
import { createPolling } from "./polling.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A flow that comes without its state, `passed` milliseconds after its last poll; its row is one of 90 days. */
const pollWithoutState = async (passed: number) => {
  const polling = createPolling();
  const { store, time } = polling;
  await polling.poll();
  const [row] = await store.list("trigger");
  if (!row) throw new Error("The first poll keeps its state.");
  const expiresAt = time.now + 90 * 24 * HOUR_MS;
  await store.replace({ partition: "trigger", row: row.row }, row.value, row.etag, { expiresAt });
  const id = polling.x.post(time.now + MINUTE_MS);
  polling.bring("");
  polling.advance(passed);
  await polling.poll();
  return { id, handedOut: polling.handedOut };
};

// Reported: no test noticed when a state served for ever.
it("a state that version 1.0.0 kept for 90 days serves for three hours", async () => {
  const early = await pollWithoutState(3 * HOUR_MS - 1);
  expect(early.handedOut).toEqual([early.id]);
  const late = await pollWithoutState(3 * HOUR_MS);
  expect(late.handedOut).toEqual([]);
});

// Reported: no test noticed when the ids that were handed out were never trimmed.
it("a state remembers what was handed out until X can index nothing before it any more", async () => {
  const polling = createPolling();
  const seen = async () =>
    (await polling.sealer.open("trigger", polling.state(), pollStateSchema)).seen;
  await polling.poll();
  polling.advance();
  const ids = Array.from({ length: 5 }, (_, index) => polling.x.post(polling.time.now - 5 + index));
  await polling.poll();
  expect(polling.handedOut).toEqual(ids);
  expect(await seen()).toEqual(ids);
  polling.advance();
  await polling.poll();
  expect(await seen()).toEqual([]);
});

// Reported: no test noticed when the ids of a state of version 1.0.0 were never trimmed.
it("a state of version 1.0.0 goes on before what waited, and forgets what lies before that", async () => {
  const polling = createPolling();
  const { x, time } = polling;
  const before = [50, 40, 30].map((minutes) => x.post(time.now - minutes * MINUTE_MS));
  const seen = x.post(time.now - 2 * MINUTE_MS);
  const [first, second] = [x.post(time.now - 3 * MINUTE_MS), x.post(time.now - MINUTE_MS)];
  const state = releasedPollState({
    searchText: "s",
    at: time.now,
    from: snowflakeAt(time.now - HOUR_MS),
    readTo: snowflakeAt(time.now),
    backlog: [first, second],
    seen: [...before, seen],
  });
  expect(pollStateSchema.parse(state).seen).toEqual([seen]);
  polling.bring(await polling.sealer.seal("trigger", state, 24 * 3600));
  polling.advance();
  await polling.poll();
  expect(polling.handedOut).toEqual([first, second]);
});

// Reported: no test noticed when a state that has expired, or is another search's, was no longer told from a good one.
it.each([
  ["is broken", async () => "broken"],
  [
    "is another search's",
    async ({ sealer, state }: ReturnType<typeof createPolling>) => {
      const own = await sealer.open("trigger", state(), pollStateSchema);
      return sealer.seal("trigger", encodePollState({ ...own, key: "other" }), 24 * 3600);
    },
  ],
])(
  "where the state %s, the poll goes on from the one that is kept, and says so",
  async (_, stateOf) => {
    const polling = createPolling();
    await polling.poll();
    const id = polling.x.post(polling.time.now + MINUTE_MS);
    polling.bring(await stateOf(polling));
    polling.advance();
    await polling.poll();
    expect(polling.handedOut).toEqual([id]);
    expect(polling.notices).toEqual([expect.stringContaining("goes on from the one that is kept")]);
  },
);

it("where the state has expired, the trigger begins anew, and says so", async () => {
  const polling = createPolling();
  await polling.poll();
  polling.x.post(polling.time.now + MINUTE_MS);
  polling.advance(91 * 24 * HOUR_MS);
  await polling.poll();
  expect(polling.handedOut).toEqual([]);
  expect(polling.notices).toEqual([
    expect.stringContaining("begins anew, with tweets from now on"),
  ]);
  const id = polling.x.post(polling.time.now + MINUTE_MS);
  polling.advance();
  await polling.poll();
  expect(polling.handedOut).toEqual([id]);
});

it("the states of a search and of mentions are not taken for each other, in one flow and in the store", async () => {
  const polling = createPolling();
  const { store, time, x, notices } = polling;
  const search = await polling.ask("", "search");
  time.now += 30 * MINUTE_MS;
  const mentions = await polling.ask("", "mentions");
  expect(await store.list("trigger")).toHaveLength(2);
  x.post(time.now - MINUTE_MS);
  time.now += HOUR_MS;
  const strange = await polling.ask(search.state, "mentions");
  expect(strange.tweets).toEqual([]);
  expect(notices.join()).toContain("goes on from the one that is kept here");
  const late = x.post(time.now);
  time.now += HOUR_MS;
  expect((await polling.ask(mentions.state, "mentions")).tweets).toMatchObject([
    { TweetId: String(late) },
  ]);
  expect((await polling.ask(search.state, "search")).tweets).toHaveLength(2);
});

it("mentions that were not asked for in eight days are all handed out: X shows the last 800, whenever they were posted", async () => {
  const polling = createPolling({ source: "mentions" });
  await polling.poll();
  const first = polling.x.post(polling.time.now + MINUTE_MS);
  polling.advance(8 * 24 * HOUR_MS);
  await polling.poll();
  expect(polling.handedOut).toEqual([first]);
  expect(polling.notices).toEqual([]);
});
