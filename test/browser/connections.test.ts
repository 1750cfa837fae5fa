/** With a start of its own: it needs an account whose connections nobody else opens or uses. */
import { afterAll, beforeAll, it } from "vitest";
import { open } from "./console-page.ts";
import { type LocalStart, startLocally } from "./local-start.ts";
import { chooseAction, run, signIn } from "./maker.ts";

let start: LocalStart;
beforeAll(async () => {
  start = await startLocally();
});
afterAll(() => start?.close());

it("has room for two connections, and for a new one once another was idle for a day", async () => {
  const { page } = await open({ url: start.url });
  // One that was never used makes room at once.
  for (const _ of ["first", "second"]) {
    await signIn(page);
    await chooseAction(page, "Get home timeline");
    await run(page, "Succeeded");
    await page.getByRole("button", { name: "Sign out" }).click();
  }

  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Authorize app" }).click();
  await page.getByText("already has 2 connections in use").waitFor();

  await page.getByRole("button", { name: "Let a day go by" }).click();
  await page.getByRole("button", { name: "Authorize app" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
});
