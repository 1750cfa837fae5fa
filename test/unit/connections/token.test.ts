import { expect, it } from "vitest";
import { createTokenHandler } from "../../../src/connections/token.ts";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";

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
