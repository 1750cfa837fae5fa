/**
 * `npm run bench:console`: in the browser of the tests, how soon the built console is painted and can be used on a first
 * visit, and how long a run takes from the click until its outputs are drawn.
 */
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../test/browser/browser.ts";
import { FIRST_LOAD_GOAL_BYTES, firstLoadBytes } from "../test/browser/first-load.ts";
import { startLocally } from "../test/browser/local-start.ts";
import { chooseAction, signIn } from "../test/browser/maker.ts";
import { median, quantile } from "./statistics.ts";

const VISITS = 25;
const RUNS = 25;

/** Notes in the page when the choice of views is drawn: from then on it can be used. */
const NOTE_USABLE = `new MutationObserver((_, watching) => {
  if (!document.querySelector("nav[aria-label=Views]")) return;
  watching.disconnect();
  requestAnimationFrame(() => performance.mark("usable"));
}).observe(document, { childList: true, subtree: true });`;

/** In milliseconds since the page was asked for; waits until the browser has told all of them. */
const READ_VISIT = `new Promise((resolve) => {
  const read = () => {
    const times = ["first-paint", "first-contentful-paint", "usable"]
      .map((name) => performance.getEntriesByName(name)[0]?.startTime);
    if (times.includes(undefined)) setTimeout(read, 5);
    else resolve(times);
  };
  read();
})`;

/** Resolves, after the next click, when the outputs of a run are drawn: how long that took, and the call in it. */
const READ_RUN = `new Promise((resolve) => {
  addEventListener("click", ({ timeStamp }) => {
    let isRunning = false;
    const watching = new MutationObserver(() => {
      const isShown = document.querySelector("main table, main dl") !== null;
      isRunning ||= !isShown;
      if (!isRunning || !isShown) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => {
        const call = performance.getEntriesByType("resource").at(-1);
        resolve([performance.now() - timeStamp, call.duration]);
      }));
    });
    watching.observe(document, { childList: true, subtree: true });
  }, { capture: true, once: true });
})`;

/** Of a browser that has nothing of the page yet. */
const visit = async (browser: Browser, url: string): Promise<readonly number[]> => {
  const page = await browser.newPage();
  await page.addInitScript(NOTE_USABLE);
  await page.goto(url);
  const times = await page.evaluate<readonly number[]>(READ_VISIT);
  await page.context().close();
  return times;
};

const run = async (page: Page): Promise<readonly number[]> => {
  const measured = page.evaluate<readonly number[]>(READ_RUN);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  return measured;
};

const repeated = async (
  times: number,
  measure: () => Promise<readonly number[]>,
): Promise<readonly (readonly number[])[]> => {
  // The first one also warms the browser and the connector.
  await measure();
  const measured: (readonly number[])[] = [];
  for (let count = 0; count < times; count += 1) measured.push(await measure());
  return measured;
};

const row = (name: string, measured: readonly (readonly number[])[], place: number): string => {
  const times = measured.map((each) => each[place] ?? Number.NaN);
  const shown = [median(times), quantile(times, 0.9)].map((ms) => `${ms.toFixed(0)} ms`.padEnd(9));
  return `${name.padEnd(52)}${shown.join("")}`;
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const bytes = await firstLoadBytes();
const start = await startLocally();
const browser = await launchBrowser();
const visits = await repeated(VISITS, () => visit(browser, start.url));

const page = await browser.newPage();
await page.goto(start.url);
await signIn(page);
await chooseAction(page, "Get user");
await page.getByLabel("User name").fill("contoso");
const users = await repeated(RUNS, () => run(page));
await chooseAction(page, "Search tweets");
await page.getByRole("textbox", { name: "Search text" }).fill("#fabrikam");
const searches = await repeated(RUNS, () => run(page));

console.log(`Chromium ${browser.version()}, Node ${process.versions.node}
first load, compressed: ${kilobytes(bytes)} (goal: under ${kilobytes(FIRST_LOAD_GOAL_BYTES)}, ${bytes < FIRST_LOAD_GOAL_BYTES ? "met" : "missed"})

${" ".repeat(52)}median   90 %
${row("first visit: first paint", visits, 0)}
${row("first visit: first contentful paint", visits, 1)}
${row("first visit: can be used", visits, 2)}
${row("Get user: from the click to its outputs", users, 0)}
${row("  of which its call", users, 1)}
${row("Search tweets: from the click to its outputs", searches, 0)}
${row("  of which its call", searches, 1)}`);
await browser.close();
await start.close();
