/** The console in a browser, as the tests need it. */
import axe, { type AxeResults } from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type LocalStart, startLocally } from "./local-start.ts";
import { signIn } from "./maker.ts";

export interface ConsolePage {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** Every address that the page asked for outside this machine. */
  readonly outside: readonly string[];
}

export interface Consoles {
  /** A page that nobody signed in on. */
  open(options?: BrowserContextOptions): Promise<ConsolePage>;
  /** A page with the one connection that all pages of the file share: an X account has room for two. */
  openSignedIn(options?: BrowserContextOptions): Promise<ConsolePage>;
}

/** The browser reports every answer from 400 on; those of the connector are shown on the page. */
const isAnswer = (text: string): boolean => text.startsWith("Failed to load resource");

const watch = (page: Page): ConsolePage => {
  // Shorter than a test's, so that a failure names the step that waited in vain.
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (entry) => {
    const isComplaint = entry.type() === "error" || entry.type() === "warning";
    if (isComplaint && !isAnswer(entry.text())) complaints.push(entry.text());
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside.push(request.url());
  });
  return { page, complaints, outside };
};

/** One start of everything and one browser for all tests of a file; each page is in a context of its own. */
export const setUpConsoles = (): Consoles => {
  let browser: Browser;
  let start: LocalStart;
  let signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    start = await startLocally();
  });
  afterAll(async () => {
    await browser?.close();
    await start?.close();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<ConsolePage> => {
    const context = await browser.newContext(options);
    const opened = watch(await context.newPage());
    await opened.page.goto(start.url);
    await opened.page.getByRole("navigation", { name: "Views" }).waitFor();
    return opened;
  };

  const openSignedIn = async (options: BrowserContextOptions = {}): Promise<ConsolePage> => {
    if (signedIn) return open({ storageState: signedIn, ...options });
    const opened = await open(options);
    await signIn(opened.page);
    signedIn = await opened.page.context().storageState();
    return opened;
  };

  return { open, openSignedIn };
};

/** What axe finds wrong, one line a rule. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
};
