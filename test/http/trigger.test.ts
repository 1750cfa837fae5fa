import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ConnectorUnderTest } from "../harness/connector.ts";
import { newFlow, newWorld, startPolling } from "../harness/polling-flow.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let connector: ConnectorUnderTest;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ connector, close } = await startPolling());
}, 60_000);
afterAll(() => close());
beforeEach(async () => {
  await connector.control("faults", undefined, "DELETE");
});

describe("a poll", () => {
  it("asks X once the first time, for nothing, and says where and when to ask next", async () => {
    const world = await newWorld(connector);
    await world.post(3);
    await connector.forgetXCalls();
    const flow = newFlow(connector, world);
    const { status, headers, json, next } = await flow.poll();
    expect([status, json]).toEqual([202, { value: [] }]);
    expect(headers.get("retry-after")).toBe("3600");
    expect(next).toContain(`searchQuery=${world.word}&triggerState=`);
    expect(await connector.xCalls()).toMatchObject([{ status: 200, resources: 0 }]);
    expect(headers.get("x-connector-x-cost")).toBe("0.000");
    expect(headers.get("ratelimit-remaining")).toBe("599");
  });

  // Reported: such flows were saved with 202, and failed an hour later.
  it.each([
    ["a wrong search", "invalidQuery", 400, "InvalidParameter"],
    ["a missing scope", "missingScope", 403, "MissingScope"],
    ["an empty account", "creditsDepleted", 402, "CreditsDepleted"],
    ["too many calls", "rateLimited", 429, "XRateLimited"],
  ])("the first time fails of %s as the action does", async (_, kind, status, code) => {
    const world = await newWorld(connector);
    const isQuery = kind === "invalidQuery";
    const ask = async (route: string) => {
      if (!isQuery) await connector.control("faults", { kind, path: "/2/tweets" });
      const query = { searchQuery: isQuery ? `(${world.word}` : world.word };
      return connector.call(route, { query, token: await world.token() });
    };
    const [trigger, action] = [await ask("onnewtweet"), await ask("searchtweets")];
    expect(trigger.json).toMatchObject({ status, code });
    expect(trigger.json).toEqual(action.json);
    expect(trigger.headers.get("retry-after")).toBe(action.headers.get("retry-after"));
    expect(trigger.headers.get("location")).toBeNull();
  });

  // Reported: 99,998 first polls of one connection within an hour, each leaving a row for 90 days.
  it("counts against the hourly limit, also the first time, and leaves a row for three hours", async () => {
    const world = await newWorld(connector);
    const token = await world.token();
    for (let flow = 0; flow < 3; flow += 1) {
      await connector.call("onnewtweet", {
        query: { searchQuery: world.word },
        headers: { "x-ms-workflow-id": `flow ${flow}` },
        token,
      });
    }
    const { headers } = await connector.call("searchtweets", {
      query: { searchQuery: world.word },
      token,
    });
    expect(headers.get("ratelimit-remaining")).toBe(String(600 - 4));
  });

  it("within the hour makes no call to X, keeps its state and tells the time that is left", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    const first = await flow.poll();
    await world.post();
    connector.clock.advance(40 * MINUTE_MS);
    await connector.forgetXCalls();
    const { status, headers } = await flow.poll();
    expect(status).toBe(202);
    expect(headers.get("location")).toBe(first.headers.get("location"));
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(20 * 60);
    expect(await connector.xCalls()).toEqual([]);
    connector.clock.advance(20 * MINUTE_MS);
    await flow.poll();
    expect(flow.handedOut).toEqual(world.posted);
  });

  it("tells the log how many it handed out, how many wait and how old the oldest was", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    await world.post(7);
    connector.clock.advance(HOUR_MS);
    connector.logs.length = 0;
    await flow.poll();
    const record = connector.logs.map(({ message }) => message).find((text) => text[0] === "{");
    expect(JSON.parse(record ?? "{}")).toMatchObject({
      operation: "OnNewTweet",
      handedOut: 5,
      waiting: 2,
      // The connector's clock goes on while the test posts.
      lagSeconds: expect.closeTo(HOUR_MS / 1000, -1),
    });
  });

  it("hands out five at most, the oldest first, whole models", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    await world.post(12);
    for (const count of [5, 10, 12, 12]) {
      connector.clock.advance(HOUR_MS);
      const { headers } = await flow.poll();
      expect(Number(headers.get("x-connector-backlog"))).toBeCloseTo(12 - count, -1);
      expect(flow.handedOut).toEqual(world.posted.slice(0, count));
    }
  });

  it("goes on from the stored state where the platform brings none", async () => {
    const world = await newWorld(connector);
    const [first, second] = [newFlow(connector, world), newFlow(connector, world)];
    await first.poll();
    await world.post(2);
    connector.clock.advance(HOUR_MS);
    await second.poll();
    expect(second.handedOut).toEqual(world.posted);
  });

  it("uses the platform's own address of the connector for the next poll", async () => {
    const world = await newWorld(connector);
    const url = `${connector.url}/api/onnewtweet?searchQuery=${world.word}`;
    const answerTo = async (prefix: string) =>
      (
        await fetch(url, {
          headers: {
            authorization: `Bearer ${await world.token()}`,
            "x-ms-apim-referrer-prefix": prefix,
          },
        })
      ).headers.get("location");
    expect(await answerTo("https://europe-001.azure-apim.net/apim/x/123/")).toMatch(
      /^https:\/\/europe-001\.azure-apim\.net\/apim\/x\/123\/onnewtweet\?searchQuery=/,
    );
    expect(await answerTo("javascript:alert(1)")).toMatch(/^http:\/\/127\.0\.0\.1/);
  });

  it("passes over what was deleted before it was handed out", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    await world.post(12);
    connector.clock.advance(HOUR_MS);
    await flow.poll();
    for (const id of world.posted.slice(5, 10)) {
      await connector.control(`posts/${id}`, undefined, "DELETE");
    }
    connector.clock.advance(HOUR_MS);
    await flow.poll();
    expect(flow.handedOut).toEqual([...world.posted.slice(0, 5), ...world.posted.slice(10)]);
  });

  // One state in 64 has any given letter there already.
  const otherThan = (letter: string): string => (letter === "A" ? "B" : "A");
  it.each([
    ["of another search", (state: string) => state, "other"],
    ["that is none", () => "abc", ""],
    ["that was changed", (state: string) => state.replace(/.(?=.{5}$)/, otherThan), ""],
  ])("goes on from the state that is kept when it brings one %s", async (_, change, suffix) => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    const other = newFlow(connector, { ...world, word: `${world.word}${suffix}` });
    await flow.poll();
    await other.poll();
    await world.post(2);
    connector.clock.advance(HOUR_MS);
    flow.bring(change(other.state()));
    const { headers } = await flow.poll();
    expect(flow.handedOut).toEqual(world.posted);
    expect(headers.get("x-connector-notice")).toContain("goes on from the one that is kept here");
  });

  it("begins anew, and says so, when neither its state opens nor one is kept", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world, "nobody knows");
    await world.post(2);
    // X tells its time by the second.
    connector.clock.advance(1000);
    flow.bring("abc");
    const { status, headers } = await flow.poll();
    expect(status).toBe(202);
    expect(headers.get("x-connector-notice")).toContain("begins anew");
    await world.post();
    connector.clock.advance(HOUR_MS);
    await flow.poll();
    expect(flow.handedOut).toEqual(world.posted.slice(2));
  });

  it("without a state goes on from the kept one for three hours, and then begins anew", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    await world.post(2);
    connector.clock.advance(3 * HOUR_MS - MINUTE_MS);
    flow.bring("");
    await flow.poll();
    expect(flow.handedOut).toEqual(world.posted);
    await world.post(2);
    connector.clock.advance(3 * HOUR_MS);
    flow.bring("");
    await flow.poll();
    await world.post();
    connector.clock.advance(HOUR_MS);
    await flow.poll();
    expect(flow.handedOut).toEqual([...world.posted.slice(0, 2), ...world.posted.slice(4)]);
  });

  it("never asks the platform to wait longer than an hour, also when X's month is used up", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    connector.clock.advance(HOUR_MS);
    await connector.control("faults", { kind: "usageCapped", path: "/2/tweets" });
    const { status, headers } = await flow.poll();
    expect([status, headers.get("retry-after")]).toEqual([202, "3600"]);
  });

  it("says how many wait, and how many of them X will no longer show when their turn comes", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    connector.clock.advance(HOUR_MS);
    await world.post(1200, { spreadMs: 50 * MINUTE_MS });
    connector.logs.length = 0;
    const { headers } = await flow.poll();
    const backlog = Number(headers.get("x-connector-backlog"));
    expect(backlog).toBeGreaterThan(1000);
    expect(backlog).toBeLessThan(1600);
    expect(headers.get("x-connector-notice")).toMatch(/^About \d+ tweets wait, and about \d+ of/);
    const record = connector.logs.map(({ message }) => message).find((text) => text[0] === "{");
    expect(JSON.parse(record ?? "{}")).toMatchObject({
      waiting: backlog,
      beyondReach: backlog - 835,
    });
  });

  it("ends with X's reason when it is no trouble that passes", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    await flow.poll();
    connector.clock.advance(HOUR_MS);
    await connector.control("faults", { kind: "creditsDepleted", path: "/2/tweets" });
    const { status, json } = await flow.ask();
    expect([status, json.code]).toEqual([402, "CreditsDepleted"]);
  });
});
