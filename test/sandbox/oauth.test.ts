import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  SANDBOX_APP,
  SANDBOX_USER,
  type Sandbox,
  startSandbox,
} from "../../local/sandbox/sandbox.ts";
import { pageResponse } from "../../src/connections/page.ts";
import { answerOf } from "../harness/answer.ts";
import {
  basic,
  CALLBACK,
  callsAs,
  consent,
  consentQuery,
  requestToken,
  signIn,
} from "./signed-in.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const VERIFIER = "v".repeat(43);
const redeem = (code: string | null, more: Readonly<Record<string, string>> = {}) => ({
  grant_type: "authorization_code",
  code: code ?? "",
  redirect_uri: CALLBACK,
  code_verifier: VERIFIER,
  ...more,
});
const newCode = async () => (await consent(sandbox)).searchParams.get("code");
const me = async (accessToken: string) =>
  callsAs(sandbox, { access_token: accessToken, refresh_token: "" }).get("users/me");

describe("the consent page", () => {
  const page = async (query: Readonly<Record<string, string>>) =>
    answerOf(await fetch(`${sandbox.url}/i/oauth2/authorize?${new URLSearchParams(query)}`));

  it("says which app asks for what, and offers the sandbox user first", async () => {
    const { status, text } = await page(consentQuery());
    expect(status).toBe(200);
    expect(text).toContain(SANDBOX_APP.name);
    expect(text).toContain("tweet.write");
    expect(/<option value="(\w+)"/.exec(text)?.[1]).toBe(SANDBOX_USER.username);
    expect(text).not.toContain("spam_sam");
    expect(text).toContain("Authorize app");
    expect(text).toContain("Cancel");
  });

  it("looks like the broker's pages, light and dark, and runs no script", async () => {
    const { text } = await page(consentQuery());
    const style = (html: unknown) => /<style>(.*?)<\/style>/s.exec(String(html))?.[1];
    expect(style(text)).toContain("prefers-color-scheme:dark");
    expect(style(text)).toBe(style(pageResponse(200, { title: "Signed in", paragraphs: [] }).body));
    expect(text).not.toContain("<script");
  });

  it("escapes what it repeats", async () => {
    const { text } = await page({ ...consentQuery(), state: '"><script>' });
    expect(text).not.toContain("<script>");
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["an unknown app", { client_id: "unknown" }],
    ["an API key in place of a Client ID", { client_id: "xvz1evFS4wEEPTGEFPHBog123" }],
    ["a callback that is not the app's", { redirect_uri: "https://evil.example/callback" }],
    ["a callback that only begins like one", { redirect_uri: "http://127.0.0.1.evil.example/" }],
    ["another response type", { response_type: "token" }],
    ["a plain challenge", { code_challenge_method: "plain" }],
    ["no challenge", { code_challenge: "" }],
    ["no state", { state: "" }],
    ["a state of more than 500 characters", { state: "s".repeat(501) }],
    ["a scope that X does not have", { scope: "tweet.read tweets.eat" }],
  ])("shows that something went wrong for %s, and sends nobody anywhere", async (_, change) => {
    const { status, text, headers } = await page({ ...consentQuery(), ...change });
    expect(status).toBe(400);
    expect(text).toContain("Something went wrong");
    expect(headers.get("location")).toBeNull();
  });

  it("goes back with state and access_denied when Cancel is pressed", async () => {
    const back = await consent(sandbox, { decision: "cancel" });
    expect(Object.fromEntries(back.searchParams)).toEqual({
      state: "a-state",
      error: "access_denied",
    });
  });
});

