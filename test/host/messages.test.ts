import { randomBytes } from "node:crypto";
import { app, type HttpHandler, HttpResponse } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { send } from "./raw-request.ts";
import { runHost } from "./running-host.ts";

const runHandler = (handler: HttpHandler) =>
  runHost(() => app.http("Echo", { methods: ["GET", "POST"], handler }));

const echo: HttpHandler = async (request) => ({
  jsonBody: {
    url: request.url,
    query: Object.fromEntries(request.query),
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()).toString("base64"),
  },
});

interface Echoed {
  readonly url: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: string;
}
const readEcho = async (url: string) => (await (await fetch(url)).json()) as Echoed;

describe("a request to the local host", () => {
  it("has the values of a repeated query parameter joined by a comma", async () => {
    const host = await runHandler(echo);
    const { url, query } = await readEcho(`${host.url}/api/echo?a=1&b=&A=2&a=3`);
    expect(query).toEqual({ a: "1,2,3", b: "" });
    expect(url).toBe(`${host.url}/api/echo?a=1&b=&A=2&a=3`);
  });

  it("has header names in lower case, several values joined, and forwarded headers untouched", async () => {
    const host = await runHandler(echo);
    const { body } = await send(host.url, {
      target: "/api/echo",
      headers: {
        Host: "connector.example",
        "X-Forwarded-Host": "front.example",
        "X-Forwarded-Proto": "https",
        "X-Many": ["one", "two"],
        "X-Empty": "",
      },
    });
    const { url, headers } = JSON.parse(body);
    expect(url).toBe("http://connector.example/api/echo");
    expect(headers).toMatchObject({
      host: "connector.example",
      "x-forwarded-host": "front.example",
      "x-forwarded-proto": "https",
      "x-many": "one,two",
      "x-empty": "",
    });
  });

  it("has its body byte for byte when it tells the length", async () => {
    const host = await runHandler(async (request) => ({
      body: new Uint8Array(await request.arrayBuffer()),
    }));
    const bytes = randomBytes(3_000_000);
    const answer = await fetch(`${host.url}/api/echo`, { method: "POST", body: bytes });
    expect(bytes.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  });

  it("has an empty body when it comes in chunks without a length", async () => {
    const host = await runHandler(echo);
    const { status, body } = await send(host.url, {
      method: "POST",
      target: "/api/echo",
      headers: { "Transfer-Encoding": "chunked", "Content-Type": "text/plain" },
      body: "never seen",
    });
    expect(status).toBe(200);
    expect(JSON.parse(body).body).toBe("");
  });

  it("is answered with 413, unread, when its body is over 100 MB", async () => {
    const host = await runHandler(echo);
    const { status, body } = await send(host.url, {
      method: "POST",
      target: "/api/echo",
      headers: { "Content-Length": String(104_857_601), Expect: "100-continue" },
    });
    expect({ status, body }).toEqual({ status: 413, body: "" });
  });
});

describe("an answer of the local host", () => {
  it("is what the function returns", async () => {
    const host = await runHandler(() => ({
      status: 202,
      headers: { "Retry-After": "60", "Content-Type": "application/json; charset=utf-8" },
      body: '{"id":9007199254740993}',
    }));
    const answer = await fetch(`${host.url}/api/echo`);
    expect(answer.status).toBe(202);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await answer.text()).toBe('{"id":9007199254740993}');
  });

  it("may be the library's own response", async () => {
    const host = await runHandler(
      () => new HttpResponse({ status: 201, jsonBody: { made: true } }),
    );
    const answer = await fetch(`${host.url}/api/echo`);
    expect([answer.status, await answer.json()]).toEqual([201, { made: true }]);
  });

  it("is 204 when the function returns nothing", async () => {
    const host = await runHandler(() => undefined as never);
    const answer = await fetch(`${host.url}/api/echo`);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
  });

  it("is 500 without a body when the function throws, and the log says what", async () => {
    const host = await runHandler(() => {
      throw new RangeError("out of reach");
    });
    const answer = await fetch(`${host.url}/api/echo`);
    expect([answer.status, await answer.text()]).toEqual([500, ""]);
    expect(host.logged).toEqual([
      expect.objectContaining({
        level: "error",
        category: "system",
        functionName: "Echo",
        message: "Echo failed: RangeError: out of reach",
      }),
    ]);
  });

  it("is 500 when what the function returns is no response", async () => {
    const host = await runHandler(() => "text" as never);
    expect((await fetch(`${host.url}/api/echo`)).status).toBe(500);
  });

  it("sets cookies as ASP.NET Core writes them", async () => {
    const host = await runHandler(() => ({
      cookies: [
        { name: "plain", value: "a b" },
        {
          name: "strict",
          value: "1",
          domain: "connector.example",
          path: "/api",
          expires: new Date("2026-11-23T10:00:00Z"),
          maxAge: 60,
          secure: true,
          httpOnly: true,
          sameSite: "Strict",
        },
      ],
    }));
    const answer = await fetch(`${host.url}/api/echo`);
    expect(answer.headers.getSetCookie()).toEqual([
      "plain=a%20b; path=/",
      "strict=1; expires=Mon, 23 Nov 2026 10:00:00 GMT; max-age=60; domain=connector.example; path=/api; secure; samesite=strict; httponly",
    ]);
  });

  it("leaves what the function logs in the log, with the call it belongs to", async () => {
    const host = await runHandler((_request, context) => {
      context.warn("careful");
      return { body: context.invocationId };
    });
    const invocationId = await (await fetch(`${host.url}/api/echo`)).text();
    expect(host.logged).toEqual([
      {
        level: "warning",
        category: "user",
        message: "careful",
        functionName: "Echo",
        invocationId,
      },
    ]);
  });
});

describe("a key of the local host", () => {
  it("is needed where the function asks for one, as header or in the query", async () => {
    const host = await runHost(() => {
      app.get("Guarded", { authLevel: "function", handler: () => ({ body: "in" }) });
    });
    const statusOf = async (query: string, headers: Record<string, string> = {}) =>
      (await fetch(`${host.url}/api/guarded${query}`, { headers })).status;
    expect(await statusOf("")).toBe(401);
    expect(await statusOf("?code=wrong")).toBe(401);
    expect(await statusOf(`?code=${host.key}`)).toBe(200);
    expect(await statusOf("", { "x-functions-key": host.key })).toBe(200);
    expect(await statusOf(`?code=${host.key}`, { "x-functions-key": "wrong" })).toBe(401);
  });

  it("does not stand in the way of an anonymous function that has a code of its own", async () => {
    const host = await runHandler(echo);
    const { query } = await readEcho(`${host.url}/api/echo?code=from-elsewhere`);
    expect(query).toEqual({ code: "from-elsewhere" });
  });
});
