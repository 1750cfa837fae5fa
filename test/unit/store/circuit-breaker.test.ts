import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createMovableClock, patchGlobalDate } from "../../../local/clock.ts";
import { createTableClient } from "../../../src/azure-clients.ts";
import { LEFT_ALONE_MS, withCircuitBreaker } from "../../../src/store/circuit-breaker.ts";
import { createMemoryStore } from "../../../src/store/memory-store.ts";
import { type Store, StoreUnavailableError } from "../../../src/store/store.ts";
import { createTableStore } from "../../../src/store/table-store.ts";

const key = { partition: "p", row: "r" };
const NEVER = { expiresAt: Date.UTC(2100, 0) };

const clock = createMovableClock();
let undoClock: () => void;
// The circuit breaker reads the process's clock.
beforeEach(() => {
  undoClock = patchGlobalDate(clock);
});
afterEach(() => undoClock());

/** A service that answers every connection with `answer`, or takes it and never says a word. */
const startService = async (answer?: string) => {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.on("error", () => {}));
    if (answer !== undefined) socket.once("data", () => socket.end(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const connectionString = `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:${port}/a;`;
  const location = { connectionString, endpoint: undefined, tableName: "state" };
  const client = createTableClient(location, undefined);
  return {
    connections: () => connections,
    store: withCircuitBreaker(
      createTableStore({ client: () => client, clock: clock.now, timeoutMs: 1_500 }),
    ),
  };
};

const answerOf = (status: string, body: string, type = "application/json") =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

const failing = (store: Store) =>
  Promise.all([
    expect(store.read(key)).rejects.toThrow(StoreUnavailableError),
    expect(store.create(key, "", NEVER)).rejects.toThrow(StoreUnavailableError),
    expect(store.replace(key, "", `${NEVER.expiresAt} e`, NEVER)).rejects.toThrow(
      StoreUnavailableError,
    ),
  ]);

describe("a store that takes connections and never answers", () => {
  it("costs the first call less than two seconds and the others nothing", async () => {
    const { store, connections } = await startService();
    expect(await elapsed(() => failing(store))).toBeLessThan(2_000);
    const before = connections();
    expect(await elapsed(() => failing(store))).toBeLessThan(100);
    await expect(store.read(key)).rejects.toThrow("Left alone for a while: Azure Table Storage");
    expect(connections()).toBe(before);
  });

  it("is tried by one call after a while, for which the others wait no longer than it does", async () => {
    const { store, connections } = await startService();
    await expect(store.read(key)).rejects.toThrow(StoreUnavailableError);
    const before = connections();
    clock.advance(LEFT_ALONE_MS);
    const all = Array.from({ length: 20 }, () => failing(store));
    expect(await elapsed(() => Promise.all(all))).toBeLessThan(2_000);
    // The tries of one operation, not of sixty.
    expect(connections() - before).toBeLessThanOrEqual(3);
  });
});

describe.each([
  ["500", answerOf("500 Oops", "")],
  ["a busy answer", answerOf("503 Busy", '{"odata.error":{"code":"ServerBusy"}}')],
  ["403", answerOf("403 No", '{"odata.error":{"code":"AuthorizationFailure"}}')],
  ["a page of a proxy", answerOf("502 Bad", "<html>no</html>", "text/html")],
  ["garbage", "garbage\r\n\r\n"],
])("a store that answers with %s", (_name, answer) => {
  it("is unavailable, soon, and then left alone", async () => {
    const { store, connections } = await startService(answer);
    expect(await elapsed(() => failing(store))).toBeLessThan(2_000);
    const before = connections();
    await failing(store);
    expect(connections()).toBe(before);
  });
});

describe("a store that was left alone", () => {
  const createWorld = () => {
    const memory = createMemoryStore({ clock: clock.now });
    const state = { isAway: true, asked: 0 };
    const read: Store["read"] = async (...args) => {
      state.asked += 1;
      if (state.isAway) throw new StoreUnavailableError("Away.");
      return memory.read(...args);
    };
    return { state, memory, store: withCircuitBreaker({ ...memory, read }) };
  };

  it("serves again from the first call that succeeds", async () => {
    const { state, store } = createWorld();
    await expect(store.read(key)).rejects.toThrow("Away.");
    state.isAway = false;
    await expect(store.create(key, "one", NEVER)).rejects.toThrow("Left alone for a while: Away.");
    clock.advance(LEFT_ALONE_MS);
    await Promise.all(Array.from({ length: 5 }, () => store.read(key)));
    expect(await store.create(key, "one", NEVER)).toBeDefined();
    expect(await store.read(key)).toMatchObject({ value: "one" });
  });

  it("is not one that has lost a race or been asked wrongly", async () => {
    const { state, store } = createWorld();
    state.isAway = false;
    await expect(store.read({ partition: "", row: "" })).rejects.toThrow(RangeError);
    expect(await store.replace(key, "one", "1", NEVER)).toBeUndefined();
    expect(await store.read(key)).toBeUndefined();
  });

  it("is still purged by the timer, which nobody waits for", async () => {
    const { store, memory } = createWorld();
    await memory.create(key, "old", { expiresAt: clock.now() + 1 });
    await expect(store.read(key)).rejects.toThrow("Away.");
    clock.advance(LEFT_ALONE_MS / 2);
    expect(await store.purgeExpired(10)).toBe(1);
  });
});
