/** The browser that the tests and the pictures use: the machine's own Chromium, headless. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const DEBIAN_PATH = "/usr/bin/chromium";

/** Throws with what to do when there is no browser. */
const browserPath = (): string => {
  const path = process.env.CHROMIUM_PATH || DEBIAN_PATH;
  if (existsSync(path)) return path;
  throw new Error(
    `There is no browser at ${path}. Install Chromium (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to where it is.`,
  );
};

/** Throws when there is no browser on this machine. */
export const browserOptions = (): LaunchOptions => ({
  executablePath: browserPath(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

/** Rejects when there is no browser on this machine. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(browserOptions());
