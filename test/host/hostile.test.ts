/** Found on the built product: `GET //` ended `npm start`, a Host with @ was 5xx, and 110 stalled bodies blocked it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, type HttpHandler } from "@azure/functions";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { startConsole } from "../../local/console-server.ts";
import type { Patience } from "../../local/http/loopback-server.ts";
import { startSandbox } from "../../local/sandbox/sandbox.ts";
import { exchange, openSocket, statusOf } from "./exchange.ts";
import { runHost } from "./running-host.ts";

const IMPATIENT: Patience = { headersMs: 100, requestMs: 150 };
const LIMIT = 100;

const echo: HttpHandler = async (request) => ({ body: await request.text() });

/** A host with one function, and what it was called with. */
const runEcho = async (patience?: Patience, http: Readonly<Record<string, number>> = {}) => {
  const called: string[] = [];
  const handler: HttpHandler = (request, context) => {
    called.push(`${request.method} ${request.url}`);
    return echo(request, context);
  };
  const load = () => app.http("Echo", { methods: ["GET", "POST"], handler });
  const host = await runHost(load, { extensions: { http } }, { maxBodyBytes: LIMIT, patience });
  return { ...host, called };
};

const runConsole = async (connectorUrl: string, patience = IMPATIENT) => {
  const pages = await mkdtemp(join(tmpdir(), "console-"));
  onTestFinished(() => rm(pages, { recursive: true }));
  await mkdir(join(pages, "assets"));
  await writeFile(join(pages, "index.html"), "<title>Console</title>");
  const server = await startConsole({
    port: 0,
    connectorUrl,
    maxBodyBytes: LIMIT,
    pages,
    patience,
  });
  onTestFinished(() => server.close());
  return server;
};

const runSandbox = async (patience = IMPATIENT) => {
  const sandbox = await startSandbox({ patience });
  onTestFinished(() => sandbox.close());
  return sandbox;
};

const head = (...lines: readonly string[]): string => `${lines.join("\r\n")}\r\n\r\n`;

