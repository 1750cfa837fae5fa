import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_HOURS = 7 * 24;
/** What is left over is handed out after the week, five an hour. */
const DRAIN_HOURS = 10;

let azurite: Azurite;
let connector: ConnectorUnderTest;
beforeAll(async () => {
  azurite = await startAzurite();
  connector = await startConnector({
    TRIGGER_MAX_NEW_MATCHES: "200",
    TABLE_CONNECTION_STRING: azurite.connectionString,
  });
}, 60_000);
afterAll(async () => {
  await connector.close();
  await azurite.close();
});
beforeEach(async () => {
  await connector.control("faults", undefined, "DELETE");
});

let names = 0;
/** A word that nobody else posts, and a connection that renews itself as hours pass. */
const newWorld = async () => {
  names += 1;
  const as = `poller_${names}`;
  const word = `word${names}x`;
  await connector.control("users", { username: as });
  let connection = await signIn({ connectorUrl: connector.url, app: SANDBOX_APP, as });
  let until = connector.clock.now() + connection.expiresIn * 1000;
  const token = async () => {
    if (connector.clock.now() > until - MINUTE_MS) {
      connection = await refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      until = connector.clock.now() + connection.expiresIn * 1000;
    }
    return connection.accessToken;
  };
  const posted: string[] = [];
  const post = async (count = 1, more: object = {}) => {
    for (let index = 0; index < count; index += 1) {
      const text = `${word} ${posted.length + 1}`;
      const { json } = await connector.control("posts", { as: "contoso", text, ...more });
      posted.push(json.id);
    }
  };
  return { word, token, posted, post };
};
type World = Awaited<ReturnType<typeof newWorld>>;

/** A flow as the platform runs it: follows Location, and runs once for every tweet handed out. */
const newFlow = (world: World, workflowId = "flow") => {
  const handedOut: string[] = [];
  let next = `/api/onnewtweet?searchQuery=${world.word}`;
  let last = next;
  const ask = async (path: string) => {
    const response = await fetch(connector.url + path, {
      headers: { authorization: `Bearer ${await world.token()}`, "x-ms-workflow-id": workflowId },
    });
    const text = await response.text();
    const { pathname, search } = new URL(
      response.headers.get("location") ?? `${connector.url}${path}`,
    );
    return {
      status: response.status,
      json: JSON.parse(text),
      headers: response.headers,
      next: pathname + search,
    };
  };
  const idsOf = (answer: { json: { value?: { TweetId: string }[] } }) =>
    (answer.json.value ?? []).map(({ TweetId }) => TweetId);
  return {
    handedOut,
    ask: () => ask(next),
    idsOf,
    async poll() {
      const answer = await ask(next);
      last = next;
      next = answer.next;
      handedOut.push(...idsOf(answer));
      return answer;
    },
    /** The platform asks for the last state once more; what it gets counts as asked for twice. */
    repeat: () => ask(last),
    /** The answer never arrives: the platform stays where it was. */
    loseAnswer: () => ask(next),
  };
};
type Flow = ReturnType<typeof newFlow>;

describe("a poll", () => {
  it("costs nothing the first time and says where and when to ask next", async () => {
    const world = await newWorld();
    await world.post(3);
    await connector.forgetXCalls();
    const flow = newFlow(world);
    const { status, headers, json, next } = await flow.poll();
    expect([status, json]).toEqual([202, { value: [] }]);
    expect(headers.get("retry-after")).toBe("3600");
    expect(next).toContain(`searchQuery=${world.word}&triggerState=`);
    expect(await connector.xCalls()).toEqual([]);
  });

  it("within the hour makes no call to X and tells the time that is left", async () => {
    const world = await newWorld();
    const flow = newFlow(world);
    await flow.poll();
    await world.post();
    connector.clock.advance(40 * MINUTE_MS);
    await connector.forgetXCalls();
    const { status, headers } = await flow.poll();
    expect(status).toBe(202);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(20 * 60);
    expect(await connector.xCalls()).toEqual([]);
    connector.clock.advance(20 * MINUTE_MS);
    await flow.poll();
    expect(flow.handedOut).toEqual(world.posted);
  });

  it("hands out five at most, the oldest first, whole models", async () => {
    const world = await newWorld();
    const flow = newFlow(world);
    await flow.poll();
    await world.post(12);
    for (const count of [5, 10, 12, 12]) {
      connector.clock.advance(HOUR_MS);
      await flow.poll();
      expect(flow.handedOut).toEqual(world.posted.slice(0, count));
    }
  });

  it("goes on from the stored state where the platform brings none", async () => {
    const world = await newWorld();
    const [first, second] = [newFlow(world), newFlow(world)];
    await first.poll();
    await world.post(2);
    connector.clock.advance(HOUR_MS);
    await second.poll();
    expect(second.handedOut).toEqual(world.posted);
  });

  it("uses the platform's own address of the connector for the next poll", async () => {
    const world = await newWorld();
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
    const world = await newWorld();
    const flow = newFlow(world);
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
    const world = await newWorld();
    const { next } = await newFlow(world).poll();
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
    const world = await newWorld();
    const flow = newFlow(world);
    await flow.poll();
    connector.clock.advance(HOUR_MS);
    await connector.control("faults", { kind: "creditsDepleted", path: "/2/tweets" });
    const { status, json } = await flow.ask();
    expect([status, json.code]).toEqual([402, "CreditsDepleted"]);
  });
});

