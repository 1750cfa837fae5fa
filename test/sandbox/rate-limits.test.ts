import { afterAll, beforeAll, expect, it } from "vitest";
import { createMovableClock } from "../../local/clock.ts";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  // It stands still: a window's end is told in whole seconds, from the first call.
  x = await startSignedIn({ clock: createMovableClock(() => Date.UTC(2026, 10, 24)) });
});
afterAll(() => x.sandbox.close());

const limitsOf = (headers: Headers, bucket = "x-rate-limit") =>
  ["limit", "remaining", "reset"].map((name) => Number(headers.get(`${bucket}-${name}`)));

it("counts down per user and call, refuses with 429, and begins anew after 15 minutes", async () => {
  const { headers } = await x.get("users/me");
  const [limit, remaining, reset] = limitsOf(headers);
  expect([limit, remaining]).toEqual([75, 74]);
  expect(reset).toBe(Math.ceil(x.sandbox.clock.now() / 1000) + 15 * 60);

  for (let call = 1; call < 75; call += 1) await x.get("users/me");
  const refused = await x.get("users/me");
  expect(refused.status).toBe(429);
  expect(refused.json).toEqual({
    title: "Too Many Requests",
    detail: "Too Many Requests",
    type: "about:blank",
    status: 429,
  });
  expect(limitsOf(refused.headers)).toEqual([75, 0, reset]);

  expect((await x.get("users/by/username/contoso")).status).toBe(200);
  const other = callsAs(x.sandbox, await signIn(x.sandbox, { as: "lee_gu" }));
  expect((await other.get("users/me")).status).toBe(200);

  x.sandbox.clock.advance(15 * 60 * 1000);
  expect((await x.get("users/me")).status).toBe(200);
});

it("posting is limited in a window and in 24 hours, and says so", async () => {
  const { headers } = await x.post("tweets", { text: "Counted" });
  expect(limitsOf(headers)[0]).toBe(100);
  expect(limitsOf(headers, "x-user-limit-24hour").slice(0, 2)).toEqual([10_000, 9999]);
  expect(limitsOf(headers, "x-app-limit-24hour").slice(0, 2)).toEqual([10_000, 9999]);
});

it("a refused parameter counts too; a token that is none is not even told the limits", async () => {
  const first = await x.get("tweets/search/recent", { query: "x", max_results: "1" });
  const second = await x.get("tweets/search/recent", { query: "contoso" });
  expect(first.status).toBe(400);
  expect(limitsOf(second.headers)[1]).toBe((limitsOf(first.headers)[1] ?? 0) - 1);
  const nobody = callsAs(x.sandbox, { access_token: "none", refresh_token: "" });
  const { status, headers } = await nobody.get("users/me");
  expect([status, headers.has("x-rate-limit-limit")]).toEqual([401, false]);
});
