import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openSignedIn } from "./console-page.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Starts the trigger as a new flow; resolves after its first poll. */
const startTrigger = async (page: Page, searchText: string): Promise<void> => {
  await press(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill(searchText);
  await press(page, "Start");
  await page.getByText("The flow asked for new tweets: nothing new").waitFor();
};

/** Waits until one of the figures above the time line is so much. */
const expectFigure = (page: Page, name: string, figure: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) })
    .locator("dd")
    .getByText(figure, { exact: true })
    .waitFor();

const events = (page: Page) =>
  page.getByRole("list", { name: "What happened, newest first" }).getByRole("listitem");

it("starts a flow when the signed-in user is mentioned, and keeps its place", async () => {
  const { page } = await openSignedIn();
  await press(page, "Triggers");
  await page.getByRole("button", { name: /^When I am mentioned/ }).click();
  await press(page, "Start");
  await page.getByText("The flow asked for new mentions: nothing new").waitFor();
  await press(page, "Post a matching mention");
  await expectFigure(page, "posted here", "1");
  await press(page, "One hour later");
  await page.getByText("The flow asked for new mentions: it runs with 1 mention").waitFor();
  await page.getByRole("cell", { name: "Look at this, @northwind_demo" }).waitFor();

  await events(page).first().getByText("Raw answer", { exact: true }).click();
  await events(page).first().getByText("The cursor moved.").waitFor();
  await events(page).first().getByRole("button", { name: "Copy as cURL" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^curl -X GET -H "Authorization: Bearer \$TOKEN" 'http[^']*\/api\/onnewmention\?triggerState=/,
  );

  expect(new URL(page.url()).hash).toBe("#/triggers/OnNewMention");
  await press(page, "Sandbox");
  await press(page, "Triggers");
  expect(new URL(page.url()).hash).toBe("#/triggers/OnNewMention");
  await page.reload();
  await expectFigure(page, "handed out", "1");
});

it("goes on by itself through X's trouble and through the end of its token", async () => {
  const { page } = await openSignedIn();
  // Long enough that the first call renews the token: X's trouble is to meet the search, and not that.
  await page.request.post(new URL("/sandbox/clock", page.url()).href, {
    data: { advanceMs: 3 * 3_600_000 },
  });
  await startTrigger(page, "quoll");
  await press(page, "Post a matching tweet");
  await expectFigure(page, "posted here", "1");
  await press(page, "Sandbox");
  await page.getByLabel("What goes wrong").selectOption("Too many calls (429)");
  await press(page, "Fail the next call to X");
  await page.getByText("Waiting for its call").waitFor();

  await press(page, "Triggers");
  await press(page, "One hour later");
  await page.getByText("Nothing was read this time").first().waitFor();
  // The connection's token lives for less than two hours.
  for (const count of [5, 7, 9]) {
    await press(page, "One hour later");
    await expect.poll(() => events(page).count()).toBe(count + 1);
  }
  await expectFigure(page, "handed out", "1");
  await expectFigure(page, "handed out twice", "0");
});

it("shows within a minute that the trigger hands out every tweet once, over hours", async () => {
  const { page, complaints } = await openSignedIn();
  await startTrigger(page, "quokka");
  await expectFigure(page, "calls to X", "1");

  await press(page, "Post a matching tweet");
  await expectFigure(page, "posted here", "1");
  await press(page, "Post 7 at once");
  await expectFigure(page, "posted here", "8");
  await press(page, "One hour later");
  await page.getByText("it runs with 5 tweets").waitFor();
  await page.getByText("about 3 wait").waitFor();
  await press(page, "One hour later");
  await expectFigure(page, "handed out", "8");
  await expectFigure(page, "waiting", "0");
  await expectFigure(page, "handed out twice", "0");
  expect(complaints).toEqual([]);

  await page.reload();
  await expectFigure(page, "handed out", "8");
  await press(page, "One hour later");
  await page.getByText("One hour went by").nth(2).waitFor();
});

it("drains a burst of 150 in order, hour by hour, at a click", async () => {
  const { page } = await openSignedIn();
  await startTrigger(page, "potoroo");
  await press(page, "Post 150 at once");
  await expectFigure(page, "posted here", "150");
  await press(page, "Hour by hour, until nothing waits");
  await page
    .getByText(/about \d{2,3} wait/)
    .first()
    .waitFor();
  await page
    .getByRole("status")
    .getByText("150 posted, 150 handed out, 0 waiting")
    .waitFor({ timeout: 50_000 });
  await expectFigure(page, "handed out twice", "0");
  await expectFigure(page, "in order", "yes");
});

it("asks in vain within the hour, and its cursor stays where it is", async () => {
  const { page } = await openSignedIn();
  await startTrigger(page, "numbat");
  await press(page, "Post a matching tweet");
  await expectFigure(page, "posted here", "1");
  await press(page, "Ask now");
  await events(page).first().getByText("Raw answer", { exact: true }).click();
  await page.getByText("The cursor stays where it was.").waitFor();
  await page.getByText(/^0 calls to X/).waitFor();
  await expectFigure(page, "waiting", "1");
});

it("gets the same tweets once more when an answer was lost", async () => {
  const { page } = await openSignedIn();
  await startTrigger(page, "bilby");
  await press(page, "Post a matching tweet");
  await expectFigure(page, "posted here", "1");
  await press(page, "One hour later");
  await page.getByText("The flow asked for new tweets: it runs with 1 tweet").waitFor();
  await press(page, "Ask the last again, as after a lost answer");
  await page.getByText("The same poll once more: it runs with 1 tweet").waitFor();
  await expectFigure(page, "handed out", "1");
  await expectFigure(page, "handed out twice", "0");
});

it("tells its story to those who hear the page, and fits into 400 pixels", async () => {
  const { page } = await openSignedIn({ width: 400 });
  await startTrigger(page, "wombat");
  await press(page, "Post 7 at once");
  await expectFigure(page, "posted here", "7");
  await press(page, "One hour later");
  await page.getByText("it runs with 5 tweets").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  const story = page.getByRole("list", { name: "What happened, newest first" });
  const headings = story.getByRole("heading", { level: 3 });
  expect(await headings.allTextContents()).toEqual([
    "The flow asked for new tweets: it runs with 5 tweets",
    "One hour went by",
    "Somebody posted 7 tweets: “Look at this: wombat”",
    "The flow asked for new tweets: nothing new",
  ]);
  await page.getByRole("status").getByText("7 posted, 5 handed out, 2 waiting").waitFor();
  const heard = (await story.ariaSnapshot()).replaceAll(/\d\d:\d\d:\d\d [AP]M/g, "TIME");
  expect(heard).toContain("- text: TIME");
  expect(heard).toContain('- table "New tweets, TIME":');
  await story
    .getByLabel(/^Raw answer, \d\d:\d\d:\d\d [AP]M$/)
    .first()
    .click();
});
