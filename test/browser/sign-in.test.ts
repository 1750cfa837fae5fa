import { expect, it } from "vitest";
import { open, openSignedIn } from "./console-page.ts";
import { chooseAction, run, signIn } from "./maker.ts";

it("says so when X's user refuses", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "You did not give access" }).waitFor();
});

it("signs in through the broker and X's consent page, stays signed in, and signs out", async () => {
  const { page, complaints, outside } = await open();
  await page.getByText("Sign in first").filter({ visible: true }).waitFor();
  await signIn(page);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/");
  expect(await page.getByText("@northwind_demo").count()).toBe(1);

  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("contoso");
  await page.reload();
  expect(await page.getByLabel("User name").inputValue()).toBe("contoso");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("Sign in first").filter({ visible: true }).waitFor();
  expect(await page.getByLabel("User name").inputValue()).toBe("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await page.getByText("Sign in first").filter({ visible: true }).waitFor();
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});

/** Reported: a token that X could not renew for a moment was told as a connection that is not valid. */
it("tells a connection that cannot be renewed for a moment as that, keeps it, and goes on with it", async () => {
  const { page } = await openSignedIn();
  const url = (control: string) => new URL(`/sandbox/${control}`, page.url()).href;
  await page.request.post(url("clock"), { data: { advanceMs: 3 * 3_600_000 } });
  await page.request.post(url("faults"), {
    data: { kind: "serverError", path: "/2/oauth2/token", times: 3 },
  });
  const told = page.getByText(/^.*a new one cannot be had just now: X did not answer\. Try again/);
  await chooseAction(page, "Get home timeline");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await told.waitFor();
  expect(await page.getByText("ConnectionInvalid").count()).toBe(0);

  await page.getByRole("button", { name: "Triggers", exact: true }).click();
  await page.getByRole("textbox", { name: "Search text" }).fill("wallaby");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await told.filter({ visible: true }).waitFor();

  await page.reload();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  await page.request.delete(url("faults"));
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("The flow asked for new tweets: nothing new").waitFor();
});

it("names the mistake when the Consumer Key is an API key", async () => {
  const { page } = await open();
  await page.getByLabel("Consumer Key").fill("a1B2c3D4e5F6g7H8i9J0k1L2m");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "This is an API key, not a Client ID" }).waitFor();
});

it("takes a connection token of one's own, and says when it is none", async () => {
  const { page } = await open();
  await page.getByText("Use a connection token").click();
  await page.getByLabel("Connection token").fill("not-a-token");
  await page.getByRole("button", { name: "Use this token" }).click();
  await chooseAction(page, "Get home timeline");
  await run(page, "Failed");
  await page.getByText("ConnectionInvalid", { exact: true }).waitFor();
});
