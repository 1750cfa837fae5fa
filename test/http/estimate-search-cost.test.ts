import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newWorld } from "../harness/polling-flow.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A post and its author. */
const EACH = 0.015;

let connector: ConnectorUnderTest;
/** A connection that renews itself as days pass. */
let token: () => Promise<string>;
beforeAll(async () => {
  connector = await startConnector();
  ({ token } = await newWorld(connector));
});
afterAll(() => connector.close());

/** As many posts, the last of them a minute ago. */
const make = async (text: string, count: number, spreadMs: number) => {
  await connector.control("posts", { as: "contoso", text, count, spreadMs });
  connector.clock.advance(MINUTE_MS);
};
const estimate = async (searchQuery: string, query: Readonly<Record<string, string>> = {}) =>
  connector.call("estimatesearchcost", {
    query: { searchQuery, ...query },
    token: await token(),
  });
/** X counts for no user who signed in. */
const forAppsOnly = (kind = "unsupportedAuthentication") =>
  connector.control("faults", { kind, path: "/2/tweets/counts" });
const dayOf = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);
const asked = async () => (await connector.xCalls()).map(({ path }) => path.replace("/2/", ""));

describe("by X's counts", () => {
  it("tells matches an hour and a day, and what trigger and hourly action come to a month", async () => {
    await make("numbat", 84, DAY_MS);
    await connector.forgetXCalls();
    const { status, json, headers } = await estimate("numbat", { maxResults: "30" });
    expect(status).toBe(200);
    expect(json).toEqual({
      Source: "counts",
      Matches: 84,
      MatchesPerHour: 0.5,
      MatchesPerDay: 12,
      PricePerPost: EACH,
      PollIntervalMinutes: 60,
      TriggerPerMonth: 5.475,
      // Of each day the first run reads 30 for money, and the other 23 what is new.
      HourlyActionPerMonth: 18.934,
      PricesOf: "2026-11-23",
    });
    expect(headers.get("x-connector-x-cost")).toBe("0.005");
    expect(headers.has("x-connector-notice")).toBe(false);
    expect(await asked()).toEqual(["tweets/counts/recent"]);
  });

  it("says so where more match than the trigger hands out, and prices what it does", async () => {
    await make("dugong", 1_008, 7 * DAY_MS - HOUR_MS);
    const { json, headers } = await estimate("dugong", { maxResults: "500" });
    expect(json).toMatchObject({ Matches: 1_008, MatchesPerHour: 6, TriggerPerMonth: 54.75 });
    const notices = headers.get("x-connector-notice");
    expect(notices).toContain("which is 5 in 60 minutes: it would fall behind");
    expect(notices).toContain("maxResults was 500; at most 100 tweets are returned.");
  });

  it("is asked in the classic language, within the times of the text", async () => {
    await make("bilby", 12, HOUR_MS);
    const since = dayOf(connector.clock.now());
    const { json, headers } = await estimate(`from:@contoso bilby since:${since}`);
    const hours = (connector.clock.now() - Date.parse(since)) / HOUR_MS;
    expect(headers.get("x-connector-x-query")).toContain(`from:contoso bilby start_time=${since}`);
    expect(json.MatchesPerHour).toBeCloseTo(json.Matches / hours, 1);
  });

  it("asks X nothing where nothing can match yet", async () => {
    await connector.forgetXCalls();
    const { json } = await estimate(`numbat since:${dayOf(connector.clock.now() + 2 * DAY_MS)}`);
    expect(json).toMatchObject({ Matches: 0, MatchesPerHour: 0, HourlyActionPerMonth: 0 });
    expect(await asked()).toEqual([]);
  });

  it("finds nothing to pay for where nothing new can match", async () => {
    await make("potoroo", 12, HOUR_MS);
    connector.clock.advance(DAY_MS);
    const until = dayOf(connector.clock.now());
    const { json, headers } = await estimate(`potoroo until:${until}`);
    expect(json).toMatchObject({ Matches: 12, TriggerPerMonth: 0 });
    expect(headers.get("x-connector-notice")).toContain("has passed");
    // What was posted before is read once a day, as long as X shows it.
    expect(json.HourlyActionPerMonth).toBe(5.475);
  });
});

describe("where X does not count for the app", () => {
  it("is known from one page's density, and says so", async () => {
    await connector.control("posts", {
      as: "contoso",
      text: "quoll @fabrikam @tailspin_toys",
      count: 40,
      spreadMs: 2 * HOUR_MS,
    });
    connector.clock.advance(MINUTE_MS);
    await forAppsOnly();
    await connector.forgetXCalls();
    const { json, headers } = await estimate("quoll");
    expect(json).toMatchObject({ Source: "page", PricePerPost: 0.035, TriggerPerMonth: 127.75 });
    // Twenty an hour, the last of them a minute ago.
    expect(json.MatchesPerHour).toBeGreaterThan(19);
    expect(json.MatchesPerHour).toBeLessThan(23);
    expect(json.Matches).toBe(Math.round(json.MatchesPerHour * 168));
    expect(headers.get("x-connector-x-cost")).toBe("0.050");
    expect(await asked()).toEqual(["tweets/counts/recent", "tweets/search/recent"]);
  });

  it("is exact where the page holds all", async () => {
    await make("echidna", 7, DAY_MS);
    await forAppsOnly("notEnrolled");
    const { json } = await estimate("echidna");
    expect(json).toMatchObject({
      Source: "page",
      Matches: 7,
      MatchesPerDay: 1,
      PricePerPost: EACH,
    });
    await forAppsOnly("notPermitted");
    const none = await estimate("no_such_word_at_all");
    expect(none.json).toMatchObject({ Matches: 0, TriggerPerMonth: 0, HourlyActionPerMonth: 0 });
  });

  it("is not guessed at from a page without posts", async () => {
    await forAppsOnly();
    await connector.control("faults", { kind: "endlessPages" });
    const { status, json } = await estimate("echidna");
    expect([status, json.code]).toEqual([502, "XUnavailable"]);
    expect(json.message).toContain("nothing can be estimated");
  });

  it("is not read where X fails in another way", async () => {
    await forAppsOnly("rateLimited");
    await connector.forgetXCalls();
    expect((await estimate("echidna")).status).toBe(429);
    expect(await asked()).toEqual(["tweets/counts/recent"]);
  });
});
