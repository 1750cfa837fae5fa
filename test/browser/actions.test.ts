import { expect, it } from "vitest";
import definition from "../../apiDefinition.swagger.json" with { type: "json" };
import { openSignedIn } from "./console-page.ts";
import { chooseAction, run } from "./maker.ts";

/** A red picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

it("offers every action of the definition, and nothing else", async () => {
  const { page } = await openSignedIn();
  const actions = page.getByRole("navigation", { name: "Actions" }).getByRole("button");
  const offered = await actions.locator("span:first-child").allTextContents();
  const declared = Object.values(definition.paths)
    .flatMap((methods) => Object.values(methods))
    .filter((operation) => !("x-ms-trigger" in operation))
    .map(({ summary }) => summary);
  expect(offered).toEqual(declared);
});

it("runs actions and shows their outputs under the titles of dynamic content", async () => {
  const { page, complaints, outside } = await openSignedIn();

  await chooseAction(page, "Get home timeline");
  await run(page, "Succeeded");
  await page.getByRole("columnheader", { name: "Tweeted by" }).waitFor();
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
  await page.getByText("Tweet language", { exact: true }).waitFor();
  await page.getByText("Followers count", { exact: true }).waitFor();

  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("contoso");
  await run(page, "Succeeded");
  await page.getByText("Profile image url", { exact: true }).waitFor();
  const picture = page.getByRole("main").getByRole("presentation").first();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  expect(await page.getByText("1460323737035677698", { exact: true }).count()).toBe(1);

  await chooseAction(page, "Get my followers");
  await run(page, "Succeeded");
  await page.getByText(/^Other calls: 5\d\d of 600 left this hour$/).waitFor();

  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});

it("shows what X was asked where a search was written in the classic language", async () => {
  const { page } = await openSignedIn();
  await chooseAction(page, "Search tweets");
  await page
    .getByRole("textbox", { name: "Search text" })
    .fill("from:@contoso “happy hour” OR 会议");
  await run(page, "Succeeded");
  await page.getByText('X was asked: from:contoso ("happy hour" OR 会议)').waitFor();
});

it("shows the raw answer on a tab of its own, with its headers and its cost", async () => {
  const { page } = await openSignedIn();
  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("contoso");
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "Raw answer" }).click();
  await page.getByText("GET /api/user?userName=contoso").waitFor();
  await page.getByText(/^Status 200, \d+ headers$/).click();
  await page.getByText(/x-request-id: /).waitFor();
  await page.getByText('"Id": 1460323737035677698').waitFor();
  await page.getByText("1 call to X", { exact: true }).waitFor();
  await page.getByText(/x-connector-x-cost: 0/).waitFor();
});

it("shows an error as a maker reads it, at the field that it is about", async () => {
  const { page, complaints } = await openSignedIn();
  await chooseAction(page, "Search tweets");
  await page.getByRole("textbox", { name: "Search text" }).fill("x".repeat(471));
  await run(page, "Failed");
  await page.getByText("SearchTextTooLong", { exact: true }).waitFor();
  expect(
    await page.getByRole("textbox", { name: "Search text" }).getAttribute("aria-invalid"),
  ).toBe("true");
  expect(complaints).toEqual([]);
});

it("shows what X said when X fails the next call", async () => {
  const { page } = await openSignedIn();
  await page.getByRole("button", { name: "Sandbox", exact: true }).click();
  await page.getByLabel("What goes wrong").selectOption("No credits left (402)");
  await page.getByRole("button", { name: "Fail the next call to X" }).click();
  await page.getByText("Waiting for its call").waitFor();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await chooseAction(page, "Get home timeline");
  await run(page, "Failed");
  await page.getByText(/^CreditsDepleted: /).waitFor();
});

it("posts a tweet with a picture, which X then holds", async () => {
  const { page, complaints } = await openSignedIn();
  await chooseAction(page, "Post a tweet");
  await page.getByLabel("Tweet text").fill("A picture from the console");
  await page
    .getByLabel("Media")
    .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: PNG });
  await page.getByRole("img", { name: "Preview of red.png" }).waitFor();
  await run(page, "Succeeded");
  await page.getByText("Tweet id", { exact: true }).waitFor();
  await page.getByText(/^Posts: \d+ of 12 left this hour$/).waitFor();

  await page.getByRole("button", { name: "Sandbox", exact: true }).click();
  await page.getByRole("cell", { name: /^A picture from the console/ }).waitFor();
  expect(complaints).toEqual([]);
});

it("loses nothing: what was typed, the place in the address, the last runs", async () => {
  const { page } = await openSignedIn();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await chooseAction(page, "Search tweets");
  await page.getByRole("textbox", { name: "Search text" }).fill("#fabrikam");
  await chooseAction(page, "Get user");
  await page.getByLabel("User name").fill("contoso");
  await run(page, "Succeeded");
  await page.getByRole("button", { name: "Copy the expression of User name" }).click();
  expect(await clipboard()).toBe("body('Get_user')?['UserName']");
  await page.getByRole("button", { name: "Copy as cURL" }).click();
  expect(await clipboard()).toBe(
    `curl -X GET -H "Authorization: Bearer $TOKEN" '${new URL(page.url()).origin}/api/user?userName=contoso'`,
  );
  await page.getByRole("button", { name: "Raw answer" }).click();
  expect(new URL(page.url()).hash).toBe("#/actions/User/raw");

  await page.reload();
  await page.getByRole("heading", { name: "Get user", exact: true }).waitFor();
  await page.getByText("GET /api/user?userName=contoso").waitFor();
  expect(await page.getByLabel("User name").inputValue()).toBe("contoso");
  await page.goBack();
  await page.getByRole("heading", { name: "Outputs", exact: true }).waitFor();
  await chooseAction(page, "Search tweets");
  expect(await page.getByRole("textbox", { name: "Search text" }).inputValue()).toBe("#fabrikam");
  await run(page, "Succeeded");

  await page.getByText("Last runs (2)").click();
  const runs = page.getByRole("list", { name: "Last runs, newest first" }).getByRole("listitem");
  expect(await runs.count()).toBe(2);
  await runs
    .last()
    .getByText(/ms · \$0\.0[01]0$/)
    .waitFor();
  await runs.last().getByRole("button", { name: /^Open/ }).click();
  await page.getByRole("heading", { name: "Get user", exact: true }).waitFor();
  await runs
    .last()
    .getByRole("button", { name: /^Run again: Get user/ })
    .click();
  await page.getByText("Last runs (3)").waitFor();
});

it("puts what makers use into the table, and leaves out what is empty", async () => {
  const { page } = await openSignedIn();
  await chooseAction(page, "Search tweets");
  await page.getByRole("textbox", { name: "Search text" }).fill("#fabrikam");
  await run(page, "Succeeded");
  const columns = await page.getByRole("columnheader").allTextContents();
  expect(columns).toEqual(["Created at", "Tweeted by", "Tweet text", "Media urls", "Tweet id"]);
  await page.getByRole("button", { name: "All outputs of item 1", exact: true }).click();
  await page
    .getByRole("button", { name: "items('Apply_to_each')?['UserDetails']?['UserName']" })
    .waitFor();
});

it("draws a body in JSON from the definition, and marks the parts of it that are wrong", async () => {
  const { page, complaints } = await openSignedIn();
  await chooseAction(page, "Publish a post");
  await page.getByLabel("Post text").fill("A post of many parts");
  await page.getByRole("button", { name: "Add to Media" }).click();
  await page
    .getByLabel("File", { exact: false })
    .setInputFiles({ name: "red.png", mimeType: "image/png", buffer: PNG });
  await page.getByLabel("Alt text").fill("x".repeat(1001));
  await run(page, "Failed");
  expect(await page.getByLabel("Alt text").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("Alt text").fill("A red dot");
  await run(page, "Succeeded");
  await page.getByText("Post id", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

it("tells as one types what X is asked, how long a post counts and what it costs", async () => {
  const { page, complaints } = await openSignedIn();
  await chooseAction(page, "Search tweets");
  const search = page.getByRole("textbox", { name: "Search text" });
  await search.fill("from:@contoso cats");
  await page.getByText("X is asked: from:contoso cats").waitFor();
  await search.fill("near:London cats");
  await page.getByText(/^X cannot be asked: .*near:/).waitFor();
  await search.fill("cats");
  await page.getByText("X is asked exactly this.").waitFor();

  await chooseAction(page, "Post a tweet");
  const tweet = page.getByLabel("Tweet text");
  await tweet.fill("会议 for @contoso");
  await page.getByText("16 of 280 as X counts · $0.015").waitFor();
  await page.getByText("Posted is: 会议 for contoso").waitFor();
  await tweet.fill(`https://example.com/${"long".repeat(75)}`);
  await page.getByText("23 of 280 as X counts · $0.200 because of the link").waitFor();
  expect(complaints).toEqual([]);
});
