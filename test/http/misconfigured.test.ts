import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { startHost } from "../../local/host/host.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { loadApp } from "../harness/app-under-test.ts";

const startWith = async (env: Record<string, string>) => {
  Object.assign(process.env, env);
  const logs: string[] = [];
  const host = await startHost({ load: loadApp, log: ({ message }) => logs.push(message) });
  onTestFinished(async () => {
    for (const name of Object.keys(env)) delete process.env[name];
    await host.close();
  });
  const ask = async (route: string) => {
    const answer = await fetch(`${host.url}/api/${route}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { ask, logs };
};

it("names wrong settings in the log, and tells callers no more than that they are wrong", async () => {
  const { ask, logs } = await startWith({ X_TIMEOUT_MS: "soon", X_API_ORIGIN: "not-an-origin" });
  const health = await ask("health");
  expect([health.status, JSON.parse(health.text)]).toEqual([
    503,
    { status: "failing", checks: [{ name: "settings", ok: false }] },
  ]);
  const call = await ask("hometimeline");
  expect([call.status, JSON.parse(call.text).code]).toEqual([500, "InternalError"]);
  expect(call.text).not.toContain("X_TIMEOUT_MS");
  for (const line of logs.slice(-2)) {
    expect(line).toContain("X_TIMEOUT_MS must be a number of milliseconds");
    expect(line).toContain("X_API_ORIGIN must be an http or https address");
    expect(line).not.toContain("not-an-origin");
  }
}, 30_000);

it("is not healthy without its key, and tells why in the log only", async () => {
  const { ask, logs } = await startWith({ LOCAL_STATE_DIR: "/dev/null/nowhere" });
  const { status, text } = await ask("health");
  expect([status, JSON.parse(text)]).toEqual([
    503,
    {
      status: "failing",
      checks: [
        { name: "settings", ok: true },
        { name: "keys", ok: false },
        { name: "store", ok: true },
      ],
    },
  ]);
  expect(JSON.parse(logs.at(-1) ?? "{}")).toEqual({
    operation: "health",
    check: "keys",
    cause: expect.stringContaining("/dev/null/nowhere"),
  });
});

it("shows a person who signs in without its key a page", async () => {
  const { ask } = await startWith({ LOCAL_STATE_DIR: "/dev/null/nowhere" });
  const query = new URLSearchParams({
    client_id: SANDBOX_APP.clientId,
    redirect_uri: CONSENT_ADDRESS,
    state: "s",
  });
  const { status, text } = await ask(`oauth2/authorize?${query}`);
  expect(status).toBe(503);
  expect(text).toContain("<h1>The connector cannot sign anybody in right now</h1>");
  expect(text).not.toContain("nowhere");
});

it("runs on with a connection string that is none, and is not healthy", async () => {
  const { ask, logs } = await startWith({ TABLE_CONNECTION_STRING: "nonsense" });
  // The app makes its client ahead of all calls; a failure that nobody has asked for yet ends no process.
  await import("../../src/azure-sdk.ts");
  await nextTurn();
  const { status, text } = await ask("health");
  expect([status, JSON.parse(text).checks]).toEqual([
    503,
    [
      { name: "settings", ok: true },
      { name: "keys", ok: true },
      { name: "store", ok: false },
    ],
  ]);
  expect(logs.join()).toContain('"check":"store"');
});
