import { expect, it, onTestFinished } from "vitest";
import { startHost } from "../../local/host/host.ts";
import { loadApp } from "../harness/app-under-test.ts";

const startWith = async (env: Record<string, string>) => {
  Object.assign(process.env, env);
  const host = await startHost({ load: loadApp });
  onTestFinished(async () => {
    for (const name of Object.keys(env)) delete process.env[name];
    await host.close();
  });
  return host;
};

it("reports wrong settings by name, at /api/health and at every call", async () => {
  const host = await startWith({ X_TIMEOUT_MS: "soon", X_API_ORIGIN: "not-an-origin" });
  for (const route of ["health", "hometimeline"]) {
    const answer = await fetch(`${host.url}/api/${route}`);
    const { code, message } = (await answer.json()) as { code: string; message: string };
    expect([route, answer.status, code]).toEqual([route, 500, "InternalError"]);
    expect(message).toContain("X_TIMEOUT_MS");
    expect(message).toContain("X_API_ORIGIN");
    expect(message).not.toContain("not-an-origin");
  }
});

it("is not healthy without its key", async () => {
  const host = await startWith({ LOCAL_STATE_DIR: "/dev/null/nowhere" });
  const answer = await fetch(`${host.url}/api/health`);
  const { status, checks } = (await answer.json()) as {
    status: string;
    checks: { name: string; ok: boolean }[];
  };
  expect([answer.status, status]).toEqual([503, "failing"]);
  expect(checks.find(({ name }) => name === "keys")?.ok).toBe(false);
});
