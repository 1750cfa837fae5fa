import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { identitySchema } from "../../../src/connections/connection-token.ts";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { createTokenHandler } from "../../../src/connections/token.ts";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import { createSealer, type Sealer } from "../../../src/sealing/seal.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");

const unused = () => Promise.reject(new Error("Nobody should have come here."));

const createWorld = (form: string, length = form.length, open = unused) => {
  const logs: unknown[] = [];
  const state = { isRead: false };
  const handler = createTokenHandler({
    sealer: { seal: unused, open },
    connections: { open: unused, refresh: unused, accessToken: unused, newerToken: unused },
    signIn: unused,
    moreRedirects: [],
  });
  const request = {
    method: "POST",
    url: new URL("https://connector.example/api/oauth2/token"),
    headers: new Headers({ "content-length": String(length) }),
    body: async () => {
      state.isRead = true;
      return new TextEncoder().encode(form);
    },
  };
  const ask = () => handler(request, (level, record) => logs.push({ level, ...record }));
  return { ask, state, logs };
};

it("refuses a form that is too long by its Content-Length, before it is read", async () => {
  const { ask, state } = createWorld("", 70_000);
  const { status, body } = await ask();
  expect([status, JSON.parse(body).error]).toEqual([400, "invalid_request"]);
  expect(state.isRead).toBe(false);
});

it("refuses it also when its Content-Length says less", async () => {
  const { ask } = createWorld("x".repeat(70_000), 10);
  expect(JSON.parse((await ask()).body).error).toBe("invalid_request");
});

it("says that a vault is away, when to come again, and why in the log only", async () => {
  const form = "grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=t";
  const { ask, logs } = createWorld(form, form.length, () =>
    Promise.reject(new KeysUnavailableError("Key Vault of the-tenant is no help.")),
  );
  const { status, headers, body } = await ask();
  expect([status, JSON.parse(body).error]).toEqual([503, "temporarily_unavailable"]);
  expect(headers["Retry-After"]).toBe("30");
  expect(body).not.toContain("tenant");
  expect(logs).toMatchObject([{ cause: "Key Vault of the-tenant is no help." }]);
});

it("hides no bug behind an OAuth error", async () => {
  const form = "grant_type=refresh_token&client_id=a&refresh_token=t";
  const { ask } = createWorld(form);
  await expect(ask()).rejects.toThrow("Nobody should have come here.");
});

