import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { obtainCode, refresh, requestToken, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { contractOperations } from "../../src/operations/index.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

/** Some sign in several users and call every action. */
vi.setConfig({ testTimeout: 30_000 });

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector({ OAUTH_REDIRECT_URLS: "https://flows.example/redirect" });
});
afterAll(() => connector.close());
beforeEach(() => connector.forgetXCalls());

/** A user of the sandbox who has no connection yet. */
const newUser = async (): Promise<string> => {
  const username = `u${Math.random().toString(36).slice(2, 12)}`;
  await connector.control("users", { username, name: username });
  return username;
};
const signInAs = async (as: string) =>
  signIn({ connectorUrl: connector.url, app: SANDBOX_APP, as });
const refreshed = (token: string) => refresh(connector.url, SANDBOX_APP, token);
const tokenCalls = async () =>
  (await connector.xCalls()).filter(({ path }) => path === "/2/oauth2/token");
const hometimeline = (token: string) => connector.call("hometimeline", { token });

const askToken = async (form: Record<string, string>) => {
  const response = await requestToken(connector.url, {
    redirect_uri: CONSENT_ADDRESS,
    client_id: SANDBOX_APP.clientId,
    client_secret: SANDBOX_APP.clientSecret,
    ...form,
  });
  const body = (await response.json()) as { error?: string; error_description?: string };
  return { status: response.status, ...body };
};

