import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector({ X_TIMEOUT_MS: "400" });
});
afterAll(() => connector.close());
beforeEach(async () => {
  await connector.forgetXCalls();
  await connector.control("faults", undefined, "DELETE");
});

const search = () => connector.call("searchtweets", { query: { searchQuery: "contoso" } });
const post = (tweetText: string) =>
  connector.call("posttweet", { method: "POST", query: { tweetText } });

describe("bad input", () => {
  it.each<[string, string, Record<string, string>, string, string]>([
    ["a handle that is none", "user", { userName: "a/../../x" }, "InvalidParameter", "userName"],
    ["no handle", "followers", {}, "InvalidParameter", "userName"],
    ["an empty search", "searchtweets", { searchQuery: "" }, "InvalidParameter", "searchQuery"],
    [
      "471 characters",
      "searchtweets",
      { searchQuery: "x".repeat(471) },
      "SearchTextTooLong",
      "searchQuery",
    ],
    ["maxResults 0", "hometimeline", { maxResults: "0" }, "InvalidParameter", "maxResults"],
    ["maxResults -1", "myfollowers", { maxResults: "-1" }, "InvalidParameter", "maxResults"],
    ["maxResults abc", "hometimeline", { maxResults: "abc" }, "InvalidParameter", "maxResults"],
  ])("%s is refused before X is called", async (_name, route, query, code, target) => {
    const { status, json, headers } = await connector.call(route, { query });
    expect(status).toBe(400);
    expect(json).toMatchObject({ status: 400, code, target, source: "x-connector" });
    expect(json.message).not.toBe("");
    expect(headers.get("x-request-id")).toBeTruthy();
    expect(await connector.xCalls()).toEqual([]);
  });

  it("lists everything that is wrong", async () => {
    const { json } = await connector.call("searchtweets", {
      query: { maxResults: "0", sinceId: "x" },
    });
    expect(json.details.map(({ target }: { target: string }) => target)).toEqual([
      "searchQuery",
      "maxResults",
      "sinceId",
    ]);
  });

  it("the wrong method and an unknown route are 404", async () => {
    expect((await connector.call("searchtweets", { method: "POST" })).status).toBe(404);
    expect((await connector.call("nothing")).status).toBe(404);
  });
});

describe("a connection token", () => {
  const answerTo = async (token: string | null) => {
    const { status, json } = await connector.call("hometimeline", { token });
    expect(await connector.xCalls()).toEqual([]);
    return [status, json.code];
  };

  it("that is missing, cut, altered or made up is 401 without a call to X", async () => {
    const { token } = connector;
    const altered = `${token.slice(0, -3)}${token.endsWith("AAA") ? "BBB" : "AAA"}`;
    for (const bad of [null, token.slice(0, -10), altered, "abc", "x".repeat(20_000)]) {
      expect(await answerTo(bad)).toEqual([401, "ConnectionInvalid"]);
    }
  });

  it("that is expired is 401", async () => {
    connector.clock.advance(3 * 60 * 60 * 1000);
    expect(await answerTo(connector.token)).toEqual([401, "ConnectionInvalid"]);
    connector.clock.advance(-3 * 60 * 60 * 1000);
  });
});

describe("users whom X does not show", () => {
  it.each([
    ["nobody_at_all", 404, "UserNotFound", {}],
    ["gone_bad", 403, "UserSuspended", { suspended: true }],
  ])("%s is %i %s", async (username, status, code, state) => {
    if (username !== "nobody_at_all")
      await connector.control("users", { username, name: username, ...state });
    for (const route of ["user", "followers", "usertimeline"]) {
      const answer = await connector.call(route, { query: { userName: username } });
      expect([route, answer.status, answer.json.code]).toEqual([route, status, code]);
    }
  });

  it("a protected timeline is 403 UserProtected", async () => {
    await connector.control("users", { username: "closed", name: "Closed", protected: true });
    const { status, json } = await connector.call("usertimeline", {
      query: { userName: "closed" },
    });
    expect([status, json.code]).toEqual([403, "UserProtected"]);
  });
});

describe("what X refuses", () => {
  it.each([
    ["creditsDepleted", 402, "CreditsDepleted"],
    ["notEnrolled", 403, "NotEnrolled"],
    ["spendCapReached", 403, "SpendCapReached"],
    ["missingScope", 403, "MissingScope"],
    ["oauth1Permissions", 403, "MissingScope"],
    ["unsupportedAuthentication", 403, "MissingScope"],
    ["notPermitted", 403, "NotPermitted"],
    ["unauthorized", 401, "ConnectionInvalid"],
  ])("%s is %i %s, in one call", async (kind, status, code) => {
    await connector.control("faults", { kind, times: 5 });
    const answer = await search();
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.x).toBeTruthy();
    expect(await connector.xCalls()).toHaveLength(1);
  });

  it.each([["rateLimited"], ["rateLimitedBurst"], ["rateLimitedDay"], ["usageCapped"]])(
    "%s is 429 XRateLimited with Retry-After, in one call",
    async (kind) => {
      await connector.control("faults", { kind, times: 5 });
      const { status, json, headers } = await search();
      expect([status, json.code]).toEqual([429, "XRateLimited"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await connector.xCalls()).toHaveLength(1);
    },
  );

  it("duplicate content is 403 DuplicateContent", async () => {
    await connector.control("faults", { kind: "duplicate", method: "POST" });
    const { status, json } = await post("twice the same");
    expect([status, json.code]).toEqual([403, "DuplicateContent"]);
  });

  it("an operator that X does not know is 400 with X's own words", async () => {
    const { status, json } = await connector.call("searchtweets", {
      query: { searchQuery: "a near:Seattle" },
    });
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "searchQuery"]);
    expect(json.message).toContain("near");
  });
});

describe("X in trouble", () => {
  it.each([["serverError"], ["htmlError"], ["cut"], ["invalidJson"]])(
    "a read survives one answer of kind %s",
    async (kind) => {
      await connector.control("faults", { kind, times: 1 });
      expect((await search()).status).toBe(200);
      expect(await connector.xCalls()).toHaveLength(2);
    },
  );

  it.each([["serverError"], ["htmlError"], ["cut"], ["invalidJson"]])(
    "a read ends with 502 after two answers of kind %s",
    async (kind) => {
      await connector.control("faults", { kind, times: 5 });
      const { status, json } = await search();
      expect([status, json.code]).toEqual([502, "XUnavailable"]);
      expect(await connector.xCalls()).toHaveLength(2);
    },
  );

  it("an answer that does not come in time is 504", async () => {
    await connector.control("faults", { kind: "hang", times: 5 });
    const { status, json } = await search();
    expect([status, json.code]).toEqual([504, "XTimeout"]);
  });

  it("no answer and no log line holds a token", async () => {
    await search();
    const everything = JSON.stringify(connector.logs);
    expect(everything).not.toContain(connector.token);
    expect(everything).toContain('\\"operation\\":\\"SearchTweet\\"');
  });
});

describe("health", () => {
  it("is ok, without a token", async () => {
    const { status, json } = await connector.call("health", { token: null });
    expect([status, json.status]).toEqual([200, "ok"]);
  });
});
