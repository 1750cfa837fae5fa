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

// Reported by `npm run mutation`: no test noticed when what follows broke.
describe("X's answer", () => {
  const answeredBy = async (status: number, body: string | object) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return createXOAuth(await startX(sends(status, text)), PATIENCE_MS);
  };
  const refusalOf = (call: Promise<unknown>) => call.catch((error: unknown) => error);

  it("may be 64 KB long, and not longer", async () => {
    const padded = (length: number) => {
      const { length: rest } = JSON.stringify({ ...ME, more: "" });
      return { ...ME, more: "x".repeat(length - rest) };
    };
    const fits = await answeredBy(200, padded(64 * 1024));
    expect(await fits.whoIs("a")).toEqual(ME.data);
    const tooLong = await answeredBy(200, padded(64 * 1024 + 1));
    expect(await refusalOf(tooLong.whoIs("a"))).toMatchObject({ reason: "RangeError" });
  });

  it.each([
    [{ errors: [{ detail: "In a list." }] }, ": In a list. Sign in again."],
    [{ errors: [{ message: "As a message." }] }, ": As a message. Sign in again."],
    [{ title: "By its title" }, ": By its title. Sign in again."],
    [{ error: "invalid_request" }, "the sign-in. Sign in again."],
    [{ error: "x", error_description: "v1.1 is gone." }, ": v1.1 is gone. Sign in again."],
  ])("gives X's reason, wherever it stands: %j", async (body, reason) => {
    const x = await answeredBy(400, body);
    expect(await refusalOf(x.refresh(APP, "r"))).toMatchObject({
      code: "invalid_grant",
      message: expect.stringContaining(reason),
    });
  });

  it.each([[{}], [{ errors: [] }], [{ error: "" }], ["null"]])(
    "that refuses without any word of X's is no refusal: %j",
    async (body) => {
      const x = await answeredBy(400, body);
      expect(await refusalOf(x.refresh(APP, "r"))).toMatchObject({
        code: "temporarily_unavailable",
        reason: "HTTP status 400",
      });
    },
  );

  it.each(["invalid_client", "unauthorized_client"])(
    "that does not know the app says so with status 400, too: %s",
    async (error) => {
      const x = await answeredBy(400, { error });
      expect(await refusalOf(x.refresh(APP, "r"))).toMatchObject({ code: "invalid_client" });
    },
  );

  it("that keeps the app from calls has no other way out, whoever asks", async () => {
    const x = await answeredBy(403, { detail: "No project." });
    expect(await refusalOf(x.refresh(APP, "r"))).toMatchObject({ code: "access_denied" });
  });

  it.each([
    [{ clientId: "i d", clientSecret: "s:%" }, `Basic ${btoa("i%20d:s%3A%25")}`, null],
    [{ clientId: "id" }, undefined, "id"],
  ])("is asked for as %j", async (app, authorization, clientId) => {
    const forms: URLSearchParams[] = [];
    const headers: (string | undefined)[] = [];
    const origin = await startX(async (request, response) => {
      headers.push(request.headers.authorization);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      forms.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.end(JSON.stringify(TOKENS));
    });
    await createXOAuth(origin, PATIENCE_MS).refresh(app, "r");
    const [form] = forms;
    expect(headers).toEqual([authorization]);
    expect(["grant_type", "refresh_token", "client_id"].map((name) => form?.get(name))).toEqual([
      "refresh_token",
      "r",
      clientId,
    ]);
  });
});
