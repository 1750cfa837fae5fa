/** The start of a sign-in: what X is asked, and what a person sees who cannot be sent there. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signInSchema } from "../../../src/connections/authorize.ts";
import { CALLBACK, CLIENT_ID, CONSENT, createBroker, locationOf, titleOf } from "./broker.ts";

const CHALLENGE = "a".repeat(43);

describe("a sign-in of the platform", () => {
  it("goes to X with a challenge of the broker's own, which the cookie alone can answer", async () => {
    const broker = createBroker();
    const answer = await broker.authorize({ client_id: `\n${CLIENT_ID} ` });
    const location = locationOf(answer);
    const { state = "", code_challenge, ...query } = Object.fromEntries(location.searchParams);
    expect([answer.status, answer.headers["Cache-Control"]]).toEqual([302, "no-store"]);
    expect(location.origin + location.pathname).toBe("https://x.com/i/oauth2/authorize");
    expect(query).toEqual({
      response_type: "code",
      scope: expect.stringContaining("offline.access"),
      client_id: CLIENT_ID,
      redirect_uri: CALLBACK,
      code_challenge_method: "S256",
    });
    const cookie = answer.headers["Set-Cookie"] ?? "";
    const [, name, sealed = "", attributes] = /^([^=]+)=([^;]+)(; .*)$/.exec(cookie) ?? [];
    expect(name).toBe(`xc-sign-in-${state}`);
    expect(attributes).toBe(
      "; Path=/api/oauth2/callback; Max-Age=900; HttpOnly; SameSite=Lax; Secure",
    );
    const { nonce, verifier, ...signIn } = await broker.sealer.open("state", sealed, signInSchema);
    expect([nonce, signIn]).toEqual([
      state,
      { clientId: CLIENT_ID, redirectUri: CONSENT, state: "the platform's" },
    ]);
    expect(code_challenge).toBe(createHash("sha256").update(verifier).digest("base64url"));
  });

  it("has a verifier and a cookie of its own", async () => {
    const { authorize } = createBroker();
    const [one, other] = [locationOf(await authorize({})), locationOf(await authorize({}))];
    for (const name of ["state", "code_challenge"]) {
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
      expect(one.searchParams.get(name)?.length).toBeGreaterThanOrEqual(22);
    }
  });

  it("over plain HTTP, on one machine, has a cookie that HTTP carries", async () => {
    const { authorize } = createBroker("http://127.0.0.1:7071");
    expect((await authorize({})).headers["Set-Cookie"]).toMatch(/; SameSite=Lax$/);
  });

  it("with a challenge of the platform's is handed to X as it is, and X calls the platform", async () => {
    const { authorize } = createBroker();
    const answer = await authorize({ code_challenge: CHALLENGE, code_challenge_method: "S256" });
    expect(Object.fromEntries(locationOf(answer).searchParams)).toEqual({
      response_type: "code",
      scope: expect.any(String),
      client_id: CLIENT_ID,
      redirect_uri: CONSENT,
      state: "the platform's",
      code_challenge: CHALLENGE,
      code_challenge_method: "S256",
    });
    expect(answer.headers).not.toHaveProperty("Set-Cookie");
  });

  it.each([{ response_type: "" }, { redirect_uri: "https://flows.example/redirect" }])(
    "may also have %j",
    async (query) => {
      expect((await createBroker().authorize(query)).status).toBe(302);
    },
  );
});

describe("a mistake", () => {
  const API_KEY = "This is an API key, not a Client ID";
  const NO_APP = "The connection names no X app";
  const WRONG_ADDRESS = "This address may not receive a sign-in";
  const NO_SIGN_IN = "This is no sign-in of Power Platform";
  const TOO_MUCH = "This sign-in carries too much";
  const challenged = { code_challenge: CHALLENGE, code_challenge_method: "S256" };

  it.each([
    [NO_APP, { client_id: "" }],
    [NO_APP, { client_id: "  " }],
    [NO_APP, { client_id: "Dummy" }],
    [NO_APP, { client_id: "default" }],
    [API_KEY, { client_id: `${"a1".repeat(12)}B` }],
    [WRONG_ADDRESS, { redirect_uri: "" }],
    [WRONG_ADDRESS, { redirect_uri: "https://evil.example/redirect" }],
    [NO_SIGN_IN, { response_type: "token" }],
    [NO_SIGN_IN, { ...challenged, code_challenge_method: "plain" }],
    [NO_SIGN_IN, { ...challenged, code_challenge_method: "" }],
    [NO_SIGN_IN, { ...challenged, code_challenge: "a".repeat(42) }],
    [NO_SIGN_IN, { ...challenged, code_challenge: "a".repeat(44) }],
    [NO_SIGN_IN, { ...challenged, code_challenge: `${"a".repeat(42)}+` }],
    [TOO_MUCH, { ...challenged, state: "s".repeat(501) }],
    [TOO_MUCH, { state: "s".repeat(3_000) }],
  ])("is a page of its own: %s (%j)", async (title, query) => {
    const answer = await createBroker().authorize(query);
    expect([answer.status, titleOf(answer)]).toEqual([400, title]);
    expect(answer.headers).not.toHaveProperty("Set-Cookie");
  });

  it.each([
    { client_id: "a".repeat(24) },
    { client_id: "a".repeat(26) },
    { client_id: `${"a".repeat(24)}_` },
    { ...challenged, state: "s".repeat(500) },
    { state: "s".repeat(1_000) },
  ])("is not what only looks like one: %j", async (query) => {
    expect((await createBroker().authorize(query)).status).toBe(302);
  });

  it("of the address shows it, as far as it may be one, and the setting that allows it", async () => {
    const { authorize } = createBroker();
    const shown = async (redirect_uri: string) => {
      const { body } = await authorize({ redirect_uri });
      return [...body.matchAll(/<dd><code>(.*?)<\/code><\/dd>/g)].map(([, fact]) => fact);
    };
    expect(await shown("https://evil.example/")).toEqual([
      "https://evil.example/",
      "OAUTH_REDIRECT_URLS",
    ]);
    expect((await shown(""))[0]).toBe("none");
    expect((await shown("a".repeat(300)))[0]).toBe("a".repeat(300));
    expect((await shown("a".repeat(301)))[0]).toBe(`${"a".repeat(300)}…`);
  });
});
