/** The documented limits where an admin has set others. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newFlow, newWorld } from "../harness/polling-flow.ts";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector({
    POSTS_PER_HOUR: "1",
    CALLS_PER_HOUR: "700",
    POLL_INTERVAL_MINUTES: "15",
    TWEETS_PER_POLL: "20",
    CONNECTIONS_PER_USER: "3",
    TRIGGER_MAX_NEW_MATCHES: "50",
  });
}, 60_000);
afterAll(() => connector.close());

const CHANGED = [
  ["posts and retweets an hour and connection", 1, 12],
  ["other calls an hour and connection", 700, 600],
  ["minutes between two polls of the trigger", 15, 60],
  ["new tweets a poll of the trigger", 20, 5],
  ["connections for an X account and app", 3, 2],
] as const;

describe("other limits than the documented ones", () => {
  it("stand at /api/health and on the page of /api/connect", async () => {
    const { json } = await connector.call("health", { token: null });
    expect(json.limits).toEqual(
      CHANGED.map(([title, value, documented]) => ({ title, value, documented })),
    );
    const { text } = await connector.call("connect", { token: null });
    for (const [title, value, documented] of CHANGED) {
      expect(text).toContain(`Limit set here: ${title}`);
      expect(text).toContain(`${value} instead of ${documented}`);
    }
    expect(text).toContain("Connections for each X account: 3.");
  });

  it("hold for posts, other calls and connections", async () => {
    const post = () =>
      connector.call("posttweet", {
        method: "POST",
        query: { tweetText: `Post ${crypto.randomUUID()}` },
      });
    expect((await post()).headers.get("ratelimit-limit")).toBe("1");
    expect((await post()).json.code).toBe("HourlyLimitReached");
    const { headers } = await connector.call("user", { query: { userName: "contoso" } });
    expect(headers.get("ratelimit-limit")).toBe("700");
    // A connection that was never used makes room for the next one.
    const more = async () => {
      const { accessToken: token } = await signIn({
        connectorUrl: connector.url,
        app: SANDBOX_APP,
      });
      await connector.call("user", { query: { userName: "contoso" }, token });
    };
    await more();
    await more();
    await expect(more()).rejects.toThrow("3 connections");
  });

  it("hold for the trigger", async () => {
    const world = await newWorld(connector);
    const flow = newFlow(connector, world);
    expect((await flow.poll()).headers.get("retry-after")).toBe("900");
    await world.post(30);
    connector.clock.advance(15 * 60_000);
    await flow.poll();
    expect(flow.handedOut).toEqual(world.posted.slice(0, 20));
  });

  it("leave a line in the log for a setting that does nothing any more", () => {
    const lines = connector.logs.map(({ message }) => message);
    expect(lines.filter((line) => line.includes("TRIGGER_MAX_NEW_MATCHES"))).toHaveLength(1);
  });
});
