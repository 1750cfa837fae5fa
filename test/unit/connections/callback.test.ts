/** Where X sends a person back: on to the platform with a sealed code, or a page that says what to do. */
import { describe, expect, it, vi } from "vitest";
import { codeSchema } from "../../../src/connections/callback.ts";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import { CALLBACK, CLIENT_ID, CONSENT, createBroker, locationOf, titleOf } from "./broker.ts";

/** A sign-in that has come as far as X: its state, and the cookie that the browser keeps. */
const begin = async (broker: ReturnType<typeof createBroker>, state = "the platform's") => {
  const answer = await broker.authorize({ state });
  const [cookie = ""] = (answer.headers["Set-Cookie"] ?? "").split(";");
  return { nonce: locationOf(answer).searchParams.get("state") ?? "", cookie };
};
const EXPIRED = "This sign-in has expired";

describe("X's answer to a sign-in", () => {
  it("goes on to the platform, its code sealed for a minute with what redeems it", async () => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker);
    const others = `a=b; ${cookie} ; xc-sign-in-${nonce}x=c`;
    const answer = await broker.callBack({ state: nonce, code: "X's" }, others);
    const location = locationOf(answer);
    expect([answer.status, answer.headers["Cache-Control"], answer.body]).toEqual([
      302,
      "no-store",
      "",
    ]);
    expect(location.origin + location.pathname).toBe(CONSENT);
    expect(location.searchParams.get("state")).toBe("the platform's");
    expect(answer.headers["Set-Cookie"]).toBe(
      `xc-sign-in-${nonce}=; Path=/api/oauth2/callback; Max-Age=0; HttpOnly; SameSite=Lax`,
    );
    const code = location.searchParams.get("code") ?? "";
    expect(await broker.sealer.open("code", code, codeSchema)).toEqual({
      code: "X's",
      verifier: expect.stringMatching(/^[\w-]{43}$/),
      clientId: CLIENT_ID,
      redirectUri: CONSENT,
      callback: CALLBACK,
    });
    broker.time.now += 60_000;
    await expect(broker.sealer.open("code", code, codeSchema)).rejects.toThrow("expired");
  });

  it("has no state for the platform where it gave none", async () => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker, "");
    const answer = await broker.callBack({ state: nonce, code: "X's" }, cookie);
    expect([...locationOf(answer).searchParams.keys()]).toEqual(["code"]);
  });

  it.each([
    ["without a cookie", () => undefined],
    ["with an empty cookie", () => ""],
    ["with another sign-in's cookie", (cookie: string) => cookie.replace(/^xc-sign-in-./, "$&x")],
    ["with a damaged cookie", (cookie: string) => cookie.slice(0, -3)],
  ])("%s has expired", async (_, alter) => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker);
    const answer = await broker.callBack({ state: nonce, code: "X's" }, alter(cookie));
    expect([answer.status, titleOf(answer)]).toEqual([400, EXPIRED]);
  });

  it("with the seal of another sign-in under its own name has expired", async () => {
    const broker = createBroker();
    const [one, other] = [await begin(broker), await begin(broker)];
    const cookie = `xc-sign-in-${one.nonce}=${other.cookie.split("=")[1]}`;
    expect(titleOf(await broker.callBack({ state: one.nonce, code: "c" }, cookie))).toBe(EXPIRED);
  });

  it("after a quarter of an hour has expired", async () => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker);
    broker.time.now += 15 * 60_000;
    expect(titleOf(await broker.callBack({ state: nonce, code: "c" }, cookie))).toBe(EXPIRED);
  });

  it("that a bug or a vault that is away keeps from being read has not expired", async () => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker);
    vi.spyOn(broker.sealer, "open").mockRejectedValue(new KeysUnavailableError("Away."));
    await expect(broker.callBack({ state: nonce, code: "c" }, cookie)).rejects.toThrow("Away.");
  });

  it("without a state has expired, whatever cookies there are", async () => {
    const { callBack } = createBroker();
    expect(titleOf(await callBack({ code: "c" }, "xc-sign-in-=c"))).toBe(EXPIRED);
  });
});

describe("a refusal at X", () => {
  const refused = async (query: Record<string, string>) => {
    const broker = createBroker();
    const { nonce, cookie } = await begin(broker);
    const answer = await broker.callBack({ state: nonce, ...query }, cookie);
    const [, href = ""] = /<a href="(.*?)">Back to Power Platform<\/a>/.exec(answer.body) ?? [];
    const back = new URL(href.replaceAll("&#38;", "&"));
    return { answer, nonce, back };
  };

  it("by the person is told so, with the way back, which tells the platform", async () => {
    const { answer, nonce, back } = await refused({ error: "access_denied", code: "none" });
    expect([answer.status, titleOf(answer)]).toEqual([400, "You did not give access"]);
    expect(answer.body).toContain("choose “Authorize app”");
    expect(answer.headers["Set-Cookie"]).toContain(`xc-sign-in-${nonce}=; `);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      state: "the platform's",
      error: "access_denied",
    });
  });

  it.each<[Record<string, string>, string]>([
    [
      { error: "invalid_scope", error_description: "No <scope>" },
      "X answered: No &#60;scope&#62;.",
    ],
    [{ error: "invalid_scope" }, "X answered: invalid_scope."],
    [{}, "X answered: no code."],
  ])("of the app is told with X's reason: %j", async (query, reason) => {
    const { answer, back } = await refused(query);
    expect(titleOf(answer)).toBe("X refused the sign-in");
    expect(answer.body).toContain(reason);
    expect(back.searchParams.get("error")).toBe(query.error ?? "server_error");
  });
});
