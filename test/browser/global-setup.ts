/** One start of everything and one browser for all files: on two cores both take seconds. */
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { browserOptions } from "./browser.ts";
import { startLocally } from "./local-start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of the console. */
    readonly consoleUrl: string;
    /** Where the browser listens. */
    readonly browserUrl: string;
  }
}

export default async ({ provide }: TestProject) => {
  const [start, browser] = await Promise.all([
    startLocally(),
    chromium.launchServer(browserOptions()),
  ]);
  provide("consoleUrl", start.url);
  provide("browserUrl", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await start.close();
  };
};