describe("a connection", () => {
  it("is signed in, calls every action of the contract, is refreshed and goes on", async () => {
    const user = await newUser();
    const first = await signInAs(user);
    const { json: post } = await connector.control("posts", { as: "contoso", text: `For ${user}` });
    const inputs: Record<string, string> = {
      userName: "contoso",
      searchQuery: "contoso",
      tweetText: `Signed in as ${user}`,
      tweetId: post.id,
    };
    const callAll = async (token: string) => {
      for (const { operationId, method, route, parameters } of contractOperations) {
        const names = Object.keys(parameters).filter((name) => inputs[name] !== undefined);
        const query = Object.fromEntries(names.map((name) => [name, inputs[name] ?? ""]));
        const { status } = await connector.call(route, { method, query, token });
        expect([operationId, status]).toEqual([
          operationId,
          operationId === "OnNewTweet" ? 202 : 200,
        ]);
      }
    };
    await callAll(first.accessToken);
    connector.clock.advance(first.expiresIn * 1000 + 1000);
    expect((await hometimeline(first.accessToken)).status).toBe(401);
    const second = await refreshed(first.refreshToken);
    inputs.tweetText = "Refreshed";
    await callAll(second.accessToken);
  });

  it("lives a little shorter than X's token", async () => {
    const { expiresIn } = await signInAs(await newUser());
    expect(expiresIn).toBeGreaterThan(7000);
    expect(expiresIn).toBeLessThan(7200);
  });

  it("is refreshed once at X however often the platform asks at the same time", async () => {
    const { refreshToken, expiresIn } = await signInAs(await newUser());
    connector.clock.advance(expiresIn * 1000);
    await connector.forgetXCalls();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refreshed(refreshToken)));
    expect(await tokenCalls()).toHaveLength(1);
    for (const { accessToken } of answers)
      expect((await hometimeline(accessToken)).status).toBe(200);
  });

  it("is refreshed again from the same token when the platform repeats itself", async () => {
    const { refreshToken } = await signInAs(await newUser());
    await refreshed(refreshToken);
    expect((await refreshed(refreshToken)).expiresIn).toBeGreaterThan(0);
    expect(await tokenCalls()).toHaveLength(1);
  });

  it("shares the grant with the same user's other connection, refreshed in turn", async () => {
    const user = await newUser();
    const pair = [await signInAs(user), await signInAs(user)];
    for (let turn = 0; turn < 20; turn += 1) {
      connector.clock.advance(2 * HOUR_MS);
      const index = turn % 2;
      pair[index] = await refreshed(pair[index]?.refreshToken ?? "");
      expect((await hometimeline(pair[index]?.accessToken ?? "")).status).toBe(200);
    }
    for (const { refreshToken } of pair) {
      expect((await hometimeline((await refreshed(refreshToken)).accessToken)).status).toBe(200);
    }
  });

  it("is refused as the third while both others are in use, which go on", async () => {
    const user = await newUser();
    const pair = [await signInAs(user), await signInAs(user)];
    for (const { accessToken } of pair) await hometimeline(accessToken);
    await expect(signInAs(user)).rejects.toThrow(/access_denied: .*2 connections/);
    for (const { accessToken, refreshToken } of pair) {
      expect((await hometimeline(accessToken)).status).toBe(200);
      expect((await hometimeline((await refreshed(refreshToken)).accessToken)).status).toBe(200);
    }
    connector.clock.advance(2 * HOUR_MS);
    for (const { refreshToken } of pair) {
      expect((await hometimeline((await refreshed(refreshToken)).accessToken)).status).toBe(200);
    }
  });

  it("is refused with the name of the one used least recently, whose place it takes when it comes again", async () => {
    const user = await newUser();
    const [first, second] = [await signInAs(user), await signInAs(user)];
    await hometimeline(second.accessToken);
    connector.clock.advance(HOUR_MS);
    const usedAt = new Date(connector.clock.now()).toISOString().slice(0, 16).replace("T", " ");
    await hometimeline(first.accessToken);
    connector.clock.advance(MINUTE_MS);
    await refreshed(second.refreshToken);
    const refusal = new RegExp(
      `access_denied: .*once more within 15 minutes.*least recently \\(signed in on .* UTC, last used on ${usedAt} UTC\\)`,
    );
    await expect(signInAs(user)).rejects.toThrow(refusal);
    connector.clock.advance(14 * MINUTE_MS);
    const third = await signInAs(user);
    expect((await hometimeline(third.accessToken)).status).toBe(200);
    expect((await refreshed(second.refreshToken)).expiresIn).toBeGreaterThan(0);
    await expect(refreshed(first.refreshToken)).rejects.toThrow("invalid_grant");
  });

  it("is refused again when it comes again too late", async () => {
    const user = await newUser();
    for (const { accessToken } of [await signInAs(user), await signInAs(user)]) {
      await hometimeline(accessToken);
    }
    await expect(signInAs(user)).rejects.toThrow("access_denied");
    connector.clock.advance(15 * MINUTE_MS + 1000);
    await expect(signInAs(user)).rejects.toThrow("access_denied");
  });

  it("takes the place of one that was never used, as after a lost answer", async () => {
    const user = await newUser();
    const used = await signInAs(user);
    await hometimeline(used.accessToken);
    const lost = await signInAs(user);
    const again = await signInAs(user);
    expect((await hometimeline(again.accessToken)).status).toBe(200);
    expect((await refreshed(used.refreshToken)).expiresIn).toBeGreaterThan(0);
    await expect(refreshed(lost.refreshToken)).rejects.toThrow("invalid_grant");
  });

  it("takes the place of one whose grant is lost, though it was used a moment ago", async () => {
    const user = await newUser();
    const pair = [await signInAs(user), await signInAs(user)];
    connector.clock.advance(2 * HOUR_MS);
    for (const { refreshToken } of pair) {
      const { accessToken } = await refreshed(refreshToken);
      expect((await hometimeline(accessToken)).status).toBe(200);
    }
    connector.clock.advance(2 * HOUR_MS);
    await connector.control("faults", { kind: "cut", path: "/2/oauth2/token", afterEffect: true });
    await expect(refreshed(pair[0]?.refreshToken ?? "")).rejects.toThrow("temporarily_unavailable");
    await expect(refreshed(pair[0]?.refreshToken ?? "")).rejects.toThrow("invalid_grant");
    const third = await signInAs(user);
    expect((await hometimeline(third.accessToken)).status).toBe(200);
  });

  it("takes the place of one that was not used for 24 hours, which is told so", async () => {
    const user = await newUser();
    const idle = await signInAs(user);
    await hometimeline(idle.accessToken);
    connector.clock.advance(DAY_MS - HOUR_MS);
    const used = await signInAs(user);
    await hometimeline(used.accessToken);
    connector.clock.advance(2 * HOUR_MS);
    const third = await signInAs(user);
    expect((await hometimeline((await refreshed(used.refreshToken)).accessToken)).status).toBe(200);
    expect((await hometimeline(third.accessToken)).status).toBe(200);
    await expect(refreshed(idle.refreshToken)).rejects.toThrow("invalid_grant");
  });

  it("whose place was taken is 401 ConnectionReplaced", async () => {
    const user = await newUser();
    const idle = await signInAs(user);
    connector.clock.advance(DAY_MS + HOUR_MS);
    await signInAs(user);
    await signInAs(user);
    connector.clock.advance(-DAY_MS - HOUR_MS);
    const { status, json } = await hometimeline(idle.accessToken);
    expect([status, json.code]).toEqual([401, "ConnectionReplaced"]);
  });

  it("goes on with the newest grant when X no longer takes the old one", async () => {
    const user = await newUser();
    const first = await signInAs(user);
    expect((await hometimeline(first.accessToken)).status).toBe(200);
    await signInAs(user);
    await connector.forgetXCalls();
    expect((await hometimeline(first.accessToken)).status).toBe(200);
    expect((await connector.xCalls()).map(({ status }) => status)).toEqual([401, 200]);
  });

  it("is 401 ConnectionInvalid when X takes no token any more, and the next refresh asks X", async () => {
    const { accessToken, refreshToken } = await signInAs(await newUser());
    await connector.control("faults", { kind: "unauthorized" });
    const { status, json } = await hometimeline(accessToken);
    expect([status, json.code]).toEqual([401, "ConnectionInvalid"]);
    await connector.forgetXCalls();
    const { accessToken: next } = await refreshed(refreshToken);
    expect(await tokenCalls()).toHaveLength(1);
    expect((await hometimeline(next)).status).toBe(200);
  });

  it("survives that X does not answer a refresh", async () => {
    const { refreshToken } = await signInAs(await newUser());
    connector.clock.advance(2 * HOUR_MS);
    await connector.control("faults", { kind: "serverError", path: "/2/oauth2/token" });
    await expect(refreshed(refreshToken)).rejects.toThrow("temporarily_unavailable");
    await connector.control("faults", { kind: "cut", path: "/2/oauth2/token" });
    await expect(refreshed(refreshToken)).rejects.toThrow("temporarily_unavailable");
    expect((await refreshed(refreshToken)).expiresIn).toBeGreaterThan(0);
  });

  it("has to be signed in again when its grant is gone at X", async () => {
    const { refreshToken } = await signInAs(await newUser());
    connector.clock.advance(2 * HOUR_MS);
    await connector.control("faults", { kind: "cut", path: "/2/oauth2/token", afterEffect: true });
    await expect(refreshed(refreshToken)).rejects.toThrow("temporarily_unavailable");
    await expect(refreshed(refreshToken)).rejects.toThrow("invalid_grant");
    expect(JSON.parse(connector.logs.at(-1)?.message ?? "{}")).toEqual({
      requestId: expect.any(String),
      operation: "token",
      grantType: "refresh_token",
      connection: expect.stringMatching(/^[0-9a-f]{12}$/),
      code: "invalid_grant",
    });
  });
});

