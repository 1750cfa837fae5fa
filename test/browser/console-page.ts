/** The console in a browser, as the tests need it. */
import axe, { type AxeResults } from "axe-core";
import { chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { signIn } from "./maker.ts";

export interface ConsolePage {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** Every address that the page asked for outside this machine. */
  readonly outside: readonly string[];
}

export interface PageOptions {
  /** Origin of the console; that of all tests unless told. */
  readonly url?: string;
  readonly colorScheme?: "light" | "dark";
  /** In pixels. */
  readonly width?: number;
}

const DESKTOP = { width: 1280, height: 800 };

/** The browser reports every answer from 400 on; those of the connector are shown on the page. */
const isAnswer = (text: string): boolean => text.startsWith("Failed to load resource");

const watch = (page: Page): ConsolePage => {
  for (const event of ["pageerror", "console", "request"]) page.removeAllListeners(event);
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

/** The one page of all files, for as long as the browser runs. */
let shared: Promise<Page> | undefined;

const openShared = async (): Promise<Page> => {
  const browser = await chromium.connect(inject("browserUrl"));
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  // Shorter than a test's, so that a failure names the step that waited in vain.
  page.setDefaultTimeout(20_000);
  return page;
};

type Storage = Readonly<Record<string, string>>;

/** The page as if it had just been opened, with what the browser keeps for it. */
const openWith = async (storage: Storage, options: PageOptions): Promise<ConsolePage> => {
  const { url = inject("consoleUrl"), colorScheme = "light", width = DESKTOP.width } = options;
  shared ??= openShared();
  const page = await shared;
  await page.unrouteAll();
  await page.context().clearCookies();
  await page.setViewportSize({ ...DESKTOP, width });
  await page.emulateMedia({ colorScheme, reducedMotion: "no-preference" });
  // Something small of the same origin, whose storage is the page's.
  await page.goto(`${url}/console.json`);
  await page.evaluate((kept) => {
    sessionStorage.clear();
    localStorage.clear();
    for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value);
  }, storage);
  const opened = watch(page);
  await page.goto(`${url}/`);
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  return opened;
};

/** A page that nobody signed in on. */
export const open = (options: PageOptions = {}): Promise<ConsolePage> => openWith({}, options);

/** The one connection that all tests share: an X account has room for two. */
let signedIn: Storage | undefined;

export const openSignedIn = async (options: PageOptions = {}): Promise<ConsolePage> => {
  if (signedIn) return openWith(signedIn, options);
  const opened = await open(options);
  await signIn(opened.page);
  signedIn = await opened.page.evaluate(() => ({ ...localStorage }));
  return opened;
};

const run = async (page: Page, options: string): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
};

/** What axe finds wrong, one line a rule. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  run(page, "{ resultTypes: ['violations'] }");

/** The same of what colours alone decide, for a view that was looked through in others. */
export const contrastViolationsOf = (page: Page): Promise<readonly string[]> =>
  run(page, "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }");