const MALFORMED: readonly (readonly [string, string, number])[] = [
  ["a path of two slashes", head("GET // HTTP/1.1", "Host: a"), 404],
  ["an address without an end", head("GET http://[ HTTP/1.1", "Host: a"), 400],
  ["another server's address", head("GET http://b/api/echo HTTP/1.1", "Host: a"), 400],
  ["another protocol's address", head("GET ftp://a/api/echo HTTP/1.1", "Host: a"), 400],
  ["its own address in full", head("GET http://a/api/echo HTTP/1.1", "Host: a"), 200],
  ["an address with a user", head("GET http://u@a/api/echo HTTP/1.1", "Host: a"), 400],
  ["a user in Host", head("GET /api/echo HTTP/1.1", "Host: u@a"), 400],
  ["a path in Host", head("GET /api/echo HTTP/1.1", "Host: a/b"), 400],
  ["no number of a port in Host", head("GET /api/echo HTTP/1.1", "Host: a:b"), 400],
  ["too high a port in Host", head("GET /api/echo HTTP/1.1", "Host: a:99999"), 400],
  ["two Hosts", head("GET /api/echo HTTP/1.1", "Host: a", "Host: b"), 400],
  ["no Host", head("GET /api/echo HTTP/1.1"), 400],
  ["no Host in HTTP/1.0", head("GET /api/echo HTTP/1.0"), 200],
  ["an asterisk", head("GET * HTTP/1.1", "Host: a"), 405],
  ["an asterisk of OPTIONS", head("OPTIONS * HTTP/1.1", "Host: a"), 404],
  ["an encoded NUL", head("GET /api/echo%00 HTTP/1.1", "Host: a"), 400],
  ["a NUL", head("GET /api/echo\0 HTTP/1.1", "Host: a"), 400],
  ["a NUL in a header", head("GET /api/echo HTTP/1.1", "Host: a", "X: \0"), 400],
  ["an invalid encoding", head("GET /api/%zz%E0%A4 HTTP/1.1", "Host: a"), 404],
  ["a path out of the root", head("GET /../../etc/passwd HTTP/1.1", "Host: a"), 404],
  ["TRACE", head("TRACE /api/echo HTTP/1.1", "Host: a"), 404],
  ["CONNECT", head("CONNECT a:443 HTTP/1.1", "Host: a:443"), 404],
  ["a method that is none", head("BREW /api/echo HTTP/1.1", "Host: a"), 400],
  ["a version that is none", head("GET /api/echo HTTP/9.9", "Host: a"), 400],
  ["HTTP/2", head("PRI * HTTP/2.0", "SM"), 400],
  ["TLS", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", 400],
  [
    "an upgrade",
    head("GET /api/echo HTTP/1.1", "Host: a", "Upgrade: h2c", "Connection: Upgrade"),
    200,
  ],
  ["an unknown expectation", head("GET /api/echo HTTP/1.1", "Host: a", "Expect: tea"), 417],
  [
    "headers named as parts of objects",
    head("GET /api/echo HTTP/1.1", "Host: a", "__proto__: 1", "constructor: 1"),
    200,
  ],
  [
    "101 headers",
    head("GET /api/echo HTTP/1.1", "Host: a", ...Array<string>(100).fill("X: 1")),
    431,
  ],
  ["a header of 1 MB", head("GET /api/echo HTTP/1.1", "Host: a", `X: ${"x".repeat(2 ** 20)}`), 431],
  ["a line over 8 KB", head(`GET /api/echo?${"x".repeat(9_000)} HTTP/1.1`, "Host: a"), 414],
  [
    "a length and chunks",
    head("POST /api/echo HTTP/1.1", "Host: a", "Content-Length: 3", "Transfer-Encoding: chunked"),
    400,
  ],
  [
    "two lengths",
    head("POST /api/echo HTTP/1.1", "Host: a", "Content-Length: 3", "Content-Length: 4"),
    400,
  ],
  ["a length below zero", head("POST /api/echo HTTP/1.1", "Host: a", "Content-Length: -3"), 400],
  [
    "chunks that are not last",
    head("POST /api/echo HTTP/1.1", "Host: a", "Transfer-Encoding: chunked, identity"),
    400,
  ],
  [
    "a space before a colon",
    head("POST /api/echo HTTP/1.1", "Host: a", "Transfer-Encoding : chunked"),
    400,
  ],
  [
    "a body over the limit",
    head("POST /api/echo HTTP/1.1", "Host: a", `Content-Length: ${LIMIT + 1}`),
    413,
  ],
  [
    "a body beyond all numbers",
    head("POST /api/echo HTTP/1.1", "Host: a", `Content-Length: 9${"0".repeat(15)}`),
    413,
  ],
];

describe("a request that is malformed", () => {
  it("is refused with the status that the real host gives, and the next one is served", async () => {
    const host = await runEcho();
    const answers = await Promise.all(
      MALFORMED.map(async ([name, bytes]) => [name, statusOf(await exchange(host.url, bytes))]),
    );
    expect(answers).toEqual(MALFORMED.map(([name, , status]) => [name, status]));
    expect((await fetch(`${host.url}/api/echo`)).status).toBe(200);
  });

  it("ends neither the console nor the sandbox", async () => {
    const host = await runEcho();
    const [makers, sandbox] = await Promise.all([runConsole(host.url), runSandbox()]);
    for (const { url } of [makers, sandbox]) {
      const answers = await Promise.all(MALFORMED.map(([, bytes]) => exchange(url, bytes)));
      expect(answers.map(statusOf).filter((status) => status >= 500)).toEqual([]);
    }
    expect((await fetch(makers.url)).status).toBe(200);
    expect((await fetch(`${sandbox.url}/sandbox/clock`)).status).toBe(200);
  });

  it("brings no second one along through the console", async () => {
    const host = await runEcho();
    const { url } = await runConsole(host.url);
    const second = head("GET /api/echo?second HTTP/1.1", "Host: a");
    const chunk = `${second.length.toString(16)}\r\n${second}\r\n0\r\n\r\n`;
    const own = `Host: ${new URL(url).host}`;
    const answer = await exchange(
      url,
      head("GET /api/echo?first HTTP/1.1", own, "Transfer-Encoding: chunked") + chunk,
    );
    expect(statusOf(answer)).toBe(200);
    expect(host.called).toEqual([`GET ${url}/api/echo?first`]);
  });
});

describe("a body", () => {
  const stalled = head("POST /api/echo HTTP/1.1", "Host: a", "Content-Length: 9");

  it("that stalls keeps nobody waiting, 110 of them neither", async () => {
    const host = await runEcho(undefined, { maxConcurrentRequests: 1, maxOutstandingRequests: 1 });
    const sockets = Array.from({ length: 110 }, () => openSocket(host.url));
    await Promise.all(
      sockets.map(
        (socket) => new Promise<void>((sent) => socket.write(`${stalled}b`, () => sent())),
      ),
    );
    expect((await fetch(`${host.url}/api/echo`)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it("that never comes, and headers that never end, are answered with 408", async () => {
    const host = await runEcho(IMPATIENT);
    const [body, headers] = await Promise.all([
      exchange(host.url, stalled),
      exchange(host.url, "GET /api/echo HTTP/1.1\r\nHost: a\r\n"),
    ]);
    expect([statusOf(body), statusOf(headers)]).toEqual([408, 408]);
    expect(host.called).toEqual([]);
  });

  it("is asked for when the caller waits for that, unless it is too large", async () => {
    const host = await runEcho();
    const ask = (length: number) =>
      exchange(
        host.url,
        `${head("POST /api/echo HTTP/1.1", "Host: a", "Expect: 100-continue", `Content-Length: ${length}`)}${"b".repeat(length)}`,
      );
    expect(await ask(3)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    expect(await ask(LIMIT + 1)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("in chunks without an end is given up by the sandbox at its limit", async () => {
    const { url } = await runSandbox({ headersMs: 30_000, requestMs: 30_000 });
    const chunk = `${(2 ** 20).toString(16)}\r\n${"b".repeat(2 ** 20)}\r\n`;
    const start = head("POST /sandbox/posts HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
    expect(statusOf(await exchange(url, start + chunk.repeat(33)))).toBe(413);
  });
});

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const noise = fc.string({ unit: byte, maxLength: 30 });

const target = fc.oneof(
  oneOf("/api/echo", "/api//echo", "//", "*", "http://[", "http://a/api/echo", "/sandbox/posts"),
  oneOf("/2/tweets", "/2/oauth2/token", "/2/media/upload/initialize", "/i/oauth2/authorize", "/"),
  fc
    .tuple(oneOf("/api/", "/2/users/", "/sandbox/", "/media/", "http://"), noise)
    .map((parts) => parts.join("")),
);
const header = fc.oneof(
  oneOf("Host: a", "Host: u@a", "Host: ", "Host: [::1]:1", "Authorization: Bearer x", "Cookie: a"),
  oneOf(
    "Content-Length: 2",
    "Content-Length: 7",
    "Transfer-Encoding: chunked",
    "Connection: close",
  ),
  oneOf("Expect: 100-continue", "Upgrade: websocket", "Connection: upgrade", "__proto__: a"),
  oneOf("Content-Type: application/json", "Content-Type: multipart/form-data; boundary=b"),
  fc.tuple(noise, noise).map((parts) => parts.join(":")),
);
const hostileRequest = fc
  .record({
    method: oneOf("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get"),
    target,
    version: oneOf("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0"),
    headers: fc.array(header, { maxLength: 4 }),
    lineEnd: oneOf("\r\n", "\r\n", "\r\n", "\n"),
    body: fc.oneof(oneOf("", "{}", "{]", "null", "1\r\nx\r\n0\r\n\r\n", "zz\r\n"), noise),
  })
  .map(({ method, target, version, headers, lineEnd, body }) =>
    [`${method} ${target} ${version}`, "Host: 127.0.0.1", ...headers, "", body].join(lineEnd),
  );

describe("any bytes", () => {
  it("are answered with less than 500 by host, console and sandbox, which all live on", async () => {
    const host = await runEcho(IMPATIENT);
    const [makers, sandbox] = await Promise.all([runConsole(host.url), runSandbox()]);
    const urls = [host.url, makers.url, sandbox.url];
    const statusesFrom = (requests: readonly string[]) =>
      Promise.all(
        requests.flatMap((bytes) => urls.map(async (url) => statusOf(await exchange(url, bytes)))),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostileRequest, { minLength: 40, maxLength: 40 }),
        async (requests) => {
          const statuses = await statusesFrom(requests);
          expect(statuses.filter((status) => status >= 500)).toEqual([]);
        },
      ),
      { seed: 20_261_125, numRuns: 12, endOnFailure: true },
    );
    const alive = [`${host.url}/api/echo`, makers.url, `${sandbox.url}/sandbox/clock`];
    const answers = await Promise.all(alive.map(async (url) => (await fetch(url)).status));
    expect(answers).toEqual([200, 200, 200]);
  }, 30_000);
});