describe("a code", () => {
  const code = () => obtainCode({ connectorUrl: connector.url, app: SANDBOX_APP });
  const redeem = (form: Record<string, string>) =>
    askToken({ grant_type: "authorization_code", ...form });

  it("can be redeemed once", async () => {
    const as = await newUser();
    const issued = await obtainCode({ connectorUrl: connector.url, app: SANDBOX_APP, as });
    expect((await redeem({ code: issued })).status).toBe(200);
    expect(await redeem({ code: issued })).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("expires after a minute", async () => {
    const issued = await code();
    connector.clock.advance(61_000);
    expect(await redeem({ code: issued })).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is redeemed though blanks and a line end came along with key and secret", async () => {
    const { clientId, clientSecret } = SANDBOX_APP;
    const app = { clientId: ` ${clientId}\n`, clientSecret: `\t${clientSecret}\r\n` };
    const connection = await signIn({ connectorUrl: connector.url, app, as: await newUser() });
    expect((await hometimeline(connection.accessToken)).status).toBe(200);
    expect((await refresh(connector.url, app, connection.refreshToken)).expiresIn).toBeGreaterThan(
      0,
    );
  });

  it("can be redeemed by an app that names itself with HTTP Basic", async () => {
    const as = await newUser();
    const issued = await obtainCode({ connectorUrl: connector.url, app: SANDBOX_APP, as });
    const encoded = `${encodeURIComponent(SANDBOX_APP.clientId)}:%73${SANDBOX_APP.clientSecret.slice(1)}`;
    expect(SANDBOX_APP.clientSecret[0]).toBe("s");
    const basic = Buffer.from(encoded).toString("base64");
    const response = await fetch(`${connector.url}/api/oauth2/token`, {
      method: "POST",
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: issued,
        redirect_uri: CONSENT_ADDRESS,
      }),
    });
    expect(response.status).toBe(200);
  });

  it("of a public app is redeemed without a secret", async () => {
    const clientId = "cHVibGljOjE6Y2k";
    await connector.control("apps", { clientId, name: "Public app" });
    const app = { clientId, clientSecret: "" };
    const { accessToken } = await signIn({ connectorUrl: connector.url, app, as: await newUser() });
    expect((await hometimeline(accessToken)).status).toBe(200);
  });

  it("is not redeemed for an answer of X that is none", async () => {
    await connector.control("faults", { kind: "invalidJson", path: "/2/oauth2/token" });
    expect(await redeem({ code: await code() })).toMatchObject({
      status: 503,
      error: "temporarily_unavailable",
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ["another app", { client_id: "b3RoZXI6MTpjaQ" }, "invalid_grant"],
    ["another address", { redirect_uri: "https://flows.example/redirect" }, "invalid_grant"],
    ["no code", { code: "" }, "invalid_request"],
    ["the placeholder of the definition", { client_id: "dummy" }, "invalid_client"],
    ["no app at all", { client_id: "" }, "invalid_client"],
    ["a wrong secret", { client_secret: "wrong" }, "invalid_client"],
    ["no secret", { client_secret: "" }, "invalid_client"],
    ["no grant type", { grant_type: "" }, "invalid_request"],
    ["an unknown grant type", { grant_type: "password" }, "unsupported_grant_type"],
    ["a form that is too large", { padding: "x".repeat(70_000) }, "invalid_request"],
  ])("is refused with %s", async (_name, form, error) => {
    const answer = await redeem({ code: await code(), ...form });
    expect(answer.error).toBe(error);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.error_description).not.toBe("");
  });

  it.each([
    ["creditsDepleted", "Add credits"],
    ["notEnrolled", "attached to a Project. Move it into a project"],
  ])("is not redeemed while X answers %s, and says so", async (kind, advice) => {
    const issued = await code();
    await connector.control("faults", { kind, path: "/2/users/me" });
    const answer = await redeem({ code: issued });
    expect([answer.status, answer.error]).toEqual([403, "access_denied"]);
    expect(answer.error_description).toContain(advice);
  });

  it("of the deprecated shared app is refused with the name of what to use", async () => {
    const { error_description } = await redeem({ code: "x", client_id: "dummy" });
    expect(error_description).toContain("Bring your own application");
  });

  it("is refused altered, cut, or in a refresh token's place", async () => {
    const issued = await code();
    for (const bad of [`${issued}A`, issued.slice(0, -5), "x", connector.token]) {
      expect((await redeem({ code: bad })).error).toBe("invalid_grant");
    }
    for (const bad of [issued, connector.token, "", "x".repeat(20_000)]) {
      const answer = await askToken({ grant_type: "refresh_token", refresh_token: bad });
      expect(answer.error).toBe("invalid_grant");
    }
  });
});

describe("a sign-in whose user X does not name", () => {
  const usersMe = "/2/users/me";
  const redeem = async (as: string) => {
    const code = await obtainCode({ connectorUrl: connector.url, app: SANDBOX_APP, as });
    return (form: Record<string, string> = {}) =>
      askToken({ grant_type: "authorization_code", code, ...form });
  };
  const works = async (token: string) => (await hometimeline(token)).status === 200;

  it("asks X again, and succeeds when X answers", async () => {
    const ask = await redeem(await newUser());
    await connector.control("faults", { kind: "serverError", path: usersMe, times: 2 });
    expect((await ask()).status).toBe(200);
  });

  it("goes on at the platform's repeat of the same code, with the app's secret only", async () => {
    const user = await newUser();
    const other = await signInAs(user);
    expect(await works(other.accessToken)).toBe(true);
    const ask = await redeem(user);
    await connector.control("faults", { kind: "creditsDepleted", path: usersMe });
    expect(await ask()).toMatchObject({ status: 403, error: "access_denied" });
    expect(await ask({ client_secret: "wrong" })).toMatchObject({ error: "invalid_grant" });
    expect((await ask()).status).toBe(200);
    expect(await works(other.accessToken)).toBe(true);
    expect((await refreshed(other.refreshToken)).expiresIn).toBeGreaterThan(0);
    expect(await ask()).toMatchObject({ error: "invalid_grant" });
  });

  it("does not end the user's other connection when nobody repeats it", async () => {
    const [user, stranger] = [await newUser(), await newUser()];
    const other = await signInAs(user);
    for (const as of [stranger, user]) {
      const ask = await redeem(as);
      await connector.control("faults", { kind: "notEnrolled", path: usersMe });
      expect(await ask()).toMatchObject({ status: 403 });
    }
    // X has ended the older grant, and the platform renews a connection that is refused.
    expect((await hometimeline(other.accessToken)).status).toBe(401);
    const renewed = await refreshed(other.refreshToken);
    expect(await works(renewed.accessToken)).toBe(true);
    connector.clock.advance(2 * HOUR_MS);
    expect((await refreshed(other.refreshToken)).expiresIn).toBeGreaterThan(0);
  });
});

describe("a refresh token", () => {
  const refreshWith = (refreshToken: string, app: Record<string, string>) =>
    askToken({ grant_type: "refresh_token", refresh_token: refreshToken, ...app });

  it("is of no use without the app's secret, though nothing has to be asked of X", async () => {
    const { refreshToken } = await signInAs(await newUser());
    for (const client_secret of ["wrong", ""]) {
      expect(await refreshWith(refreshToken, { client_secret })).toMatchObject({
        status: 401,
        error: "invalid_client",
      });
    }
    expect((await refreshWith(refreshToken, {})).status).toBe(200);
  });

  it("serves with the app's new secret once X has taken it", async () => {
    const clientId = "cmVuZXdlZDoxOmNp";
    const register = (clientSecret: string) =>
      connector.control("apps", { clientId, clientSecret });
    await register("first");
    const { refreshToken } = await signIn({
      connectorUrl: connector.url,
      app: { clientId, clientSecret: "first" },
      as: await newUser(),
    });
    await register("second");
    await connector.forgetXCalls();
    const app = { client_id: clientId, client_secret: "second" };
    expect((await refreshWith(refreshToken, app)).status).toBe(200);
    expect((await refreshWith(refreshToken, app)).status).toBe(200);
    expect(await tokenCalls()).toHaveLength(1);
  });

  it("that anybody has made up is told apart in the log from one of a connection", async () => {
    const { refreshToken } = await signInAs(await newUser());
    const header = Buffer.from('{"alg":"dir","enc":"A256GCM","kid":"0","typ":"xc-refresh"}');
    const madeUp = [
      "junk",
      `${header.toString("base64url")}..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA`,
    ];
    for (const bad of [...madeUp, connector.token]) {
      expect((await refreshWith(bad, {})).error).toBe("invalid_grant");
      expect(JSON.parse(connector.logs.at(-1)?.message ?? "{}")).not.toHaveProperty("connection");
    }
    await refreshWith(refreshToken, { client_secret: "wrong" });
    expect(JSON.parse(connector.logs.at(-1)?.message ?? "{}")).toMatchObject({
      grantType: "refresh_token",
      code: "invalid_client",
      connection: expect.any(String),
    });
  });

  it("is of no use to another app", async () => {
    const { refreshToken } = await signInAs(await newUser());
    const answer = await askToken({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: "b3RoZXI6MTpjaQ",
    });
    expect(answer).toMatchObject({ status: 400, error: "invalid_grant" });
  });
});

describe("a platform that makes the challenge itself", () => {
  it("is passed through to X and calls its own address back", async () => {
    const as = await newUser();
    const verifier = "v".repeat(43);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    const challenge = Buffer.from(digest).toString("base64url");
    const query = new URLSearchParams({
      client_id: SANDBOX_APP.clientId,
      redirect_uri: CONSENT_ADDRESS,
      state: "the-platform's-state",
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    const start = await fetch(`${connector.url}/api/oauth2/authorize?${query}`, {
      redirect: "manual",
    });
    const consent = new URL(start.headers.get("location") ?? "");
    expect(consent.searchParams.get("redirect_uri")).toBe(CONSENT_ADDRESS);
    const decision = await fetch(new URL(consent.pathname, consent), {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams([
        ...consent.searchParams,
        ["username", as],
        ["decision", "authorize"],
      ]),
    });
    const back = new URL(decision.headers.get("location") ?? "");
    expect(back.searchParams.get("state")).toBe("the-platform's-state");
    const form = { grant_type: "authorization_code", code: back.searchParams.get("code") ?? "" };
    expect(
      await askToken({ ...form, code_verifier: verifier, redirect_uri: "https://evil.example" }),
    ).toMatchObject({ error: "invalid_grant" });
    expect((await askToken({ ...form, code_verifier: verifier })).status).toBe(200);
  });
});

it("the page for admins shows what to enter, with this deployment's addresses", async () => {
  const response = await fetch(`${connector.url}/api/connect`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain(`<code>${connector.url}/api/oauth2/callback</code>`);
  expect(html).toContain(
    "tweet.read tweet.write users.read follows.read media.write offline.access",
  );
});

describe("a mistake in the browser", () => {
  const authorize = async (change: Record<string, string>) => {
    const query = new URLSearchParams({
      client_id: SANDBOX_APP.clientId,
      redirect_uri: CONSENT_ADDRESS,
      state: "s",
      ...change,
    });
    return fetch(`${connector.url}/api/oauth2/authorize?${query}`, { redirect: "manual" });
  };

  it.each<[string, Record<string, string>, string]>([
    ["no Client ID", { client_id: "" }, "names no X app"],
    ["the placeholder", { client_id: "dummy" }, "Bring your own application"],
    ["an API key", { client_id: "AbCdEfGhIjKlMnOpQrStUvWxY" }, "API key, not a Client ID"],
    ["a wrong address", { redirect_uri: "https://evil.example/redirect" }, "may not receive"],
    [
      "a wrong address, which it shows with the setting",
      { redirect_uri: "https://evil.example/<b>" },
      "<code>https://evil.example/&#60;b&#62;</code></dd><dt>Setting that allows further addresses</dt><dd><code>OAUTH_REDIRECT_URLS</code>",
    ],
    [
      "a wrong address of any length",
      { redirect_uri: `https://evil.example/${"x".repeat(5000)}` },
      `${"x".repeat(279)}…</code>`,
    ],
    ["no address", { redirect_uri: "" }, "<code>none</code>"],
    ["a state too long for a cookie", { state: "s".repeat(3000) }, "carries too much"],
    [
      "a state too long for X",
      { state: "s".repeat(501), code_challenge: "c".repeat(43), code_challenge_method: "S256" },
      "carries too much",
    ],
    ["another response type", { response_type: "token" }, "no sign-in of Power Platform"],
    [
      "a plain challenge",
      { code_challenge: "c".repeat(43), code_challenge_method: "plain" },
      "no sign-in of Power Platform",
    ],
    [
      "a short challenge",
      { code_challenge: "c", code_challenge_method: "S256" },
      "no sign-in of Power Platform",
    ],
  ])("%s gets a page that says what to do", async (_name, change, text) => {
    const response = await authorize(change);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain(text);
    expect(html).not.toContain("<script");
  });

  it("the longest states that fit are let through", async () => {
    const challenge = { code_challenge: "c".repeat(43), code_challenge_method: "S256" };
    const passed = await authorize({ state: "s".repeat(500), ...challenge });
    expect(passed.status).toBe(302);
    const started = await authorize({ state: "s".repeat(2000) });
    expect(started.status).toBe(302);
    expect(started.headers.getSetCookie()[0]?.length).toBeLessThanOrEqual(4096);
  });

  it("a regional address of Logic Apps is let through", async () => {
    const region = "https://logic-apis-westeurope.consent.azure-apim.net/redirect/x";
    expect((await authorize({ redirect_uri: region })).status).toBe(302);
  });

  it("an address allowed by setting is let through", async () => {
    expect((await authorize({ redirect_uri: "https://flows.example/redirect" })).status).toBe(302);
  });

  const callback = async (query: string, cookie = "") =>
    fetch(`${connector.url}/api/oauth2/callback?${query}`, {
      redirect: "manual",
      headers: { cookie },
    });

  it("access that was denied gets a page with the way back", async () => {
    const start = await authorize({ state: 'a"<b>' });
    const cookie = (start.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    const state = new URL(start.headers.get("location") ?? "").searchParams.get("state");
    const denied = await callback(`error=access_denied&state=${state}`, cookie);
    const html = await denied.text();
    expect(html).toContain("You did not give access");
    expect(html).toContain(`href="${CONSENT_ADDRESS}?state=`);
    expect(html).not.toContain("<b>");
    const other = await callback(
      `error=server_error&error_description=%3Cscript%3E&state=${state}`,
      cookie,
    );
    expect(await other.text()).toContain("&#60;script&#62;");
    const nothing = await callback(`state=${state}`, cookie);
    expect(nothing.status).toBe(400);
  });

  it("a sign-in that is expired, from another browser or made up gets a page", async () => {
    const start = await authorize({});
    const cookie = (start.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    const state = new URL(start.headers.get("location") ?? "").searchParams.get("state");
    for (const [query, sent] of [
      ["code=x", ""],
      [`code=x&state=${state}`, ""],
      [`code=x&state=${state}`, `xc-sign-in-${state}=nonsense`],
      [`code=x&state=${"A".repeat(22)}`, cookie.replace(String(state), "A".repeat(22))],
    ] as const) {
      const response = await callback(query, sent);
      expect([response.status, response.headers.get("location")]).toEqual([400, null]);
      expect(await response.text()).toContain("has expired");
    }
    connector.clock.advance(16 * 60 * 1000);
    expect((await callback(`code=x&state=${state}`, cookie)).status).toBe(400);
  });
});

it("nothing of all this was logged, and no answer to a call holds a token, secret, code or verifier", async () => {
  const { json: secrets } = await connector.control("secrets");
  expect(secrets.length).toBeGreaterThan(100);
  const logged = connector.logs.map((entry) => JSON.stringify(entry)).join("\n");
  const answered = connector.answers.join("\n");
  expect(logged).toContain("ConnectionInvalid");
  expect(answered).toContain("TweetText");
  for (const secret of [...secrets, SANDBOX_APP.clientSecret]) {
    expect(logged.includes(secret) || answered.includes(secret)).toBe(false);
  }
  // Whatever was sealed begins like this: tokens, codes and sign-ins of the connector's own.
  expect(logged).not.toContain("eyJ");
  expect(logged).not.toMatch(/Bearer|verifier|\bat \S+:\d+:\d+/);
  expect(answered).not.toMatch(/Bearer|verifier|\bat \S+:\d+:\d+/);
});
