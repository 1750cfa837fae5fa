import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openSignedIn } from "./console-page.ts";
import { chooseAction, run } from "./maker.ts";

/** A red picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

const part = (page: Page, number: number) =>
  page.getByRole("group", { name: `Part ${number}`, exact: true });

const textOf = (page: Page, number: number) => part(page, number).getByLabel("Post text");

const openComposer = async (page: Page, ...texts: readonly string[]) => {
  await chooseAction(page, "Publish a thread");
  for (const [index, text] of texts.entries()) {
    await page.getByRole("button", { name: "Add to Parts" }).click();
    await textOf(page, index + 1).fill(text);
  }
};

it("counts and prices each part of a thread and the whole, as one types", async () => {
  const { page, complaints } = await openSignedIn();
  await openComposer(page, "First of all", "See https://example.com/more", "Last 会议");
  await part(page, 1).getByText("12 of 280 as X counts · $0.015").waitFor();
  await part(page, 2).getByText("27 of 280 as X counts · $0.200 because of the link").waitFor();
  await page.getByText("In all 3 posts, at most $0.230", { exact: true }).waitFor();

  const focused = () =>
    page.evaluate(() => {
      const { ariaLabel, textContent } = document.activeElement ?? {};
      return ariaLabel ?? textContent;
    });
  await page.getByRole("button", { name: "Move Part 3 up" }).press("Enter");
  expect(await textOf(page, 2).inputValue()).toBe("Last 会议");
  expect(await focused()).toBe("Move Part 2 up");
  await page.keyboard.press("Enter");
  expect(await textOf(page, 1).inputValue()).toBe("Last 会议");
  // It cannot go further up, so the keyboard is where it goes down again.
  expect(await focused()).toBe("Move Part 1 down");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("Move Part 2 down");
  await page.getByRole("button", { name: "Remove Part 3" }).press("Enter");
  expect(await focused()).toBe("Remove Part 2");
  await page.getByText("In all 2 posts, at most $0.030", { exact: true }).waitFor();

  await part(page, 1).getByRole("button", { name: "Add to Media" }).click();
  await part(page, 1)
    .getByLabel("File")
    .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: PNG });
  await part(page, 1).getByLabel("Alt text").fill("A red dot");
  await page.getByText("In all 2 posts with 1 alt text, at most $0.035", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Move Part 1 down" }).click();
  const moved = part(page, 2).getByLabel("File");
  expect(await moved.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe("red.png");
  expect(complaints).toEqual([]);
});

it("shows the posts that a long text makes", async () => {
  const { page } = await openSignedIn();
  await chooseAction(page, "Publish a thread");
  const sentence = "A sentence of fifty characters, to be told again. ";
  await page.getByLabel("Text to split").fill(sentence.repeat(12));
  await page.getByText("Makes 3 posts", { exact: true }).waitFor();
  const posts = page.getByRole("list", { name: "The posts that this text makes" });
  expect(await posts.getByRole("listitem").last().textContent()).toMatch(/told again\. 3\/3$/);
  await page.getByText("In all 3 posts, at most $0.045", { exact: true }).waitFor();
});

it("marks the part that broke a thread, tells what is there, and goes on with the part corrected", async () => {
  const { page } = await openSignedIn();
  await openComposer(page, "A thread that says it", "A thread that says it", "And a third part");
  await run(page, "Failed");
  await page.getByText("DuplicateContent", { exact: true }).waitFor();
  await part(page, 2).getByRole("alert").waitFor();
  expect(await part(page, 1).getByRole("alert").count()).toBe(0);
  const fact = (name: string) =>
    page.getByRole("term").filter({ hasText: name }).locator("~ dd").textContent();
  expect(await fact("The thread stopped at part")).toBe("2");
  const there = await fact("Parts that are there already");
  expect(there).toMatch(/^\d+$/);

  await textOf(page, 2).fill("A thread that says something else");
  await run(page, "Succeeded");
  await page.getByText("1 of 3 posts were there; the thread went on after them.").waitFor();
  await page.getByText(String(there), { exact: true }).first().waitFor();
});
