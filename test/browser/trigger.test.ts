import { expect, it } from "vitest";
import { setUpConsoles } from "./console-page.ts";

const { openSignedIn } = setUpConsoles();

it("shows within a minute that the trigger hands out every tweet once, over hours", async () => {
  const { page, complaints } = await openSignedIn();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const figure = (name: string) =>
    page
      .locator("dl > div")
      .filter({ hasText: new RegExp(`^${name}`) })
      .locator("dd");
  const expectFigure = (name: string, count: number) =>
    figure(name).getByText(String(count), { exact: true }).waitFor();

  await press("Trigger");
  await page.getByRole("textbox", { name: "Search text" }).fill("quokka");
  await press("Start");
  await page.getByText("The flow asked for new tweets: nothing new").waitFor();
  await expectFigure("calls to X", 0);

  await press("Post a matching tweet");
  await expectFigure("posted here", 1);
  await press("Post 7 at once");
  await expectFigure("posted here", 8);
  await press("One hour later");
  await page.getByText("it runs with 5 tweets").waitFor();
  await page.getByText("3 in the backlog").waitFor();
  await press("One hour later");
  await expectFigure("handed out", 8);
  await expectFigure("waiting", 0);
  await expectFigure("handed out twice", 0);
  expect(complaints).toEqual([]);
});
