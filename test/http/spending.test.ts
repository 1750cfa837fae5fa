import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newFlow, newWorld } from "../harness/polling-flow.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const KEY = "a key of the admin's own";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector({
    BUDGET_PER_DAY: "1.50",
    BUDGET_PER_MONTH: "20",
    CONNECTIONS_PER_USER: "2",
    ADMIN_KEY_SHA256: createHash("sha256").update(KEY).digest("hex"),
  });
});
afterAll(() => connector.close());

const post = (text: string) =>
  connector.call("posttweet", {
    method: "POST",
    query: { tweetText: text },
    headers: { "x-ms-workflow-id": "flow-of-posts" },
  });
const spending = async () => (await connector.call("getspending")).json;
const limitTo = (query: Readonly<Record<string, string>>) =>
  connector.call("setspendinglimit", { method: "POST", query });

describe("what is spent", () => {
  it("is told today and this month, by operation, flow and day, as X bills it", async () => {
    await post("Without a link");
    await post("With one: https://contoso.example");
    await connector.call("user", { query: { userName: "contoso" } });
    await connector.call("user", { query: { userName: "contoso" } });
    const told = await spending();
    const sums = { SpentToday: 0.215, SpentThisMonth: 0.215, CallsThisMonth: 2 };
    expect(told).toMatchObject({
      SpentToday: 0.235,
      SpentThisMonth: 0.235,
      CallsThisMonth: 5,
      ConnectionSpentToday: 0.225,
      ByOperation: [
        { Operation: "Tweet", ...sums },
        { Operation: "SignIn", SpentToday: 0.01 },
        { Operation: "User", SpentToday: 0.01, CallsThisMonth: 2 },
      ],
      ByFlow: [
        { Flow: "flow-of-posts", ...sums },
        { Flow: "", SpentToday: 0.02 },
      ],
      ByDay: [{ Operation: "Tweet", Spent: 0.215 }, { Operation: "SignIn" }, { Operation: "User" }],
      Budgets: [
        { Budget: "app day", Limit: 1.5, Spent: 0.235, Left: 1.265 },
        { Budget: "app month", Limit: 20, Left: 19.765 },
      ],
    });
    const { json: bill } = await connector.control("bill");
    expect(told.SpentToday * 1_000_000).toBeCloseTo(bill.microDollars, 3);
  });

  it("is told an admin with a key by the health check, and nobody else", async () => {
    const health = async (key?: string) => {
      const headers = { ...(key && { "x-admin-key": key }) };
      return (await fetch(`${connector.url}/api/health`, { headers })).json();
    };
    expect(await health(KEY)).toMatchObject({
      status: "ok",
      spending: [{ SpentToday: 0.235, budgets: [{ Budget: "app day" }, { Budget: "app month" }] }],
    });
    expect(await health("another key")).not.toHaveProperty("spending");
    expect(await health()).not.toHaveProperty("spending");
  });
});

describe("a limit of the connection's own", () => {
  it.each([
    [{ perDay: "much" }, "perDay", /such as 2.50/],
    [{ perDay: " " }, "perDay", /such as 2.50/],
    [{ perDay: "0x1" }, "perDay", /such as 2.50/],
    [{ perDay: "-1" }, "perDay", /at least 0/],
    [{ perDay: "2" }, "perDay", /may spend 1.5 US dollars a day/],
    [{ perMonth: "21" }, "perMonth", /BUDGET_PER_MONTH/],
  ])("of %j is refused", async (query, target, message) => {
    const { status, json } = await limitTo(query);
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", target]);
    expect(json.message).toMatch(message);
  });

  it("stops calls a minute later, before X is asked and without counting for the hour", async () => {
    const { json: set } = await limitTo({ perDay: "0.24" });
    expect(set).toMatchObject({ PerDay: 0.24, PerMonth: null });
    expect(Date.parse(set.HoldsFrom)).toBeGreaterThan(connector.clock.now() + 50_000);
    connector.clock.advance(MINUTE_MS + 1_000);
    expect((await spending()).Budgets).toContainEqual(
      expect.objectContaining({ Budget: "connection day", Limit: 0.24, Spent: 0.225 }),
    );
    await connector.forgetXCalls();
    const before = (await post("One more")).headers.get("RateLimit-Remaining");
    const refused = await post("And another");
    expect(refused.status).toBe(402);
    expect(refused.json).toMatchObject({ code: "BudgetReached", budget: "connection day" });
    expect(refused.json.left).toBe("$0.000");
    expect(Date.parse(refused.json.beginsAnew) % (24 * HOUR_MS)).toBe(0);
    expect(refused.headers.get("RateLimit-Remaining")).toBe(before);
    expect((await connector.xCalls()).map(({ method }) => method)).toEqual(["POST"]);
    expect((await spending()).Budgets).toContainEqual(
      expect.objectContaining({ Budget: "connection day", Limit: 0.24, Left: 0 }),
    );
    expect((await limitTo({})).json).toEqual({ PerDay: null, PerMonth: null, HoldsFrom: "" });
    expect((await post("Again")).status).toBe(200);
  });
});

describe("little left of a budget", () => {
  it("a page is read without the users that its tweets mention, and says so", async () => {
    await post("Most of it: https://contoso.example/again");
    await connector.control("posts", { as: "contoso", text: "@fabrikam quokka" });
    const { status, json, headers } = await connector.call("searchtweets", {
      query: { searchQuery: "quokka", maxResults: "10" },
    });
    expect(status).toBe(200);
    expect(json[0].UserMentions).toMatchObject([{ UserName: "fabrikam", FullName: "fabrikam" }]);
    expect(headers.get("x-connector-notice")).toContain("Little is left of a budget");
  });

  it("a poll of the trigger is 202 with a notice, and goes on where it stood", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    await world.post();
    connector.clock.advance(HOUR_MS);
    const token = await world.token();
    await connector.call("setspendinglimit", { method: "POST", query: { perDay: "0.01" }, token });
    connector.clock.advance(MINUTE_MS + 1_000);
    const stopped = await flow.poll();
    expect(stopped.status).toBe(202);
    expect(stopped.headers.get("x-connector-notice")).toContain("The budget of this connection");
    // The first poll of a flow that is just saved costs nothing.
    const saved = await connector.call("onnewmention", { token });
    expect([saved.status, saved.headers.get("x-connector-x-calls")]).toEqual([202, "1"]);
    await connector.call("setspendinglimit", { method: "POST", token });
    connector.clock.advance(HOUR_MS);
    await flow.poll();
    expect(flow.handedOut).toHaveLength(1);
  });
});
