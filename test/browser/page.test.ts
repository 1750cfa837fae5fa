import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { contrastViolationsOf, open, openSignedIn, violationsOf } from "./console-page.ts";
import { answerWithLongTexts, failWithLongTexts, fillSandbox, LONG_LINK } from "./long-texts.ts";
import { chooseAction, run, show } from "./maker.ts";

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
] as const)("has nothing for axe to find in any view in %s", async (colorScheme, violations) => {
  const { page: signedOut } = await open({ colorScheme });
  expect(await violations(signedOut)).toEqual([]);

  const { page } = await openSignedIn({ colorScheme });
  await chooseAction(page, "Get home timeline");
  await page.getByText("Advanced parameters").click();
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
  await page.getByText("Last runs").click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Raw answer" }).click();
  await page.getByText(/^Status 200/).click();
  expect(await violations(page)).toEqual([]);

  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("nobody_at_all_");
  await run(page, "Failed");
  expect(await violations(page)).toEqual([]);
  await chooseAction(page, "Publish a thread");
  await page.getByRole("button", { name: "Add to Parts" }).click();
  await page.getByText(/^More:/).click();
  expect(await violations(page)).toEqual([]);

  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("kookaburra");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("new tweets: nothing new").waitFor();
  await page.getByRole("button", { name: "Post a matching tweet" }).click();
  await page.getByText(/^Somebody posted/).waitFor();
  await page.getByRole("button", { name: "One hour later" }).click();
  await page.getByText("it runs with 1 tweet").waitFor();
  expect(await violations(page)).toEqual([]);

  await show(page, "Spending");
  await page.getByText("Every day as a table").click();
  expect(await violations(page)).toEqual([]);

  await show(page, "Sandbox");
  await page.getByRole("heading", { name: "Who follows whom" }).waitFor();
  expect(await violations(page)).toEqual([]);
});

/** By how much the page is wider than the browser's window of each of these widths. */
const overhangs = async (page: Page, widths: readonly number[]): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    found.push((await page.evaluate(() => document.documentElement.scrollWidth)) - width);
  }
  return found;
};

