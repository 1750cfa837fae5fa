/** The classic search language over the wire: what a maker writes, and what X is asked. */
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
    ["happy OR sad haiku OR poem", "(happy OR sad) (haiku OR poem)"],
    ["haiku -filter:retweets", "haiku -is:retweet"],
    ["haiku exclude:retweets", "haiku -is:retweet"],
    ["haiku filter:replies", "haiku is:reply"],
    ["haiku exclude:replies", "haiku -is:reply"],
    ["haiku -exclude:replies", "haiku is:reply"],
    ["haiku filter:links", "haiku has:links"],
    ["haiku FILTER:Links", "haiku has:links"],
    ["haiku -filter:links", "haiku -has:links"],
    ["haiku –filter:links", "haiku -has:links"],
    ["haiku filter:images", "haiku has:images"],
    ["haiku filter:twimg", "haiku has:images"],
    ["haiku filter:media", "haiku has:media"],
    ["haiku filter:native_video", "haiku has:video_link"],
    ["haiku filter:verified", "haiku is:verified"],
    ["haiku min_faves:10", "haiku min_likes:10"],
    ["haiku min_retweets:5", "haiku min_reposts:5"],
    ["geocode:37.78,-122.40,10mi", "point_radius:[-122.40 37.78 10mi]"],
    ["haiku geocode:-37.78,122.40,25.5KM", "haiku point_radius:[122.40 -37.78 25.5km]"],
    ["from:@contoso", "from:contoso"],
    ["to:@contoso -retweets_of:@contoso", "to:contoso -retweets_of:contoso"],
    ["from:@contoso, #A OR #B", "from:contoso (#A OR #B)"],
    ["from:contoso. #A, @fabrikam: haiku!", "from:contoso #A @fabrikam haiku"],
    ["#a,#b;cats,dogs", "#a #b cats dogs"],
    ["'@contoso'", "@contoso"],
    ["“blue whale”", '"blue whale"'],
    ["„blauer Wal“ OR «baleine bleue»", '"blauer Wal" OR "baleine bleue"'],
    ['\\"blue whale\\" sea', '"blue whale" sea'],
    ["Research and Development", 'Research "and" Development'],
    ["now or never", 'now "or" never'],
    ["cats AND dogs", "cats dogs"],
    ["Note:hello", '"Note:hello"'],
    ["train at 10:30", 'train at "10:30"'],
    ["http://contoso.com/a?b=1,2.", 'url:"http://contoso.com/a?b=1,2"'],
    ["url:https://contoso.com", 'url:"https://contoso.com"'],
    ["R&D C++ 1,000", '"R&D" "C++" "1,000"'],
    ["coca-cola & -pepsi - fanta", '"coca-cola" -pepsi fanta'],
    ["@contoso's #zoo-map", '@contoso #zoo "-map"'],
    ["--cats dogs", "-cats dogs"],
    ['cats "" "?!"', "cats"],
    ["from:@contoso\u200B\u200Ehappy\thour", "from:contoso happy hour"],
    ["＃haiku ＠contoso", "#haiku @contoso"],
    ["🔥 🔥🔥 C\\D", '🔥 "🔥🔥" "C D"'],
  ])("%s", async (written, asked) => {
    const { status, headers } = await search(written);
    const [call] = await xSearches();
    expect([status, call?.query.query, call?.status]).toEqual([200, asked, 200]);
    expect(decodeURIComponent(headers.get("x-connector-x-query") ?? "")).toBe(asked);
  });

  it.each([
    "happy hour",
    '"happy hour"',
    "love OR hate",
    "beer -root",
    "#haiku",
    "$MSFT",
    "@contoso",
    "from:contoso",
    "from:contoso to:contoso_help",
    "url:contoso",
    "haiku lang:en",
    "conversation_id:1334987486343299072",
    "from:contoso #x OR #y is:reply",
    "from:contoso (#x OR #y)",
    "(from:contoso #x) OR #y",
    "haiku -(love OR hate)",
    "haiku -is:nullcast has:cashtags",
    'place:"new york city" OR place_country:US',
    "point_radius:[2.355128 48.861118 16km]",
    "bounding_box:[-105.301758 39.964069 -105.178505 40.09455]",
    'context:10.799022225751871488 OR entity:"Michael Jordan"',
    "in_reply_to_tweet_id:1 OR retweets_of_tweet_id:2 OR quotes_of_tweet_id:3",
    "list:84839422 min_likes:1 min_replies:2 min_reposts:3",
    "会议 OR Zürich",
  ])("and passes untouched where X has the same: %s", async (text) => {
    const { status, headers } = await search(text);
    const [call] = await xSearches();
    expect([status, call?.query.query, call?.status]).toEqual([200, text, 200]);
    expect(headers.has("x-connector-x-query")).toBe(false);
  });
});

describe("a search text that X cannot be asked is refused before any call, with what to write", () => {
  it.each([
    ["haiku near:Oslo", '"near:Oslo" at character 7', "geocode:"],
    ["haiku within:15mi", '"within:15mi"', "geocode:"],
    ["haiku :)", '":)" at character 7', "Leave it out"],
    [":( haiku", '":(" at character 1', "Leave it out"],
    ["traffic ?", '"?" at character 9', "how do"],
    ["politics filter:safe", '"filter:safe"', "Leave it out"],
    ["haiku filter:spaces", '"filter:spaces"', "native_video"],
    ["list:contoso/partners", '"list:contoso/partners"', "list:84839422"],
    ["haiku filter:retweets", "finds no retweets", "Get user timeline"],
    ["haiku -exclude:retweets", "finds no retweets", "Get user timeline"],
    ["haiku source:ifttt", '"source:ifttt"', "Leave it out"],
    ["haiku since_id:12", '"since_id:12"', "sinceId"],
    ["geocode:37.78,-122.40,26mi", "over 25 miles", "40km"],
    ["geocode:37.78,-122.40,41km", "over 25 miles", "25mi"],
    ["geocode:97.78,-122.40,10mi", "no circle", "geocode:37.78,-122.40,10mi"],
    ["geocode:Oslo", "no circle", "geocode:37.78,-122.40,10mi"],
    ["lang:en", "cannot stand alone: lang:en", "Add a word"],
    ["filter:links", "cannot stand alone: has:links", "Add a word"],
    ["-haiku", "cannot stand alone: -haiku", "Add a word"],
    ["haiku OR filter:links", "cannot stand alone", "on each side of OR"],
    ["since:2026-11-20", "names nothing", "Add a word"],
    ["& - !", "names nothing", "Add a word"],
    ["haiku since:yesterday", 'no day behind "since:" at character 7', "since:2026-11-20"],
    ["haiku until:2026-02-30", 'no day behind "until:"', "until:2026-11-20"],
    ["haiku -since:2026-11-20", "whole search", "outside of OR"],
    ["haiku OR since:2026-11-20", "whole search", "outside of OR"],
    ["haiku since:2026-11-20 until:2026-11-20", "finds nothing between", "a later one"],
    ["haiku from: contoso", 'nothing behind "from:" at character 7', "right behind it"],
    ["OR haiku", '"OR" where a word is missing at character 1', "between two words"],
    ["haiku OR", "ends where a word is missing at character 9", "between two words"],
    ["haiku OR OR love", '"OR" where a word is missing at character 10', "between two words"],
    ["(haiku", "parenthesis without its other at character 1", "Close it"],
    ["haiku)", '")" without its other at character 6', "Leave it out"],
    ["haiku ()", '")" where a word is missing at character 8', "between two words"],
    ['haiku "love', "quotation mark without its other at character 7", "Close it"],
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
