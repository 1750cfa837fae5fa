/** What a maker does on the page. */
import type { Page } from "playwright-core";

/** Signs in by way of X's consent page. */
export const signIn = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Authorize app" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
};

/** Shows an action and, once it was filled in, runs it; resolves when its answer is there. */
export const chooseAction = async (page: Page, title: string): Promise<void> => {
  const actions = page.getByRole("navigation", { name: "Actions" }).getByRole("button");
  await actions.filter({ has: page.getByText(title, { exact: true }) }).click();
  await page.getByRole("heading", { name: title, exact: true }).waitFor();
};

/** Runs the action that is shown; resolves when the page tells how it ended. */
export const run = async (page: Page, outcome: "Succeeded" | "Failed"): Promise<void> => {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("status").getByText(outcome, { exact: true }).waitFor();
};

/** Shows one of the console's views. */
export const show = (page: Page, view: string): Promise<void> =>
  page
    .getByRole("navigation", { name: "Views" })
    .getByRole("button", { name: view, exact: true })
    .click();
