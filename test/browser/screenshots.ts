/** Takes the pictures of README and docs from the running console: `npm run screenshots`. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { startLocally } from "./local-start.ts";
import { chooseAction, run, show, signIn } from "./maker.ts";

const VIEWPORT = { width: 1280, height: 960 };
/** The chart by day is the last of the view. */
const SPENDING_HEIGHT = 1060;
const DAY_MS = 24 * 3_600_000;

const pathOf = (name: string, colorScheme: string): string =>
  fileURLToPath(new URL(`../../docs/${name}-${colorScheme}.png`, import.meta.url));

/** The same twice, as who likes it light sees it and who likes it dark. */
const take = async (page: Page, name: string, height = VIEWPORT.height): Promise<void> => {
  await page.setViewportSize({ ...VIEWPORT, height });
  await page.evaluate(() => scrollTo(0, 0));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Off what was clicked last, which would be drawn as if the mouse were on it.
    await page.mouse.move(0, 0);
    const path = pathOf(name, colorScheme);
    await page.screenshot({ path, animations: "disabled" });
    console.log(path);
  }
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const showAnswer = async (page: Page): Promise<void> => {
  await chooseAction(page, "Search tweets");
  await page.getByRole("textbox", { name: "Search text" }).fill("#fabrikam");
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
};

const showTrigger = async (page: Page): Promise<void> => {
  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("contoso launch");
  await press(page, "Start");
  await page.getByText("new tweets: nothing new").waitFor();
  await press(page, "Post 7 at once");
  await page.getByText(/^Somebody posted/).waitFor();
  await press(page, "One hour later");
  await page.getByText("it runs with 5 tweets").waitFor();
};

/** On each day another text is posted, and another user's timeline read. */
const DAYS = [
  ["The new chair is here", "contoso"],
  ["What is in it: https://example.com/chair", "fabrikam"],
  ["Twelve left", "adventureworks"],
  ["None left", "contoso"],
] as const;

const showSpending = async (page: Page): Promise<void> => {
  await show(page, "Actions");
  for (const [text, userName] of DAYS) {
    await page.request.post("/sandbox/clock", { data: { advanceMs: DAY_MS } });
    await chooseAction(page, "Post a tweet");
    await page.getByLabel("Tweet text").fill(text);
    await run(page, "Succeeded");
    await chooseAction(page, "Get user timeline");
    await page.getByLabel("User name").fill(userName);
    await run(page, "Succeeded");
  }
  await show(page, "Spending");
  await page.getByLabel("Dollars a day").fill("0.50");
  await press(page, "Set");
  await page.getByText(/^This connection, a day: /).waitFor();
};

const start = await startLocally();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: VIEWPORT, baseURL: start.url });
await page.goto("/");
await signIn(page);
await showAnswer(page);
await take(page, "console");
await showTrigger(page);
await take(page, "trigger");
await showSpending(page);
await take(page, "spending", SPENDING_HEIGHT);
await browser.close();
await start.close();
