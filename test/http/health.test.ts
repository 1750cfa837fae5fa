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
