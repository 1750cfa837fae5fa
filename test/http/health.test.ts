import { expect, it, onTestFinished } from "vitest";
import { startHost } from "../../local/host/host.ts";
import { loadApp } from "../harness/app-under-test.ts";

it("answers at /api/health", async () => {
  const host = await startHost({ load: loadApp });
  onTestFinished(() => host.close());
  const answer = await fetch(`${host.url}/api/health`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok" });
});

it("removes what nobody needs any more when the timer runs", async () => {
  const logs: string[] = [];
  const host = await startHost({ load: loadApp, log: ({ message }) => logs.push(message) });
  onTestFinished(() => host.close());
  await host.runTimer("PurgeExpired");
  expect(logs.join()).toContain('"operation":"PurgeExpired","rows":0');
});