describe("the token endpoint", () => {
  it("exchanges a code for tokens of the chosen user", async () => {
    const { searchParams } = await consent(sandbox, { as: "megan_bowen" });
    const { status, json } = await requestToken(sandbox, redeem(searchParams.get("code")));
    expect(status).toBe(200);
    expect(json).toMatchObject({ token_type: "bearer", expires_in: 7200 });
    expect((await me(json.access_token)).json.data.username).toBe("megan_bowen");
  });

  it("gives no refresh token without offline.access", async () => {
    const { searchParams } = await consent(sandbox, { scope: "tweet.read users.read" });
    const { json } = await requestToken(sandbox, redeem(searchParams.get("code")));
    expect(json.refresh_token).toBeUndefined();
  });

  it("takes a code once", async () => {
    const code = await newCode();
    await requestToken(sandbox, redeem(code));
    const { status, json } = await requestToken(sandbox, redeem(code));
    expect(status).toBe(400);
    expect(json).toEqual({
      error: "invalid_request",
      error_description: "Value passed for the authorization code was invalid.",
    });
  });

  it("takes a code for 30 seconds", async () => {
    const code = await newCode();
    sandbox.clock.advance(30_000);
    expect((await requestToken(sandbox, redeem(code))).status).toBe(400);
  });

  it.each([
    ["the wrong verifier", { code_verifier: "w".repeat(43) }, "code verifier"],
    ["no verifier", { code_verifier: "" }, "Missing required parameter [code_verifier]"],
    ["another callback", { redirect_uri: "http://127.0.0.1:9/other" }, "redirect uri"],
    ["no grant type", { grant_type: "" }, "Missing required parameter [grant_type]"],
    ["an unknown grant type", { grant_type: "password" }, "grant type"],
  ])("refuses %s", async (_, change, says) => {
    const { status, json } = await requestToken(sandbox, redeem(await newCode(), change));
    expect(status).toBe(400);
    expect(json.error_description).toContain(says);
  });

  it.each([
    [
      "a secret in the body",
      {},
      { client_id: SANDBOX_APP.clientId, client_secret: SANDBOX_APP.clientSecret },
    ],
    ["a wrong secret", basic({ ...SANDBOX_APP, clientSecret: "wrong" }), {}],
  ])("answers 401 to %s of a confidential app", async (_, headers, form) => {
    const { status, json } = await requestToken(
      sandbox,
      redeem(await newCode(), form as Record<string, string>),
      headers as Record<string, string>,
    );
    expect(status).toBe(401);
    expect(json).toEqual({
      error: "unauthorized_client",
      error_description: "Missing valid authorization header",
    });
  });

  it("answers 401 to credentials that are no text", async () => {
    const authorization = `Basic ${Buffer.from("%zz:x").toString("base64")}`;
    const { status } = await requestToken(sandbox, redeem("x"), { authorization });
    expect(status).toBe(401);
  });

  it("lets a public client name itself in the form", async () => {
    const app = { clientId: "cHVibGljOjE6Y2k" };
    await callsAs(sandbox, await signIn(sandbox)).control("apps", { ...app, name: "Public" });
    const tokens = await signIn(sandbox, { app, as: "lee_gu" });
    expect((await me(tokens.access_token)).json.data.username).toBe("lee_gu");
  });
});

describe("a grant", () => {
  const refresh = (token: string) =>
    requestToken(sandbox, { grant_type: "refresh_token", refresh_token: token });

  it("has a refresh token that dies at its first use", async () => {
    const first = await signIn(sandbox);
    const second = await refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(second.json.refresh_token).not.toBe(first.refresh_token);
    const again = await refresh(first.refresh_token);
    expect(again.status).toBe(400);
    expect(again.json.error_description).toBe("Value passed for the token was invalid.");
    expect((await refresh(second.json.refresh_token)).status).toBe(200);
  });

  it("keeps its access token through a refresh, for two hours", async () => {
    const { access_token, refresh_token } = await signIn(sandbox);
    await refresh(refresh_token);
    expect((await me(access_token)).status).toBe(200);
    sandbox.clock.advance(7200 * 1000);
    expect((await me(access_token)).status).toBe(401);
  });

  it("is ended by the next sign-in to the same app", async () => {
    const earlier = await signIn(sandbox, { as: "alex_wilber" });
    const other = await signIn(sandbox, { as: "wingtip" });
    await signIn(sandbox, { as: "alex_wilber" });
    expect((await me(earlier.access_token)).status).toBe(401);
    expect((await refresh(earlier.refresh_token)).status).toBe(400);
    expect((await me(other.access_token)).status).toBe(200);
  });

  it("ends when it is revoked", async () => {
    const { access_token, refresh_token } = await signIn(sandbox);
    const response = await fetch(`${sandbox.url}/2/oauth2/revoke`, {
      method: "POST",
      headers: basic(SANDBOX_APP),
      body: new URLSearchParams({ token: refresh_token }),
    });
    expect(await response.json()).toEqual({ revoked: true });
    expect((await me(access_token)).status).toBe(401);
    expect((await refresh(refresh_token)).status).toBe(400);
  });

  it("reaches no further than its scopes", async () => {
    const tokens = await signIn(sandbox, { scope: "tweet.read users.read" });
    const calls = callsAs(sandbox, tokens);
    const { status, json } = await calls.post("tweets", { text: "May I?" });
    expect(status).toBe(403);
    expect(json).toEqual({
      title: "Forbidden",
      type: "about:blank",
      status: 403,
      detail: "Forbidden",
    });
  });

  it("of an app that may only read cannot post", async () => {
    const app = { clientId: "cmVhZDoxOmNp", clientSecret: "s", permissions: "read" };
    await callsAs(sandbox, await signIn(sandbox)).control("apps", app);
    const calls = callsAs(sandbox, await signIn(sandbox, { app }));
    const { status, json } = await calls.post("tweets", { text: "May I?" });
    expect([status, json.type.split("/").at(-1)]).toEqual([403, "oauth1-permissions"]);
  });

  it("of a suspended user is refused, of a deleted one is none", async () => {
    const calls = callsAs(sandbox, await signIn(sandbox, { as: "tailspin_toys" }));
    await calls.control("users", { username: "tailspin_toys", suspended: true });
    expect((await calls.get("users/me")).status).toBe(403);
    await calls.control("users", { username: "tailspin_toys", deleted: true });
    const { status, headers } = await calls.get("users/me");
    expect(status).toBe(401);
    expect(headers.has("x-rate-limit-limit")).toBe(false);
  });
});
