import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { costOf, type XCall } from "../../../src/x/billing.ts";
import { createXSession, type XSession } from "../../../src/x/session.ts";
import { createXTransport } from "../../../src/x/transport.ts";
import { isAnswerLost, XError } from "../../../src/x/x-error.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A session with an X that answers as told. */
const sessionWith = async (
  listener: RequestListener,
  timeoutMs = 10_000,
  onSettled: (call: XCall) => void = () => {},
  scheme: "http" | "https" = "http",
) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return createXSession({
    transport: createXTransport(`${scheme}://127.0.0.1:${port}`, timeoutMs),
    credentials: { accessToken: async () => "token", newerThan: async () => undefined },
    deadline: Date.now() + 60_000,
    clock: Date.now,
    onCall: () => {},
    admit: async () => ({ chosen: 0, settle: onSettled }),
  });
};

const anything = z.unknown();
const page = Buffer.from(JSON.stringify({ data: [{ id: "1", text: "a".repeat(5_000) }] }));
const packed = (encoding: string, body: Buffer): RequestListener => {
  return (_request, response) => {
    response.writeHead(200, { "content-encoding": encoding, "content-type": "application/json" });
    response.end(body);
  };
};

describe("a packed answer of X", () => {
  it.each([
    ["gzip", gzipSync(page)],
    ["br", brotliCompressSync(page)],
  ])("in %s is read", async (encoding, body) => {
    const x = await sessionWith(packed(encoding, body));
    expect(await x.get("tweets/search/recent", anything)).toEqual(JSON.parse(page.toString()));
  });

  // A corrupt body ended the process; one that was cut hung the call past every time-out.
  it.each([
    ["corrupt gzip", "gzip", gzipSync(page).fill(0xff, 12, 30)],
    ["corrupt br", "br", Buffer.alloc(200, 0xff)],
    ["gzip that is cut off", "gzip", gzipSync(page).subarray(0, -10)],
    ["br that is cut off", "br", brotliCompressSync(page).subarray(0, -3)],
    ["30 MB in a few kilobytes", "gzip", gzipSync(Buffer.alloc(30 * 1024 * 1024, " "))],
    ["in an encoding that was not asked for", "deflate", page],
    ["in an encoding that names a member of objects", "constructor", page],
  ])("that is %s is 502", async (_name, encoding, body) => {
    const x = await sessionWith(packed(encoding, body));
    await expect(x.get("tweets/search/recent", anything)).rejects.toMatchObject({
      code: "XUnavailable",
    });
  });
});

describe("an answer of X", () => {
  it("that has no end is given up at 20 MB", async () => {
    const x = await sessionWith((_request, response) => {
      const block = Buffer.alloc(1024 * 1024, " ");
      const go = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on("drain", go);
      go();
    });
    await expect(x.get("tweets/search/recent", anything)).rejects.toMatchObject({
      code: "XUnavailable",
    });
  }, 30_000);

  it("that falls silent half-way is 504 once the time for a call is over", async () => {
    const x = await sessionWith((_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{");
    }, 200);
    await expect(x.get("tweets/search/recent", anything)).rejects.toMatchObject({
      code: "XTimeout",
    });
  });

  it("that leads elsewhere is not followed", async () => {
    let calls = 0;
    const x = await sessionWith((_request, response) => {
      calls += 1;
      response.writeHead(307, { location: "/2/elsewhere" }).end('{"data":{"id":"1"}}');
    });
    await expect(x.post("tweets", anything, {})).rejects.toMatchObject({ code: "XUnavailable" });
    expect(calls).toBe(1);
  });
});

// Empty pages with a next_token made 16,166 calls in one poll.
it("one request makes no more than 500 calls, whatever loops over X's answers", async () => {
  let calls = 0;
  const x = await sessionWith((_request, response) => {
    calls += 1;
    response.end('{"meta":{"next_token":"again"}}');
  });
  const all = Array.from({ length: 505 }, () =>
    x.get("tweets/search/recent", anything).catch((error) => error),
  );
  expect((await Promise.all(all)).at(-1)).toMatchObject({ code: "XUnavailable" });
  expect(calls).toBe(500);
});

// While X was away each poll booked a page of tweets, and a post that had never left was looked for.
describe("an X that cannot be reached", () => {
  const close = () => {
    for (const each of closers.splice(0)) each();
  };
  const silent: RequestListener = () => {};

  it.each<[string, "http" | "https", () => void]>([
    ["refuses connections", "http", close],
    ["speaks no TLS", "https", () => {}],
  ])("has done nothing for sure and bills nothing: one that %s", async (_, scheme, prepare) => {
    const costs: number[] = [];
    const x = await sessionWith(silent, 10_000, (sent) => costs.push(costOf(sent)), scheme);
    prepare();
    const query = { max_results: 100, expansions: "author_id" };
    for (const call of [x.post("tweets", anything, {}), x.get("tweets", anything, query)]) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "XUnavailable", failure: { kind: "unreached" } });
      expect(error instanceof XError && isAnswerLost(error)).toBe(false);
    }
    expect(costs).toEqual([0, 0]);
  });

  it("is told from one that is silent once it has the call", async () => {
    const costs: number[] = [];
    const x = await sessionWith(silent, 200, (sent) => costs.push(costOf(sent)));
    await expect(x.post("tweets", anything, {})).rejects.toMatchObject({ code: "XTimeout" });
    expect(costs).toEqual([15_000]);
  });
});

