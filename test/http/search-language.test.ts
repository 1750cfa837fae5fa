/** The classic search language over the wire; all of its rules stand in test/unit/search. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newMaker } from "../harness/maker.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let connector: ConnectorUnderTest;
let token: string;
beforeAll(async () => {
  connector = await startConnector();
  ({ token } = await newMaker(connector));
}, 60_000);
afterAll(() => connector.close());
beforeEach(() => connector.forgetXCalls());

const search = (searchQuery: string, more: Record<string, string> = {}) =>
  connector.call("searchtweets", { query: { searchQuery, ...more }, token });
const xSearches = async () => {
  const calls = await connector.xCalls();
  return calls.filter(({ path }) => path.endsWith("tweets/search/recent"));
};
const dayAgo = (days: number): string =>
  new Date(connector.clock.now() - days * DAY_MS).toISOString().slice(0, 10);

describe("a search text is asked of X in its own words", () => {
  it.each([
    ["from:contoso #x OR #y", "from:contoso (#x OR #y)"],
    ["haiku -exclude:replies", "haiku is:reply"],
    ["from:@contoso, #A OR #B", "from:contoso (#A OR #B)"],
    ["🔥 🔥🔥 C\\D", '🔥 "🔥🔥" "C D"'],
  ])("%s", async (written, asked) => {
    const { status, headers } = await search(written);
    const [call] = await xSearches();
    expect([status, call?.query.query, call?.status]).toEqual([200, asked, 200]);
    expect(decodeURIComponent(headers.get("x-connector-x-query") ?? "")).toBe(asked);
  });

  it.each(["love OR hate", "haiku -(love OR hate)", "会议 OR Zürich"])(
    "and passes untouched where X has the same: %s",
    async (text) => {
      const { status, headers } = await search(text);
      const [call] = await xSearches();
      expect([status, call?.query.query, call?.status]).toEqual([200, text, 200]);
      expect(headers.has("x-connector-x-query")).toBe(false);
    },
  );
});

describe("a search text that X cannot be asked is refused before any call, with what to write", () => {
  it.each([
    ["haiku near:Oslo", '"near:Oslo" at character 7', "geocode:"],
    ["lang:en", "cannot stand alone: lang:en", "Add a word"],
    ["(haiku", "parenthesis without its other at character 1", "Close it"],
  ])("%s", async (text, problem, instead) => {
    const { status, json } = await search(text);
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "searchQuery"]);
    expect(json.message).toContain(problem);
    expect(json.message).toContain(instead);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("also when only the translation is too long, with both lengths", async () => {
    const text = "R&D ".repeat(117).trim();
    const { status, json } = await search(text);
    expect([status, json.code]).toEqual([400, "SearchTextTooLong"]);
    expect(json.message).toContain("467 characters, and 701 as X has to be asked");
    expect(await connector.xCalls()).toEqual([]);
  });

  it("also by the trigger, at its first poll", async () => {
    for (const searchQuery of ["haiku near:Oslo", "filter:links", "(haiku"]) {
      const { status, json } = await connector.call("onnewtweet", {
        query: { searchQuery },
        token,
      });
      expect([status, json.target]).toEqual([400, "searchQuery"]);
    }
  });
});

describe("days in a search text", () => {
  const times = async () => {
    const [call] = await xSearches();
    const { start_time, end_time, since_id, until_id } = call?.query ?? {};
    return { start_time, end_time, since_id, until_id };
  };
  const idAt = (day: string) => (BigInt(Date.parse(day)) - 1288834974657n) << 22n;

  it("become X's window", async () => {
    const { headers, json } = await search(`contoso since:${dayAgo(3)} until:${dayAgo(1)}`);
    const [start, end] = [`${dayAgo(3)}T00:00:00`, `${dayAgo(1)}T00:00:00`];
    expect(await times()).toMatchObject({ start_time: `${start}.000Z`, end_time: `${end}.000Z` });
    expect(headers.get("x-connector-x-query")).toBe(
      `contoso start_time=${start}Z end_time=${end}Z`,
    );
    expect(json.length).toBeGreaterThan(0);
    for (const { CreatedAtIso } of json) {
      expect(CreatedAtIso > start && CreatedAtIso < end).toBe(true);
    }
  });

  it("narrow what a sinceId leaves, and are narrowed by it", async () => {
    const [later, earlier] = [idAt(dayAgo(1)), idAt(dayAgo(4))];
    await search(`contoso since:${dayAgo(2)} until:${dayAgo(0)}`, { sinceId: String(later) });
    expect(await times()).toMatchObject({
      since_id: String(later),
      until_id: String(idAt(dayAgo(0))),
      start_time: undefined,
      end_time: undefined,
    });
    await connector.forgetXCalls();
    await search(`contoso since:${dayAgo(2)}`, { sinceId: String(earlier) });
    expect(await times()).toMatchObject({ since_id: String(idAt(dayAgo(2)) - 1n) });
  });

  it("beyond X's seven days are held to them, with a notice", async () => {
    const { status, headers } = await search("contoso since:2020-01-01");
    expect([status, headers.get("x-connector-notice")]).toEqual([
      200,
      "X's search reaches seven days back, so not to since:2020-01-01.",
    ]);
    expect(await times()).toEqual({});
  });

  it("that X does not reach at all find nothing without a call, with a notice", async () => {
    const { status, json, headers } = await search("contoso until:2020-01-01");
    expect([status, json]).toEqual([200, []]);
    expect(headers.get("x-connector-notice")).toContain("so nothing is found until:2020-01-01");
    expect(await connector.xCalls()).toEqual([]);
  });

  it("to come, or before what was read, find nothing without a call", async () => {
    const later = String(idAt(dayAgo(1)));
    const answers = [
      await search(`contoso since:${dayAgo(-2)}`),
      await search(`contoso until:${dayAgo(1)}`, { sinceId: later }),
    ];
    expect(answers.map(({ status, json }) => [status, json])).toEqual([
      [200, []],
      [200, []],
    ]);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("that have not ended yet are no end for X", async () => {
    await search(`contoso until:${dayAgo(-1)}`);
    expect(await times()).toEqual({});
  });
});

describe("what X was asked", () => {
  it("stands beside an error of X, too", async () => {
    const { status, headers } = await search("from:@contoso is:funny");
    expect([status, headers.get("x-connector-x-query")]).toEqual([400, "from:contoso is:funny"]);
  });

  it("is answered in ASCII, however it is written, and no longer than a header may be", async () => {
    const { headers } = await search("from:@contoso 会议 100%");
    expect(headers.get("x-connector-x-query")).toBe(
      "from:contoso %E4%BC%9A%E8%AE%AE %22100%25%22".replaceAll("%22", '"'),
    );
    const long = await search(`from:@contoso ${"会".repeat(400)}`);
    const header = long.headers.get("x-connector-x-query") ?? "";
    expect(header.length).toBeLessThanOrEqual(1000);
    expect(decodeURIComponent(header)).toMatch(/^from:contoso 会+\.\.\.$/u);
  });

  it("stands in the log as a digest only", async () => {
    await search("from:@contoso unmistakable");
    const lines = connector.logs.map(({ message }) => String(message));
    expect(lines.join("\n")).not.toContain("unmistakable");
    expect(lines.at(-1)).toMatch(/"xQuery":"[0-9a-f]{12}"/);
  });

  it("is answered to a poll of the trigger, too", async () => {
    const { status, headers } = await connector.call("onnewtweet", {
      query: { searchQuery: "from:@contoso #x OR #y" },
      token,
    });
    expect([status, headers.get("x-connector-x-query")]).toEqual([202, "from:contoso (#x OR #y)"]);
  });
});

it("a trigger whose until: has passed says that nothing new can match", async () => {
  const { status, headers } = await connector.call("onnewtweet", {
    query: { searchQuery: `contoso until:${dayAgo(1)}` },
    token,
  });
  expect([status, headers.get("x-connector-notice")]).toEqual([
    202,
    `Nothing new can match: until:${dayAgo(1)} has passed.`,
  ]);
});

it.each(["0", "1", "000", "0001"])(
  "a sinceId of %s, which flows begin with, is the beginning",
  async (sinceId) => {
    const { status, json } = await search("contoso", { sinceId });
    const [call] = await xSearches();
    expect([status, json.length, call?.query.since_id]).toEqual([200, 20, undefined]);
  },
);