describe("the token endpoint", () => {
  const IDENTITY = { connectionId: "c", userId: "1", userName: "contoso", appId: "app" };
  const CODE = {
    code: "X's",
    verifier: "v",
    clientId: "app",
    redirectUri: "https://global.consent.azure-apim.net/redirect",
    callback: "https://connector.example/callback",
  };

  /** A broker whose X takes everything; `asked` is what it was asked. */
  const createBroker = () => {
    const key = { version: "1", bytes: randomBytes(32) };
    const sealer = createSealer({ newest: async () => key, byVersion: async () => key }, () => NOW);
    const asked: unknown[] = [];
    const logs: object[] = [];
    const failure: { of?: Error } = {};
    const handler = createTokenHandler({
      sealer,
      connections: {
        open: unused,
        accessToken: unused,
        newerToken: unused,
        refresh: async (...given) => {
          asked.push(given);
          if (failure.of) throw failure.of;
          return { connectionId: "c", expiresIn: 7000 };
        },
      },
      signIn: async (...given) => {
        asked.push(given);
        if (failure.of) throw failure.of;
        return { connectionId: "c", expiresIn: 7000, user: { id: "1", username: "contoso" } };
      },
      moreRedirects: ["https://flows.example/redirect"],
    });
    const ask = async (form: Record<string, string>, headers: Record<string, string> = {}) => {
      const answer = await handler(
        {
          method: "POST",
          url: new URL("https://connector.example/api/oauth2/token"),
          headers: new Headers(headers),
          body: async () => new TextEncoder().encode(String(new URLSearchParams(form))),
        },
        (level, record) => logs.push({ level, ...record }),
      );
      return { ...answer, json: JSON.parse(answer.body) };
    };
    return { sealer, asked, logs, failure, ask };
  };
  const sealCode = (sealer: Sealer) => sealer.seal("code", CODE, 60);
  const sealRefresh = (sealer: Sealer) => sealer.seal("refresh", IDENTITY, 60);
  const AS_APP = { client_id: "app", client_secret: "secret" };
  const REDEEM = { ...AS_APP, grant_type: "authorization_code", redirect_uri: CODE.redirectUri };
  const RENEW = { ...AS_APP, grant_type: "refresh_token" };

  // Reported by `npm run mutation`: what follows was held through HTTP alone.
  it("redeems a code at X with what was sealed in it, and gives the connection's own tokens", async () => {
    const { sealer, asked, ask } = createBroker();
    const { status, json } = await ask({ ...REDEEM, code: await sealCode(sealer) });
    expect(asked).toEqual([
      [
        { clientId: "app", clientSecret: "secret" },
        { code: "X's", verifier: "v", redirectUri: CODE.callback },
      ],
    ]);
    const { access_token, refresh_token, ...rest } = json;
    expect([status, rest]).toEqual([
      200,
      { token_type: "Bearer", expires_in: 7000, username: "contoso" },
    ]);
    expect(await sealer.open("access", access_token, identitySchema)).toEqual(IDENTITY);
    expect(await sealer.open("refresh", refresh_token, identitySchema)).toEqual(IDENTITY);
  });

  it("redeems X's own code where the platform has made the challenge", async () => {
    const { asked, ask } = createBroker();
    const form = { ...REDEEM, code: "X's", code_verifier: "theirs" };
    expect((await ask(form)).status).toBe(200);
    await ask({ ...form, redirect_uri: "https://flows.example/redirect" });
    expect(asked.map((given) => (given as unknown[])[1])).toEqual([
      { code: "X's", verifier: "theirs", redirectUri: CODE.redirectUri },
      { code: "X's", verifier: "theirs", redirectUri: "https://flows.example/redirect" },
    ]);
    const evil = await ask({ ...form, redirect_uri: "https://evil.example/" });
    expect(evil.json.error).toBe("invalid_grant");
    expect(asked).toHaveLength(2);
  });

  it("renews a connection for the app that it was opened for", async () => {
    const { sealer, asked, ask } = createBroker();
    const { status, json } = await ask({ ...RENEW, refresh_token: await sealRefresh(sealer) });
    expect([status, json.expires_in, json.username]).toEqual([200, 7000, "contoso"]);
    expect(asked).toEqual([[{ clientId: "app", clientSecret: "secret" }, "1", "c"]]);
  });

  it.each([
    ["HTTP Basic", "Basic", "app", "secret", "secret"],
    ["HTTP Basic in small letters", "basic ", "app", "secret", "secret"],
    ["HTTP Basic, form-encoded", "Basic", "%61pp", "se+cret%3A%25", "se cret:%"],
    ["HTTP Basic without a secret", "Basic", "app", "", undefined],
  ])("takes an app by %s", async (_, scheme, id, secret, read) => {
    const { sealer, asked, ask } = createBroker();
    const { client_id: _id, client_secret: _secret, ...form } = RENEW;
    const basic = Buffer.from(`${id}:${secret}`).toString("base64");
    const headers = { authorization: `${scheme} ${basic}` };
    await ask({ ...form, refresh_token: await sealRefresh(sealer) }, headers);
    expect(asked).toEqual([[{ clientId: "app", ...(read && { clientSecret: read }) }, "1", "c"]]);
  });

  it("takes an app by what the form says before what the header says, blanks left out", async () => {
    const { sealer, asked, ask } = createBroker();
    const headers = { authorization: `Basic ${Buffer.from("other:other").toString("base64")}` };
    const form = { ...RENEW, client_id: " app\n", client_secret: "\tsecret\r\n" };
    await ask({ ...form, refresh_token: await sealRefresh(sealer) }, headers);
    expect(asked).toEqual([[{ clientId: "app", clientSecret: "secret" }, "1", "c"]]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ["no grant type", { grant_type: "" }, 400, "invalid_request"],
    ["another grant type", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["no app", { client_id: "" }, 401, "invalid_client"],
    ["the placeholder of the definition", { client_id: "Dummy" }, 401, "invalid_client"],
    ["no code", { code: "" }, 400, "invalid_request"],
    ["a code that is none", { code: "x" }, 400, "invalid_grant"],
    ["a code of another app", { client_id: "other" }, 400, "invalid_grant"],
    [
      "a code of another address",
      { redirect_uri: "https://flows.example/redirect" },
      400,
      "invalid_grant",
    ],
  ])("refuses %s", async (_, wrong, status, error) => {
    const { sealer, asked, logs, ask } = createBroker();
    const answer = await ask({ ...REDEEM, code: await sealCode(sealer), ...wrong });
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(answer.headers).not.toHaveProperty("Retry-After");
    expect(asked).toEqual([]);
    expect(logs).toMatchObject([{ level: "warn", operation: "token", code: error }]);
    expect(logs[0]).toHaveProperty("connection", undefined);
  });

  it("says which of both is not valid: a code or a refresh token", async () => {
    const { ask } = createBroker();
    const { json: code } = await ask({ ...REDEEM, code: "x" });
    expect(code.error_description).toMatch(/^The code is not valid/);
    const { json: token } = await ask({ ...RENEW, refresh_token: "x" });
    expect([token.error, token.error_description]).toEqual([
      "invalid_grant",
      expect.stringMatching(/^The refresh token is not valid/),
    ]);
  });

  it("refuses a refresh token of another app, whose connection the log does not name", async () => {
    const { sealer, asked, logs, ask } = createBroker();
    const refresh_token = await sealRefresh(sealer);
    const { json } = await ask({ ...RENEW, client_id: "other", refresh_token });
    expect(json.error).toBe("invalid_grant");
    expect(asked).toEqual([]);
    expect(logs).toMatchObject([{ grantType: "refresh_token", connection: undefined }]);
  });

  it("tells X's refusal as it is, and the log which connection and why", async () => {
    const { sealer, logs, failure, ask } = createBroker();
    failure.of = new OAuthError("access_denied", "No credits.", "HTTP status 402");
    const headers = { "x-ms-client-request-id": "r1" };
    const answer = await ask({ ...RENEW, refresh_token: await sealRefresh(sealer) }, headers);
    expect([answer.status, answer.json]).toEqual([
      403,
      { error: "access_denied", error_description: "No credits." },
    ]);
    expect(logs).toEqual([
      {
        level: "warn",
        requestId: expect.any(String),
        operation: "token",
        grantType: "refresh_token",
        connection: expect.stringMatching(/^[0-9a-f]{12}$/),
        code: "access_denied",
        cause: "HTTP status 402",
      },
    ]);
  });

  it("takes a form of 64 KB, and none that is longer by a byte", async () => {
    const { ask } = createBroker();
    const rest = String(new URLSearchParams({ ...REDEEM, code: "x", padding: "" })).length;
    const ofLength = (length: number) =>
      ask({ ...REDEEM, code: "x", padding: "x".repeat(length - rest) });
    expect((await ofLength(64 * 1024)).json.error).toBe("invalid_grant");
    expect((await ofLength(64 * 1024 + 1)).json.error).toBe("invalid_request");
  });
});
