/** Whatever stands where X's sign-in should be: no crash, no wait past the time-out, no token sent elsewhere. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { createXOAuth, type XOAuth } from "../../../src/connections/x-oauth.ts";

const TIMEOUT_MS = 400;
/** Where an answer comes, and this machine may be busy. */
const PATIENCE_MS = 10_000;
const APP = { clientId: "id", clientSecret: "secret" };
const TOKENS = { access_token: "a", refresh_token: "r", expires_in: 7200, token_type: "bearer" };
const ME = { data: { id: "2124971152118908278", username: "contoso" } };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const startX = async (answer: Answer) => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const sends =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };

const CALLS: readonly (readonly [string, (x: XOAuth) => Promise<unknown>])[] = [
  ["exchange", (x) => x.exchange(APP, { code: "c", verifier: "v", redirectUri: "r" })],
  ["refresh", (x) => x.refresh(APP, "r")],
  ["whoIs", (x) => x.whoIs("a")],
];

/** What each call says of an answer; anything but an OAuthError fails the test. */
const outcomes = async (answer: Answer, timeoutMs = TIMEOUT_MS) => {
  const x = createXOAuth(await startX(answer), timeoutMs);
  return Promise.all(
    CALLS.map(async ([, call]) => {
      try {
        await call(x);
        return "success";
      } catch (error) {
        if (error instanceof OAuthError) return error.code;
        throw error;
      }
    }),
  );
};
const AWAY = CALLS.map(() => "temporarily_unavailable");

const html = (status: number): Answer =>
  sends(status, "<html><body>Attention Required!</body></html>", { "content-type": "text/html" });

describe("X's sign-in", () => {
  it("is understood, with fields that nobody knows", async () => {
    const x = createXOAuth(
      await startX(sends(200, JSON.stringify({ ...TOKENS, ...ME, more: [] }))),
      PATIENCE_MS,
    );
    expect(await x.refresh(APP, "r")).toEqual({
      accessToken: "a",
      refreshToken: "r",
      expiresIn: 7200,
    });
    expect(await x.whoIs("a")).toEqual(ME.data);
  });

  it.each([400, 401, 402, 403, 404, 407, 418, 451])(
    "that is a firewall's page with status %i is away, and nobody's fault",
    async (status) => {
      expect(await outcomes(html(status))).toEqual(AWAY);
    },
  );

  it.each([300, 301, 302, 303, 307, 308])(
    "that redirects with %i is not followed, so that no token goes elsewhere",
    async (status) => {
      let followed = 0;
      const elsewhere = await startX((_request, response) => {
        followed += 1;
        response.end(JSON.stringify({ ...TOKENS, ...ME }));
      });
      expect(
        await outcomes(sends(status, "", { location: `${elsewhere}/2/oauth2/token` })),
      ).toEqual(AWAY);
      expect(followed).toBe(0);
    },
  );

  const whole = JSON.stringify({ ...TOKENS, ...ME });
  it.each<[string, Answer]>([
    ["empty", sends(200, "")],
    ["null", sends(200, "null")],
    ["a list", sends(200, "[]")],
    ["text", sends(200, '"ok"')],
    ["of no members", sends(200, "{}")],
    ["cut", sends(200, whole.slice(0, -9))],
    [
      "of other types",
      sends(200, '{"access_token":1,"refresh_token":[],"expires_in":"x","data":[]}'),
    ],
    ["a user without a name", sends(200, '{"data":{"id":"1"}}')],
    ["a user whose id is no id", sends(200, '{"data":{"id":"../1","username":"x"}}')],
    ["errors without data", sends(200, '{"errors":[{"detail":"Over capacity."}]}')],
    ["errors that are none", sends(200, '{"errors":[null]}')],
    ["204", sends(204, "")],
    ["a page of a proxy with status 200", html(200)],
    ["500", sends(500, '{"title":"Internal Server Error"}')],
    ["429", sends(429, '{"title":"Too Many Requests"}')],
    ["a damaged gzip body", sends(200, Buffer.from("no gzip"), { "content-encoding": "gzip" })],
    [
      "a cut gzip body",
      sends(200, gzipSync(whole).subarray(0, 30), { "content-encoding": "gzip" }),
    ],
    ["a damaged br body", sends(200, Buffer.from("no br"), { "content-encoding": "br" })],
    [
      "a cut br body",
      sends(200, brotliCompressSync(whole).subarray(0, 20), { "content-encoding": "br" }),
    ],
    ["longer than anything of X's", sends(200, `{"x":"${"y".repeat(100_000)}"}`)],
    [
      "a small body that unpacks to a large one",
      sends(200, gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" }),
    ],
    ["silence", () => {}],
    ["an ended connection", (request) => request.socket.destroy()],
    [
      "a connection that ends within the body",
      (_request, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write("{");
        setImmediate(() => response.destroy());
      },
    ],
    [
      "a slow drip",
      (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("that answers %s is away", async (_name, answer) => {
    const startedAt = performance.now();
    expect(await outcomes(answer)).toEqual(AWAY);
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + 3_000);
  });

  const refused = (status: number, body: object) =>
    outcomes(sends(status, JSON.stringify(body)), PATIENCE_MS);
  it("is told apart when it refuses", async () => {
    expect(await refused(400, { error: "invalid_request", error_description: "No." })).toEqual([
      "invalid_grant",
      "invalid_grant",
      "access_denied",
    ]);
    expect(await refused(401, { title: "Unauthorized" })).toEqual([
      "invalid_client",
      "invalid_client",
      "invalid_grant",
    ]);
    expect(await refused(400, { error: "unauthorized_client", error_description: 7 })).toEqual([
      "invalid_client",
      "invalid_client",
      "access_denied",
    ]);
    expect(await refused(402, { title: "CreditsDepleted" })).toEqual(
      CALLS.map(() => "access_denied"),
    );
  });

  it("gives its own reason, once and in bounds", async () => {
    const x = createXOAuth(
      await startX(sends(403, JSON.stringify({ detail: `No project${"!".repeat(5_000)}` }))),
      PATIENCE_MS,
    );
    const error = await x.whoIs("a").catch((thrown: unknown) => thrown as OAuthError);
    expect((error as OAuthError).message).toMatch(/calls: No project!{280,300}\. Move it into/);
  });
});
