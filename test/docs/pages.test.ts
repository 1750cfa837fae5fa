import { access, readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/operations/index.ts";

const ROOT = new URL("../../", import.meta.url);
const inDocs = (await readdir(new URL("docs/", ROOT))).filter((name) => name.endsWith(".md"));
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "examples/README.md",
  ...inDocs.map((name) => `docs/${name}`),
];
const read = (path: string) => readFile(new URL(path, ROOT), "utf8");
const readme = await read("README.md");
const { scripts, engines } = JSON.parse(await read("package.json"));

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

describe.each(PAGES)("%s", (path) => {
  it("links to what is there", async () => {
    const links = [...(await read(path)).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)];
    for (const [, link = ""] of links) {
      const [file = "", anchor] = link.split("#");
      const target = new URL(file || path.split("/").at(-1) || "", new URL(path, ROOT));
      await expect(access(target), link).resolves.toBeUndefined();
      if (anchor) expect(anchorsOf(await readFile(target, "utf8")), link).toContain(anchor);
    }
  });

  it("names commands that there are", async () => {
    for (const [, name = ""] of (await read(path)).matchAll(
      /npm run\s+(?:--silent\s+)?([\w:]+(?:-\w+)*)/g,
    )) {
      expect(Object.keys(scripts)).toContain(name);
    }
  });
});

describe("README", () => {
  // It said 20, and `npm run migrate` needs 20.15, `npm start` 20.19.
  it("names the versions of Node.js that package.json asks for", () => {
    const least = [...engines.node.matchAll(/\d[\d.]*/g)].map(([version]) =>
      version.replace(/(\.0)+$/, ""),
    );
    const newest = least.pop();
    expect(readme).toContain(`${least.join(", ")}, or ${newest} and later`);
  });

  it("has the sections of a published connector, in the order of a stranger's questions", () => {
    const asked = [
      "Publisher",
      "See it run",
      "Prerequisites",
      "Deployment Instructions",
      "Obtaining Credentials",
      "Supported Operations",
      "Use",
      "Migrate",
      "Limits",
      "Costs",
      "Known Issues and Limitations",
      "Troubleshooting",
      "Operate",
      "Contributing",
    ];
    const sections = [...readme.matchAll(/^## (.+)$/gm)].map(([, name = ""]) => name);
    expect(sections.filter((name) => asked.includes(name))).toEqual(asked);
  });

  it("is short enough for two minutes", () => {
    expect(readme.split("\n").length).toBeLessThan(250);
  });

  it("leads to every page of docs", () => {
    for (const name of inDocs) expect(readme).toContain(`(docs/${name}`);
  });

  it.each([
    ["how to deploy", "#deployment-instructions"],
    ["what an hour without X does to a trigger", "docs/trigger.md#an-hour-without-x"],
    ["what it does to a step", "docs/errors.md#short-waits-and-long-ones"],
    ["what is stored of a user", "docs/storage.md#what-is-stored-of-a-user"],
    ["what a poll costs", "docs/costs.md"],
    ["where the limits stand in the code", "docs/limits.md"],
  ])("leads a stranger to %s", (_question, link) => {
    expect(readme).toContain(`(${link})`);
  });

  it("names every operation as makers see it", () => {
    for (const { summary } of operations) expect(readme).toContain(`**${summary}**`);
  });
});

describe("the pages of an admin", () => {
  it("name environment values that the deployment reads", async () => {
    const page = await read("docs/deploy.md");
    const [, values = ""] = /azd env set NAME VALUE`:\n([\s\S]*?)\. What/.exec(page) ?? [];
    const parameters = await read("infra/main.parameters.json");
    const names = [...values.matchAll(/`([A-Z_]+)`/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(5);
    const packaging = await read("tools/package/package.ts");
    for (const name of names) {
      expect(parameters.includes(`\${${name}=`) || packaging.includes(`env.${name}`), name).toBe(
        true,
      );
    }
  });
});
