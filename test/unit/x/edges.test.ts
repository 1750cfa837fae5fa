import { describe, expect, it } from "vitest";
import { DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import type { OperationContext } from "../../../src/operations/operation.ts";
import { searchTweet } from "../../../src/operations/search-tweet.ts";
import { createPosting } from "../../../src/posting/posting.ts";
import type { KeyRing } from "../../../src/sealing/key-ring.ts";
import { createSealer } from "../../../src/sealing/seal.ts";
import { createSpending } from "../../../src/spending/spending.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { createTrigger } from "../../../src/trigger/trigger.ts";
import { snowflakeAt, snowflakeTime } from "../../../src/x/ids.ts";
import { createPost, retweet } from "../../../src/x/posts.ts";
import { createUserDirectory } from "../../../src/x/user-directory.ts";
import { isAnswerLost, toXError } from "../../../src/x/x-error.ts";
import { xPage, xPost } from "../../fixtures/x-posts.ts";
import { preparedSession } from "../../harness/x-session.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;

const refusal = (message: string, parameters: Record<string, unknown>) =>
  toXError(
    {
      kind: "refused",
      status: 400,
      headers: {},
      body: { errors: [{ message, parameters }], title: "Invalid Request" },
    },
    "tweets",
    NOW,
  );

const noKeys: KeyRing = {
  newest: () => Promise.reject(new Error("No key is needed here.")),
  byVersion: async () => undefined,
};

const contextWith = (x: OperationContext["x"]): OperationContext => ({
  identity: { connectionId: "c", userId: "1", userName: "me", appId: "a" },
  x,
  directory: createUserDirectory(() => NOW),
  trigger: createTrigger({
    sealer: createSealer(noKeys, () => NOW),
    store: createMemoryStore({ clock: () => NOW }),
    clock: () => NOW,
    sleep: async () => {},
    log: () => {},
    limits: DOCUMENTED_LIMITS,
  }),
  poll: { state: "", workflowId: "" },
  runId: "",
  posting: createPosting({
    store: createMemoryStore({ clock: () => NOW }),
    clock: () => NOW,
    sleep: async () => {},
    leaseMs: 1_000,
    every: () => () => {},
  }),
  threads: { publish: async () => [] },
  allowance: { reserve: async ({ at }) => at, giveBack: async () => {} },
  spending: createSpending({
    store: createMemoryStore({ clock: () => NOW }),
    clock: () => NOW,
    sleep: async () => {},
    log: () => {},
    later: () => {},
    appLimits: {},
    readsWithoutStore: false,
  }),
  clock: () => NOW,
  body: async () => new Uint8Array(),
  notice: () => {},
  rewritten: () => {},
});

describe("a since_id at the edge of what X's search reaches", () => {
  const sinceId = String(snowflakeAt(NOW - 7 * DAY_MS + 2 * 60 * 1000));
  const input = { searchQuery: "contoso", maxResults: 20, sinceId };

  it("is left out when X refuses it", async () => {
    const { x, calls } = preparedSession(({ values }) => {
      if (values.since_id)
        throw refusal("'since_id' must be a tweet id created after", { since_id: [sinceId] });
      return xPage([xPost()]);
    });
    expect(await searchTweet.run(input, contextWith(x))).toHaveLength(1);
    expect(calls.map(({ values }) => values.since_id)).toEqual([sinceId, undefined]);
  });

  it.each([
    ["no viable alternative", { query: ["contoso"] }],
    ["Invalid since_id", { since_id: [sinceId] }],
    ["'since_id' must be a tweet id created before now", { since_id: [sinceId] }],
    ["Invalid use of 'since_id' with 'start_time'", { since_id: [sinceId] }],
  ])("is not left out when X refuses something else: %s", async (message, parameters) => {
    const { x, calls } = preparedSession(() => {
      throw refusal(message, parameters);
    });
    await expect(searchTweet.run(input, contextWith(x))).rejects.toMatchObject({
      code: "InvalidParameter",
    });
    expect(calls).toHaveLength(1);
  });
});

describe("a post", () => {
  it.each([
    ["InvalidParameter", { parameters: { media_ids: ["1"] } }],
    ["XUnavailable", {}],
  ])(
    "that X answers with errors instead of an id is %s with X's reason, and may be there",
    async (code, more) => {
      const { x } = preparedSession(() => ({ errors: [{ message: "Bad media IDs.", ...more }] }));
      const error = await createPost(x, { text: "", media: [] }, ["1"]).catch((thrown) => thrown);
      expect(error).toMatchObject({ code, message: expect.stringContaining("Bad media IDs.") });
      expect(isAnswerLost(error)).toBe(true);
    },
  );
});

describe("a retweet", () => {
  it.each([
    [{ data: { retweeted: true, rest_id: "77" } }, "77"],
    [{ data: { retweeted: true, id: "78" } }, "78"],
    [{ data: { retweeted: true } }, "5"],
  ])("of answer %j has the id %s", async (answer, id) => {
    expect(await retweet(preparedSession(() => answer).x, "1", "5")).toBe(id);
  });

  it.each([
    {},
    { data: {} },
    { data: { retweeted: false } },
    { data: { retweeted: "true" } },
    { errors: [{ title: "Forbidden" }] },
  ])("that X answers with %j is no success", async (answer) => {
    await expect(retweet(preparedSession(() => answer).x, "1", "5")).rejects.toMatchObject({
      code: "XUnavailable",
    });
  });

  it("that X refuses for another reason than being there stays refused", async () => {
    const { x } = preparedSession(() => {
      throw refusal("The tweet is not visible.", { tweet_id: ["5"] });
    });
    await expect(retweet(x, "1", "5")).rejects.toMatchObject({ code: "InvalidParameter" });
  });
});

it("an id holds its time to the millisecond", () => {
  expect(snowflakeTime(String(snowflakeAt(NOW) + 4_194_303n))).toBe(NOW);
});
