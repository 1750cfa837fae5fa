import { expect, it } from "vitest";
import { contrastViolationsOf, open, openSignedIn, violationsOf } from "./console-page.ts";
import { chooseAction, run } from "./maker.ts";

it("works by keyboard alone", async () => {
  const { page } = await openSignedIn();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.matches("input, textarea") ? "A field" : (element?.textContent ?? "");
    });
  const tabTo = async (text: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await focused()).startsWith(text)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${text}`);
  };
  await tabTo("Get userGets");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Get user", exact: true }).waitFor();
  await tabTo("A field");
  await page.keyboard.type("contoso");
  await tabTo("Run");
  await page.keyboard.press("Enter");
  await page.getByText("Succeeded", { exact: true }).waitFor();
});

it.each([
  ["light", violationsOf],
  ["dark", contrastViolationsOf],
] as const)("has nothing for axe to find in %s", async (colorScheme, violations) => {
  const { page: signedOut } = await open({ colorScheme });
  expect(await violations(signedOut)).toEqual([]);

  const { page } = await openSignedIn({ colorScheme });
  await chooseAction(page, "Get home timeline");
  await page.getByText("Advanced parameters").click();
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Raw answer" }).click();
  await page.getByText(/^Status 200/).click();
  expect(await violations(page)).toEqual([]);

  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("nobody_at_all_");
  await run(page, "Failed");
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Sandbox", exact: true }).click();
  await page.getByRole("heading", { name: "Who follows whom" }).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("fits into 400 pixels without scrolling sideways", async () => {
  const { page } = await openSignedIn({ width: 400 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.getByLabel("Action", { exact: true }).selectOption("Get home timeline");
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
  expect(await width()).toBe(400);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Sandbox", exact: true }).click();
  await page.getByRole("heading", { name: "Who follows whom" }).waitFor();
  expect(await width()).toBe(400);
});

it("breaks no layout with a long link in every field, at any width", async () => {
  const { page } = await openSignedIn();
  const link = `https://example.com/${"long".repeat(75)}`;
  const widths = async () => {
    const found: number[] = [];
    // The last is 1280 pixels at 200 % zoom.
    for (const width of [1280, 400, 640]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(await page.evaluate(() => document.documentElement.scrollWidth));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    return found;
  };
  for (const action of ["Publish a post", "Post a tweet", "Get user", "Search posts"]) {
    await chooseAction(page, action);
    await page
      .getByText("Advanced parameters")
      .click({ timeout: 500 })
      .catch(() => {});
    const fields = page.getByRole("main").getByRole("textbox").filter({ visible: true });
    for (const field of await fields.all()) await field.fill(link);
    expect(await widths(), action).toEqual([1280, 400, 640]);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText(/^(Succeeded|Failed)$/).waitFor();
    expect(await widths(), action).toEqual([1280, 400, 640]);
    await page.getByRole("button", { name: "Raw answer" }).click();
    expect(await widths(), action).toEqual([1280, 400, 640]);
  }
  await chooseAction(page, "Get home timeline");
  await run(page, "Succeeded");
  expect(await widths()).toEqual([1280, 400, 640]);
});

it("follows the system's colours until the maker chooses", async () => {
  const { page } = await open({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Switch to light" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Switch to dark" }).waitFor();
});

it("says what to do when the connector is gone", async () => {
  const { page } = await openSignedIn();
  await page.route("**/api/**", (route) => route.abort());
  await chooseAction(page, "Get home timeline");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("The connector did not answer. Is npm start still running?").waitFor();
  await page.route("**/apiDefinition.swagger.json", (route) => route.abort());
  await page.reload();
  await page.getByText("The console could not start").waitFor();
});
