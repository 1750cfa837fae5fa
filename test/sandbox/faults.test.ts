import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FAULT_KINDS } from "../../local/sandbox/faults.ts";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { type SignedIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());
beforeEach(async () => {
  await x.control("faults", undefined, "DELETE");
  await x.control("calls", undefined, "DELETE");
});

const posted = async () => {
  const { json } = await x.control("state");
  return json.posts.filter(({ author }: { author: string }) => author === SANDBOX_USER.username);
};

describe("a fault", () => {
  it.each<[string, number, Record<string, unknown>]>([
    ["rateLimited", 429, { title: "Too Many Requests" }],
    ["rateLimitedBurst", 429, { title: "Too Many Requests" }],
    ["rateLimitedDay", 429, { title: "Too Many Requests" }],
    ["usageCapped", 429, { period: "Monthly" }],
    ["creditsDepleted", 402, { title: "CreditsDepleted" }],
    ["paymentRequired", 402, { title: "Payment Required" }],
    ["notEnrolled", 403, { reason: "client-not-enrolled" }],
    ["duplicate", 403, { detail: "You are not allowed to create a Tweet with duplicate content." }],
    ["unsupportedAuthentication", 403, { title: "Unsupported Authentication" }],
    ["oauth1Permissions", 403, { title: "Forbidden" }],
    ["spendCapReached", 403, { title: "SpendCapReached" }],
    ["notPermitted", 403, { detail: "You are not permitted to perform this action." }],
    ["missingScope", 403, { detail: "Forbidden", type: "about:blank" }],
    ["unauthorized", 401, { detail: "Unauthorized" }],
    ["serverError", 503, { title: "Service Unavailable" }],
  ])("%s is X's %i, once", async (kind, status, body) => {
    await x.control("faults", { kind });
    const failed = await x.get("users/me");
    expect(failed.status).toBe(status);
    expect(failed.json).toMatchObject(body);
    expect(failed.headers.get("content-type")).toContain("application/problem+json");
    expect((await x.get("users/me")).status).toBe(200);
  });

  it("of every kind is known to the list in the state", async () => {
    const { json } = await x.control("state");
    expect(json.faultKinds).toEqual([...FAULT_KINDS]);
  });

  it("rateLimitedDay names the exhausted bucket, rateLimitedBurst has room in its window", async () => {
    await x.control("faults", { kind: "rateLimitedDay" });
    const day = (await x.get("users/me")).headers;
    expect(day.get("x-user-limit-24hour-remaining")).toBe("0");
    expect(Number(day.get("x-rate-limit-remaining"))).toBeGreaterThan(0);
    await x.control("faults", { kind: "rateLimitedBurst" });
    const burst = (await x.get("users/me")).headers;
    expect(Number(burst.get("x-rate-limit-remaining"))).toBeGreaterThan(0);
    expect(burst.has("x-user-limit-24hour-remaining")).toBe(false);
  });

  it("htmlError is a page, invalidJson half an answer", async () => {
    await x.control("faults", { kind: "htmlError" });
    const html = await x.get("users/me");
    expect([html.status, html.text.slice(0, 15)]).toEqual([502, "<!DOCTYPE html>"]);
    await x.control("faults", { kind: "invalidJson" });
    await expect(x.get("users/me")).rejects.toThrow(SyntaxError);
  });

  it("hits only the calls it names, as often as told", async () => {
    await x.control("faults", { kind: "serverError", method: "POST", path: "/2/tweets", times: 2 });
    expect((await x.get("tweets", { ids: "1" })).status).toBe(200);
    expect((await x.post("tweets", { text: "one" })).status).toBe(503);
    expect((await x.control("faults")).json).toMatchObject([{ kind: "serverError", times: 1 }]);
    expect((await x.post("tweets", { text: "two" })).status).toBe(503);
    expect((await x.post("tweets", { text: "three" })).status).toBe(201);
    expect(await posted()).toContainEqual(expect.objectContaining({ text: "three" }));
    expect(await posted()).not.toContainEqual(expect.objectContaining({ text: "one" }));
  });

  it("may name its calls by a regular expression", async () => {
    await x.control("faults", { kind: "serverError", path: "^/2/users/\\d+/tweets$" });
    expect((await x.get("users/me")).status).toBe(200);
    expect((await x.get(`users/${SANDBOX_USER.id}/tweets`)).status).toBe(503);
  });

  it.each(["serverError", "htmlError", "cut"])(
    "%s after the effect loses only the answer",
    async (kind) => {
      const text = `Said before ${kind}`;
      await x.control("faults", { kind, method: "POST", path: "/2/tweets", afterEffect: true });
      const { status } = await x.post("tweets", { text }).catch(() => ({ status: 0 }));
      expect(status).not.toBe(201);
      expect(await posted()).toContainEqual(expect.objectContaining({ text }));
      expect((await x.post("tweets", { text })).status).toBe(403);
    },
  );

  it("cut ends the connection, hang answers never, slow answers late", async () => {
    await x.control("faults", { kind: "cut" });
    await expect(x.get("users/me")).rejects.toThrow();
    await x.control("faults", { kind: "hang" });
    const headers = { authorization: `Bearer ${x.tokens.access_token}` };
    const signal = AbortSignal.timeout(50);
    const waiting = fetch(`${x.sandbox.url}/2/users/me`, { headers, signal });
    await expect(waiting).rejects.toThrow("timeout");
    await x.control("faults", { kind: "slow", delayMs: 30 });
    const before = performance.now();
    expect((await x.get("users/me")).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(29);
    const { json } = await x.control("calls");
    expect(json.map(({ status }: { status: number }) => status)).toEqual([0, 0, 200]);
  });

  it("also hits the token endpoint", async () => {
    await x.control("faults", { kind: "serverError", path: "/2/oauth2/token" });
    const answer = await fetch(`${x.sandbox.url}/2/oauth2/token`, { method: "POST" });
    expect(answer.status).toBe(503);
  });

  it("that the sandbox does not know is refused", async () => {
    const { status, json } = await x.control("faults", { kind: "boredom" });
    expect([status, typeof json.error]).toEqual([400, "string"]);
  });
});
