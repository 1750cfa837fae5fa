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
  it("costs nothing the first time and says where and when to ask next", async () => {
    const world = await newWorld(connector);
    await world.post(3);
    await connector.forgetXCalls();
    const flow = newFlow(connector, world);
    const { status, headers, json, next } = await flow.poll();
    expect([status, json]).toEqual([202, { value: [] }]);
    expect(headers.get("retry-after")).toBe("3600");
    expect(next).toContain(`searchQuery=${world.word}&triggerState=`);
    expect(await connector.xCalls()).toEqual([]);
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
      lagSeconds: HOUR_MS / 1000,
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
      expect(headers.get("x-connector-backlog")).toBe(String(12 - count));
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

  it("refuses a state of another search, and a text that is none", async () => {
    const world = await newWorld(connector);
    const { next } = await newFlow(connector, world).poll();
    for (const path of [
      next.replace(world.word, "other"),
      next.replace(/triggerState=.*/, "triggerState=abc"),
    ]) {
      const response = await fetch(connector.url + path, {
        headers: { authorization: `Bearer ${await world.token()}` },
      });
      const { code, target } = (await response.json()) as { code: string; target: string };
      expect([response.status, code, target]).toEqual([400, "InvalidParameter", "triggerState"]);
    }
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
