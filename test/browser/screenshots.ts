/** Takes the README's pictures from the running console: `npm run screenshots`. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { startLocally } from "./local-start.ts";
import { chooseAction, run, signIn } from "./maker.ts";

const VIEWPORT = { width: 1280, height: 960 };

const showAnswer = async (page: Page): Promise<void> => {
  await chooseAction(page, "Search tweets");
  await page.getByLabel("Search text").fill("#fabrikam");
  await run(page, "Succeeded · 200");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
};

const browser = await launchBrowser();
const start = await startLocally();
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme });
  await page.goto(start.url);
  await signIn(page);
  await showAnswer(page);
  const path = fileURLToPath(new URL(`../../docs/console-${colorScheme}.png`, import.meta.url));
  await page.screenshot({ path });
  console.log(path);
}
await browser.close();
await start.close();
