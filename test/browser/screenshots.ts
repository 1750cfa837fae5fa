/** Takes the README's pictures from the running console: `npm run screenshots`. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { startLocally } from "./local-start.ts";
import { chooseAction, run, signIn } from "./maker.ts";

const VIEWPORT = { width: 1280, height: 960 };

const showAnswer = async (page: Page): Promise<void> => {
  await chooseAction(page, "Search tweets");
  await page.getByRole("textbox", { name: "Search text" }).fill("#fabrikam");
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
};

const showTrigger = async (page: Page): Promise<void> => {
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await press("Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("contoso launch");
  await press("Start");
  await page.getByText("new tweets: nothing new").waitFor();
  await press("Post 7 at once");
  await page.getByText("7", { exact: true }).first().waitFor();
  await press("One hour later");
  await page.getByText("it runs with 5 tweets").waitFor();
};

const browser = await launchBrowser();
const start = await startLocally();
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme });
  await page.goto(start.url);
  await signIn(page);
  await showAnswer(page);
  const take = async (name: string) => {
    const path = fileURLToPath(new URL(`../../docs/${name}-${colorScheme}.png`, import.meta.url));
    await page.screenshot({ path, animations: "disabled" });
    console.log(path);
  };
  await take("console");
  await showTrigger(page);
  await take("trigger");
}
await browser.close();
await start.close();
