import { describe, expect, it } from "vitest";
import { ConnectorError } from "../../../src/connector/errors.ts";
import type { Parameters } from "../../../src/connector/operation-declaration.ts";
import { readInput } from "../../../src/http/input.ts";
import { retweet } from "../../../src/operations/retweet.ts";
import { searchTweet } from "../../../src/operations/search-tweet.ts";
import { tweet } from "../../../src/operations/tweet.ts";
import { user } from "../../../src/operations/user.ts";
import { userTimeline } from "../../../src/operations/user-timeline.ts";

const read = <P extends Parameters>({ parameters }: { parameters: P }, query: string) =>
  readInput(parameters, new URLSearchParams(query));

const refusal = ({ parameters }: { parameters: Parameters }, query: string): ConnectorError => {
  try {
    readInput(parameters, new URLSearchParams(query));
  } catch (error) {
    if (error instanceof ConnectorError) return error;
  }
  throw new Error(`"${query}" was accepted.`);
};

describe("a handle", () => {
  it.each([
    ["contoso", "contoso"],
    ["@contoso", "contoso"],
    ["%20Adventure_Works%20", "Adventure_Works"],
  ])("is taken from %s", (text, handle) => {
    expect(read(user, `userName=${text}`)).toEqual({ userName: handle });
  });
  it.each([
    "a/../../x",
    "a%2F..%2Fx",
    "sixteencharacter",
    "c%C3%B6ntoso",
    "a%20b",
    "@",
    "@@a",
    "a?x=1%23",
  ])("is refused: %s", (text) => {
    const error = refusal(user, `userName=${text}`);
    expect([error.status, error.code, error.options.target]).toEqual([
      400,
      "InvalidParameter",
      "userName",
    ]);
  });
  it.each(["", "userName="])("is required: %s", (query) => {
    expect(refusal(user, query).message).toContain('"User name" is required');
  });
});

describe("maxResults", () => {
  it.each([
    ["", 20],
    ["maxResults=", 20],
    ["maxResults=1", 1],
    ["maxResults=%207%20", 7],
    ["maxResults=20.0", 20],
    ["maxResults=101", 101],
    ["maxResults=1e9", 1e9],
    ["maxResults=1000000000", 1e9],
  ])("of %s is %i", (query, value) => {
    expect(read(userTimeline, `userName=contoso&${query}`).maxResults).toBe(value);
  });
  it.each(["0", "-1", "abc", "1.5", "NaN", "Infinity", "0x10", "%20"])("is refused: %s", (text) => {
    const error = refusal(userTimeline, `userName=contoso&maxResults=${text}`);
    expect([error.status, error.options.target]).toEqual([400, "maxResults"]);
    expect(error.message).toContain("at least 1");
  });
});

describe("a search text", () => {
  it("may have 470 characters and no more", () => {
    expect(read(searchTweet, `searchQuery=${"x".repeat(470)}`).searchQuery).toHaveLength(470);
    const error = refusal(searchTweet, `searchQuery=${"x".repeat(471)}`);
    expect([error.status, error.code, error.options.target]).toEqual([
      400,
      "SearchTextTooLong",
      "searchQuery",
    ]);
  });
  it.each(["searchQuery=", "searchQuery=%20%20", ""])("is required: %s", (query) => {
    expect([refusal(searchTweet, query).status, refusal(searchTweet, query).code]).toEqual([
      400,
      "InvalidParameter",
    ]);
  });
});

describe("an id", () => {
  it("keeps its 19 digits", () => {
    expect(read(retweet, "tweetId=1861000000000000001").tweetId).toBe("1861000000000000001");
  });
  it.each(["abc", "-1", "0", "1.5", "12345678901234567890", "1/2"])("is refused: %s", (text) => {
    expect(refusal(retweet, `tweetId=${text}`).options.target).toBe("tweetId");
  });
  it.each(["abc", "-1", "1.5", "12345678901234567890", "1/2"])(
    "to search after is refused: %s",
    (text) => {
      expect(refusal(searchTweet, `searchQuery=a&sinceId=${text}`).options.target).toBe("sinceId");
    },
  );
  it.each([
    ["0", undefined],
    ["000", undefined],
    ["1", undefined],
    ["01", undefined],
    ["%20", undefined],
    ["0001861000000000000001", "1861000000000000001"],
  ])("to search after, %s, is what flows begin with or an id without zeros", (text, id) => {
    expect(read(searchTweet, `searchQuery=a&sinceId=${text}`).sinceId).toBe(id);
  });
});

describe("trimUser", () => {
  it.each([
    ["", false],
    ["trimUser=", false],
    ["trimUser=true", true],
    ["trimUser=True", true],
    ["trimUser=FALSE", false],
  ])("of %s is %s", (query, value) => {
    expect(read(retweet, `tweetId=1&${query}`).trimUser).toBe(value);
  });
  it("is refused when it is neither", () => {
    expect(refusal(retweet, "tweetId=1&trimUser=yes").options.target).toBe("trimUser");
  });
});

it("text to post may be missing, because a media file may be there", () => {
  expect(read(tweet, "")).toEqual({ tweetText: "" });
});

it("every fault is listed at once", () => {
  const error = refusal(searchTweet, "maxResults=0&sinceId=abc");
  expect(error.options.details?.map(({ target }) => target)).toEqual([
    "searchQuery",
    "maxResults",
    "sinceId",
  ]);
  expect([error.code, error.options.target]).toEqual(["InvalidParameter", undefined]);
});