describe("a call whose answer never came", () => {
  const costsOf = async (call: (x: XSession) => Promise<unknown>) => {
    const costs: number[] = [];
    const listen: RequestListener = (request) => request.socket.destroy();
    const x = await sessionWith(listen, 10_000, (sent) => costs.push(costOf(sent)));
    await call(x).catch(() => {});
    return costs;
  };

  it.each<[string, number[], (x: XSession) => Promise<unknown>]>([
    // Asked twice, as every reading is; what X returned the first time is free the second.
    [
      "a page of posts",
      [1_500_000],
      (x) => x.get("tweets/search/recent", anything, { max_results: 100, expansions: "author_id" }),
    ],
    [
      "a page of users",
      [10_000_000],
      (x) => x.get("users/1/followers", anything, { max_results: 1000 }),
    ],
    ["one user", [10_000], (x) => x.get("users/by/username/contoso", anything)],
    ["a post", [15_000], (x) => x.post("tweets", anything, { text: "Hello" })],
    ["a retweet", [15_000], (x) => x.post("users/1/retweets", anything, { tweet_id: "2" })],
  ])("may have cost all that was asked for: %s", async (_, costs, call) => {
    expect(await costsOf(call)).toEqual(costs);
  });

  it.each<[string, (x: XSession) => Promise<unknown>]>([
    ["a read", (x) => x.get("tweets/search/recent", anything, { max_results: 100 })],
    ["a post", (x) => x.post("tweets", anything, { text: "Hello" })],
  ])("costs nothing when X refuses it: %s", async (_, call) => {
    const costs: number[] = [];
    const refuse: RequestListener = (_request, response) => response.writeHead(403).end();
    const x = await sessionWith(refuse, 10_000, (sent) => costs.push(costOf(sent)));
    await call(x).catch(() => {});
    expect(costs).toEqual([0]);
  });

  it.each<[string, number, string, number]>([
    ["a gateway", 502, "<html>Bad Gateway</html>", 15_000],
    ["X itself", 503, JSON.stringify({ title: "Service Unavailable", status: 503 }), 0],
  ])("may have cost a post where it was %s that failed", async (_, status, body, cost) => {
    const costs: number[] = [];
    const fail: RequestListener = (_request, response) => response.writeHead(status).end(body);
    const x = await sessionWith(fail, 10_000, (sent) => costs.push(costOf(sent)));
    await x.post("tweets", anything, { text: "Hello" }).catch(() => {});
    expect(costs).toEqual([cost]);
  });
});

describe("a call that changes something", () => {
  // Nothing is put or deleted yet: the paths are of no endpoint in the table, and bring their price along.
  const path = "tweets/1" as never;
  const asked = async (call: (x: XSession) => Promise<unknown>) => {
    let seen = "";
    const x = await sessionWith(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      seen = [request.method, request.url, Buffer.concat(chunks)].join(" ");
      response.end('{"data":{}}');
    });
    await call(x);
    return seen;
  };

  it.each<[string, (x: XSession) => Promise<unknown>]>([
    ['POST /2/tweets {"text":"a"}', (x) => x.post("tweets", anything, { text: "a" })],
    ["POST /2/tweets ", (x) => x.post("tweets", anything)],
    ['PUT /2/tweets/1 {"hidden":true}', (x) => x.put(path, anything, { hidden: true }, "unlisted")],
    ["PUT /2/tweets/1 ", (x) => x.put(path, anything, undefined, "unlisted")],
    ["DELETE /2/tweets/1 ", (x) => x.delete(path, anything, "unlisted")],
  ])("is sent as %s", async (sent, call) => {
    expect(await asked(call)).toBe(sent);
  });

  it("is not repeated when X fails", async () => {
    let calls = 0;
    const x = await sessionWith((_request, response) => {
      calls += 1;
      response.writeHead(503).end();
    });
    await expect(x.delete(path, anything, "unlisted")).rejects.toMatchObject({
      code: "XUnavailable",
    });
    expect(calls).toBe(1);
  });

  it("is not sent without a price", async () => {
    let calls = 0;
    const x = await sessionWith(() => {
      calls += 1;
    });
    const unheardOf = "unheard-of/1" as never;
    expect(() => x.delete(unheardOf, anything)).toThrow("DELETE unheard-of/1 has no price");
    await expect(x.get(unheardOf, anything)).rejects.toThrow("GET unheard-of/1 has no price");
    expect(calls).toBe(0);
  });
});
