/** The times of a search: those of its text, those of the parameters beside it, and how far X reaches. */
import { describe, expect, it } from "vitest";
import { readLastingSearch, readSearch } from "../../../src/search/read-search.ts";
import { readSearchWithin } from "../../../src/search/time-window.ts";
import { explainSearch, translateSearch } from "../../../src/search/translate.ts";

const NOW = Date.parse("2026-11-25T00:00:00Z");
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const REACH_MS = 7 * DAY_MS;
const daysAgo = (days: number): number => NOW - days * DAY_MS;

const createCaller = () => {
  const notices: string[] = [];
  const rewritten: string[] = [];
  const caller = {
    clock: () => NOW,
    notice: (message: string) => void notices.push(message),
    rewritten: (query: string) => void rewritten.push(query),
  };
  return { caller, notices, rewritten };
};

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("days in a search text", () => {
  it("become times, the latest since: and the earliest until:", () => {
    const text = "a since:2026-11-20 since:2026-11-21 until:2026-11-24 until:2026-11-23";
    expect(translateSearch(text)).toEqual({
      query: "a",
      startTime: Date.parse("2026-11-21"),
      endTime: Date.parse("2026-11-23"),
    });
    expect(translateSearch("a since:2026-11-20")).toEqual({
      query: "a",
      startTime: Date.parse("2026-11-20"),
    });
    expect(translateSearch("a until:2026-11-20")).toEqual({
      query: "a",
      endTime: Date.parse("2026-11-20"),
    });
  });

  it("are told with what X is asked", () => {
    const { caller, rewritten } = createCaller();
    readSearch("from:@a since:2026-11-20 until:2026-11-21", caller);
    readSearch("from:a", caller);
    expect(rewritten).toEqual([
      "from:a start_time=2026-11-20T00:00:00Z end_time=2026-11-21T00:00:00Z",
    ]);
  });

  it("name what they are between where that is nothing", () => {
    expect(() => translateSearch("a since:2026-11-21 until:2026-11-20")).toThrow(
      "finds nothing between since:2026-11-21 and until:2026-11-20.",
    );
  });

  it.each([
    ["since:2026-11-18", []],
    ["since:2026-11-17", ["X's search reaches seven days back, so not to since:2026-11-17."]],
    ["until:2026-11-19", []],
    [
      "until:2026-11-18",
      ["X's search reaches seven days back, so nothing is found until:2026-11-18."],
    ],
    [
      "since:2026-11-10 until:2026-11-18",
      ["X's search reaches seven days back, so nothing is found until:2026-11-18."],
    ],
    ["a OR b", []],
  ])("before X's reach are told: %s", (text, told) => {
    const { caller, notices } = createCaller();
    readSearch(`word ${text}`, caller);
    expect(notices).toEqual(told);
  });

  it.each([
    ["until:2026-11-25", true],
    ["until:2026-11-26", false],
    ["since:2026-11-24", false],
  ])("tell what goes on searching whether anything new can match: %s", (text, over) => {
    const { caller, notices } = createCaller();
    const { wanted, isOver } = readLastingSearch(`word ${text}`, caller);
    expect(wanted.query).toBe("word");
    expect(isOver).toBe(over);
    expect(notices).toEqual(over ? ["Nothing new can match: until:2026-11-25 has passed."] : []);
  });
});

describe("times beside a search text", () => {
  const within = (text: string, startTime?: number, endTime?: number) => {
    const { caller, notices } = createCaller();
    const wanted = readSearchWithin(text, { startTime, endTime }, caller);
    return { wanted, notices };
  };

  it.each<[string, string, number | undefined, number | undefined, object]>([
    ["none", "a", undefined, undefined, {}],
    ["only theirs", "a", daysAgo(2), daysAgo(1), { startTime: daysAgo(2), endTime: daysAgo(1) }],
    [
      "only the text's",
      "a since:2026-11-20 until:2026-11-22",
      undefined,
      undefined,
      { startTime: daysAgo(5), endTime: daysAgo(3) },
    ],
    [
      "theirs the narrower",
      "a since:2026-11-20 until:2026-11-24",
      daysAgo(4),
      daysAgo(2),
      { startTime: daysAgo(4), endTime: daysAgo(2) },
    ],
    [
      "the text's the narrower",
      "a since:2026-11-22 until:2026-11-23",
      daysAgo(4),
      daysAgo(1),
      { startTime: daysAgo(3), endTime: daysAgo(2) },
    ],
  ])("narrow it as they are the narrower: %s", (_, text, startTime, endTime, times) => {
    const { wanted, notices } = within(text, startTime, endTime);
    expect(wanted).toEqual({ query: "a", ...times });
    expect(notices).toEqual([]);
  });

  it("must leave something between them", () => {
    const error = (startTime: number, endTime: number) => {
      try {
        return within("a", startTime, endTime);
      } catch (thrown) {
        return thrown;
      }
    };
    expect(error(daysAgo(1), daysAgo(1))).toMatchObject({
      code: "InvalidParameter",
      options: { target: "startTime" },
    });
    expect(error(daysAgo(1), daysAgo(2))).toMatchObject({ code: "InvalidParameter" });
    expect(error(daysAgo(1), daysAgo(1) + 1)).toMatchObject({ notices: [] });
  });

  it.each<[string, number | undefined, number | undefined, string[]]>([
    ["as far as it reaches", NOW - REACH_MS, undefined, []],
    [
      "further",
      NOW - REACH_MS - 1,
      undefined,
      ["X's search reaches seven days back, and no further."],
    ],
    ["to its edge alone", undefined, NOW - REACH_MS, []],
    [
      "only before it",
      undefined,
      NOW - REACH_MS - 1,
      ["X's search reaches seven days back, so nothing is found before that time."],
    ],
    [
      "only before it, from a time on",
      daysAgo(9),
      daysAgo(8),
      ["X's search reaches seven days back, so nothing is found before that time."],
    ],
  ])("are told where X does not reach: %s", (_, startTime, endTime, told) => {
    expect(within("a", startTime, endTime).notices).toEqual(told);
  });
});

describe("the length of a search text", () => {
  it.each([
    [`${"a ".repeat(255)}aa`, undefined],
    [
      `${"a ".repeat(255)}aaa`,
      "has 513 characters, and 513 as X has to be asked for it; X takes 512.",
    ],
    ["R&D ".repeat(117).trim(), "has 467 characters, and 701 as X has to be asked for it"],
  ])("is X's, as X is asked", (text, problem) => {
    const explained = explainSearch(text);
    if (problem === undefined) expect(explained.kind).not.toBe("refused");
    else {
      expect(explained).toMatchObject({
        kind: "refused",
        code: "SearchTextTooLong",
        message: expect.stringContaining(problem),
      });
    }
  });
});