interface Row {
  /** Before the poll of an hour. Answers whether the poll takes place as usual. */
  readonly hour: (world: World, flow: Flow, hour: number) => Promise<unknown>;
}

const twice: Record<string, { posted: number; lost: number; twice: number }> = {};
const finish = (name: string, world: World, flow: Flow) => {
  const distinct = new Set(flow.handedOut);
  const row = {
    posted: world.posted.length,
    lost: world.posted.filter((id) => !distinct.has(id)).length,
    twice: flow.handedOut.length - distinct.size,
  };
  twice[name] = row;
  return row;
};

const steady = (world: World, hour: number) => world.post(hour % 7 === 0 ? 3 : hour % 2);
const poll = (_world: World, flow: Flow) => flow.poll();
const fault = (kind: string) => connector.control("faults", { kind, path: "/2/tweets", times: 2 });

const rows: Record<string, Row["hour"]> = {
  "no fault": poll,
  "a burst of 150 in an hour": async (world, flow, hour) => {
    if (hour === 20) await world.post(150);
    await flow.poll();
  },
  "a tweet indexed three minutes late": async (world, flow, hour) => {
    if (hour % 5 === 0) await world.post(1, { indexedAfterMs: 3 * MINUTE_MS });
    await flow.poll();
  },
  "the app restarts between polls": async (_world, flow, hour) => {
    if (hour % 24 === 0) await connector.restart();
    await flow.poll();
  },
  "the platform repeats a poll": async (_world, flow, hour) => {
    const first = await flow.poll();
    if (hour % 6 === 0) expect(flow.idsOf(await flow.repeat())).toEqual(flow.idsOf(first));
  },
  "an answer is lost on the way": async (_world, flow, hour) => {
    if (hour % 6 === 0) await flow.loseAnswer();
    await flow.poll();
  },
  "X answers 429": async (_world, flow, hour) => {
    if (hour % 6 === 0) {
      await fault("rateLimited");
      expect((await flow.poll()).status).toBe(202);
      await connector.control("faults", undefined, "DELETE");
    } else await flow.poll();
  },
  "X answers 5xx": async (_world, flow, hour) => {
    if (hour % 6 === 0) {
      await fault("htmlError");
      expect((await flow.poll()).status).toBe(202);
      await connector.control("faults", undefined, "DELETE");
    } else await flow.poll();
  },
};

describe("a week of polling loses nothing and hands out nothing twice", () => {
  it.each(Object.keys(rows))(
    "when there is %s",
    async (name) => {
      const world = await newWorld();
      const flow = newFlow(world);
      await flow.poll();
      for (let hour = 1; hour <= WEEK_HOURS + DRAIN_HOURS; hour += 1) {
        connector.clock.advance(HOUR_MS);
        if (hour <= WEEK_HOURS) {
          await steady(world, hour);
          await rows[name]?.(world, flow, hour);
        } else await flow.poll();
      }
      expect(finish(name, world, flow)).toEqual({ posted: world.posted.length, lost: 0, twice: 0 });
    },
    120_000,
  );

  it("when the flow stood still for more than seven days", async () => {
    const world = await newWorld();
    const flow = newFlow(world);
    await flow.poll();
    connector.clock.advance(2 * DAY_MS);
    for (let day = 0; day < 6; day += 1) {
      connector.clock.advance(DAY_MS);
      await world.post(3);
    }
    for (let hour = 0; hour < 10; hour += 1) {
      connector.clock.advance(HOUR_MS);
      expect((await flow.poll()).status).toBeLessThan(300);
    }
    expect(finish("a since_id older than seven days", world, flow)).toMatchObject({
      lost: 0,
      twice: 0,
    });
  }, 60_000);

  it("when two flows of one connection search for the same text", async () => {
    const world = await newWorld();
    const flows = [newFlow(world, "one"), newFlow(world, "two")];
    for (let hour = 0; hour <= WEEK_HOURS + DRAIN_HOURS; hour += 1) {
      for (const flow of flows) await flow.poll();
      connector.clock.advance(HOUR_MS);
      if (hour < WEEK_HOURS) await steady(world, hour);
    }
    for (const flow of flows) {
      expect(finish("two flows on one connection", world, flow)).toMatchObject({
        lost: 0,
        twice: 0,
      });
    }
  }, 120_000);

  afterAll(() => console.table(twice));
});
