import { expect, it } from "vitest";
import { openSignedIn } from "./console-page.ts";
import { chooseAction, run, show } from "./maker.ts";

it("draws what was spent by operation and by day, beside the bill of the sandbox", async () => {
  const { page, complaints } = await openSignedIn();
  await chooseAction(page, "Post a tweet");
  await page.getByLabel("Tweet text").fill("What this costs, the spending view tells");
  await run(page, "Succeeded");
  await show(page, "Spending");
  const operations = page.getByRole("list", { name: "Spent by operation, the most first" });
  await operations.getByText("Post a tweet", { exact: true }).waitFor();
  await page.getByText("Every day as a table").click();
  const days = page.getByRole("table", { name: "Spent by day" });
  await days
    .getByRole("row", { name: /Post a tweet \$\d+\.\d{3}$/ })
    .first()
    .waitFor();

  const bill = page.getByRole("link", { name: /^The bill of the sandbox X/ });
  const text = await (await page.request.get(String(await bill.getAttribute("href")))).text();
  expect(text).toContain("Bill of the sandbox X");
  for (const width of [400, 640]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  expect(complaints).toEqual([]);
});

it("draws each day's column from the ground, as high as it was dear", async () => {
  const { page } = await openSignedIn();
  const spent = (day: string, Spent: number) => ({ Day: day, Operation: "Tweet", Spent });
  const json = { ByDay: [spent("2026-11-01", 0.2), spent("2026-11-02", 0.05)] };
  await page.route("**/api/getspending*", (route) => route.fulfill({ json }));
  await show(page, "Spending");
  const box = async (day: string) => {
    const found = await page.locator(`[title^="${day}"] div div`).boundingBox();
    if (!found) throw new Error(`Nothing is drawn for ${day}`);
    return { bottom: found.y + found.height, height: found.height };
  };
  const [dear, cheap] = [await box("2026-11-01"), await box("2026-11-02")];
  expect(cheap.bottom).toBeCloseTo(dear.bottom, 0);
  expect(dear.height / cheap.height).toBeCloseTo(4, 1);
});

it("tries a budget out: what exceeds it is refused before X is asked, until it is taken back", async () => {
  const { page } = await openSignedIn();
  await show(page, "Spending");
  const dollarsADay = page.getByLabel("Dollars a day");
  await dollarsADay.fill("a lot");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByText("Not set").waitFor();
  expect(await dollarsADay.getAttribute("aria-invalid")).toBe("true");
  await dollarsADay.fill("0.001");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByText(/^This connection, a day: \$0\.00\d of \$0\.001 left$/).waitFor();
  await page.getByText(/refused now, before X is asked\.$/).waitFor();

  await show(page, "Actions");
  await chooseAction(page, "Post a tweet");
  await page.getByLabel("Tweet text").fill("One that the budget does not let through");
  await run(page, "Failed");
  await page.getByText("BudgetReached", { exact: true }).waitFor();
  await page.getByText("0 calls to X", { exact: true }).waitFor();

  await show(page, "Spending");
  await dollarsADay.fill("");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByText("None: this connection may spend what X lets the app spend.").waitFor();
});

it("estimates what a search comes to beside its trigger, before it is started", async () => {
  const { page } = await openSignedIn();
  await show(page, "Triggers");
  await page.getByRole("textbox", { name: "Search text" }).fill("fabrikam");
  await page.getByRole("button", { name: "Estimate before it is started" }).click();
  await page.getByText(/^The trigger: at most \$\d+\.\d{3} a month$/).waitFor();
  await page
    .getByText(/by X’s counts of the last seven days.*This estimate cost \$0\.005\.$/)
    .waitFor();
  await page.getByRole("textbox", { name: "Search text" }).fill("near:London");
  await page.getByRole("button", { name: "Estimate before it is started" }).click();
  await page.getByText("No estimate").waitFor();
});