/** Opens whatever of the view can be opened, folds within folds as well. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const summary of document.querySelectorAll<HTMLElement>("main details > summary")) {
      const isOpen = summary.parentElement?.hasAttribute("open");
      if (!isOpen && summary.checkVisibility()) summary.click();
    }
    for (const button of document.querySelectorAll<HTMLElement>("main [aria-expanded=false]")) {
      if (button.checkVisibility()) button.click();
    }
  });

/** Enters it into every field that takes a text, as typing does. */
const fillAll = (page: Page, text: string) =>
  page.evaluate((entered) => {
    type Field = HTMLInputElement | HTMLTextAreaElement;
    for (const field of document.querySelectorAll<Field>("main textarea, main input[type=text]")) {
      if (!field.checkVisibility()) continue;
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
      set?.call(field, entered);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, text);

const WIDTHS = [1280, 400];

it("breaks no layout with a long link in every field and every output of every action", async () => {
  const { page, complaints } = await openSignedIn();
  await answerWithLongTexts(page);
  const actions = page.getByRole("navigation", { name: "Actions" }).getByRole("button");
  const titles = await actions.locator("span:first-child").allTextContents();
  expect(titles.length).toBeGreaterThan(20);
  for (const title of titles) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await chooseAction(page, title);
    for (const add of await page.getByRole("button", { name: /^Add to / }).all()) await add.click();
    await openAll(page);
    await fillAll(page, LONG_LINK);
    await run(page, "Succeeded");
    await openAll(page);
    expect([title, ...(await overhangs(page, WIDTHS))]).toEqual([title, 0, 0]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Raw answer" }).click();
  await openAll(page);
  expect(await overhangs(page, WIDTHS)).toEqual([0, 0]);
  await failWithLongTexts(page);
  await run(page, "Failed");
  expect(await overhangs(page, WIDTHS)).toEqual([0, 0]);
  expect(complaints).toEqual([]);
});

it("breaks no other view with long links, at any width, nor at a zoom of 200 %", async () => {
  const { page } = await openSignedIn();
  const fits = async () => {
    await openAll(page);
    await fillAll(page, LONG_LINK);
    // The last is what a window of 1280 shows at 200 %.
    expect(await overhangs(page, [...WIDTHS, 640])).toEqual([0, 0, 0]);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await show(page, "Actions");
  await fits();
  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill(`wombat OR "${LONG_LINK}"`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("new tweets: nothing new").waitFor();
  await page.getByRole("button", { name: "Post a matching tweet" }).click();
  await page.getByText(/^Somebody posted/).waitFor();
  await answerWithLongTexts(page);
  await page.getByRole("button", { name: "One hour later" }).click();
  await page.getByText("it runs with 1 tweet").waitFor();
  await fits();
  await show(page, "Spending");
  await page.getByRole("heading", { name: "By operation" }).waitFor();
  await fits();
  await fillSandbox(page);
  await show(page, "Sandbox");
  await page.getByRole("heading", { name: "Who follows whom" }).waitFor();
  await fits();
  const { page: signedOut } = await open();
  await signedOut.getByText("Use a connection token").click();
  await fits();
});

it("can be used at a zoom of 200 %, and keeps still for who asked the system for that", async () => {
  const { page } = await openSignedIn();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByLabel("Action", { exact: true }).selectOption("Get home timeline");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/hometimeline**", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("button", { name: "Stop waiting" }).waitFor();
  // A change of colour may run for a moment; what moves, moves on.
  const isMoving = () => {
    const lasting = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY);
    return lasting.some(({ playState }) => playState === "running");
  };
  expect(await page.evaluate(isMoving)).toBe(false);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await page.evaluate(isMoving)).toBe(true);
  release();
  await page.getByText("Succeeded", { exact: true }).waitFor();
});

it("follows the system's colours until the maker chooses", async () => {
  const { page } = await open({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Switch to light" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Switch to dark" }).waitFor();
});

it("says in each view what to do when the host has ended", async () => {
  const { page } = await openSignedIn();
  const gone = page.getByText("The connector did not answer. Is npm start still running?");
  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("emu");
  await page.route("**/api/**", (route) => route.abort());
  await page.route("**/sandbox/**", (route) => route.abort());
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await gone.filter({ visible: true }).waitFor();
  await show(page, "Actions");
  await chooseAction(page, "Get home timeline");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await gone.filter({ visible: true }).waitFor();
  await show(page, "Spending");
  await page.getByText("The ledger was not read").waitFor();
  await gone.filter({ visible: true }).waitFor();
  await show(page, "Sandbox");
  await page.getByText("The sandbox does not answer").waitFor();
  await page.getByText("The sandbox begins anew with it: sign in again.").waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await page.unroute("**/sandbox/**");
  await page.getByRole("button", { name: "Refresh" }).filter({ visible: true }).click();
  await page.getByRole("heading", { name: "Who follows whom" }).waitFor();
  expect(await page.getByText("The sandbox does not answer").count()).toBe(0);
  await page.route("**/apiDefinition.swagger.json", (route) => route.abort());
  await page.reload();
  await page.getByText("The console could not start").waitFor();
});

it("tells in each view that a long call runs, and lets go of it at a click", async () => {
  const { page } = await openSignedIn();
  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("emu");
  // Nothing is ever answered.
  await page.route(/\/(api|sandbox)\//, () => {});
  const letGo = async (start: string, told: string) => {
    const button = page.getByRole("button", { name: start, exact: true }).filter({ visible: true });
    // Some ask as soon as they are shown.
    if ((await button.getAttribute("aria-disabled")) === null) await button.click();
    await page.getByText(told).filter({ visible: true }).waitFor();
    const stop = page.getByRole("button", { name: "Stop waiting" }).filter({ visible: true });
    await stop.press("Enter");
    await page.getByText("You stopped waiting.").filter({ visible: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
  };
  await letGo("Start", "The flow asks the connector");
  await show(page, "Actions");
  await chooseAction(page, "Get home timeline");
  await letGo("Run", "Running");
  await show(page, "Spending");
  await letGo("Refresh", "Reading the ledger");
  await show(page, "Sandbox");
  await letGo("Refresh", "Asking the sandbox");
});
