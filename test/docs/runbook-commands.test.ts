/** The commands that the pages tell to type are ones that there are, as far as a machine without Azure can tell. */
import { describe, expect, it } from "vitest";
import { readRoot } from "../harness/read-root.ts";

/**
 * Commands and the options of theirs that the pages use, from their references:
 * https://learn.microsoft.com/azure/developer/azure-developer-cli/reference
 * https://learn.microsoft.com/cli/azure/reference-index
 * https://learn.microsoft.com/power-platform/developer/cli/reference/connector
 */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  "azd auth login": [],
  "azd config set": [],
  "azd deploy": [],
  "azd down": ["--purge"],
  "azd env get-value": [],
  "azd env get-values": [],
  "azd env new": [],
  "azd env set": [],
  "azd provision": ["--preview"],
  "azd up": [],
  "az deployment group create": ["--resource-group", "--template-file", "--parameters"],
  "az functionapp list-flexconsumption-locations": [],
  "az functionapp restart": ["--resource-group", "--name"],
  "az group create": ["--name", "--location"],
  "az keyvault list-deleted": ["--query", "--output"],
  "az keyvault recover": ["--name"],
  "az keyvault secret list-versions": ["--vault-name", "--name", "--query", "--output"],
  "az keyvault secret recover": ["--vault-name", "--name"],
  "az keyvault secret set": ["--vault-name", "--name", "--value"],
  "az keyvault secret set-attributes": ["--id", "--enabled"],
  "az login": [],
  "az provider register": ["--namespace"],
  "az resource delete": ["--ids"],
  "az rest": ["--method", "--resource", "--url", "--headers", "--body"],
  "pac auth create": ["--environment"],
  "pac connector create": ["--api-definition-file", "--api-properties-file", "--icon-file"],
  "pac connector list": [],
  "pac connector update": [
    "--connector-id",
    "--api-definition-file",
    "--api-properties-file",
    "--icon-file",
  ],
};

const PAGES = [
  "README.md",
  "docs/deploy.md",
  "docs/runbook.md",
  "examples/README.md",
  "infra/main.bicep",
];

/** What stands in code, a shell's line each, continued lines and those wrapped by a page joined. */
const codeOf = (page: string): string[] => {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.replace(/\\\n\s*/g, "").split("\n"),
  );
  const inline = [...page.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`]+)`/g)].map(
    ([, code = ""]) => code.replace(/\s+/g, " "),
  );
  return [...blocks, ...inline].flatMap((line) => line.split(/&&|;|\|/));
};

const callsIn = (page: string): string[] =>
  codeOf(page)
    // What a command is given by another is that one's own business.
    .map((line) => line.replace(/\$\([^)]*\)/g, "").trim())
    .filter((line) => /^(azd|az|pac) /.test(line));

describe.each(PAGES)("%s", (path) => {
  it("tells commands and options that there are", async () => {
    const text = await readRoot(path);
    const calls = path.endsWith(".md")
      ? callsIn(text)
      : (text.match(/az functionapp [\w-]+/g) ?? []);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const words = call.split(" ");
      const known = Object.keys(COMMANDS).filter((name) => `${call} `.startsWith(`${name} `));
      const command = known.toSorted((a, b) => b.length - a.length)[0] ?? "";
      expect(known, `"${words.slice(0, 4).join(" ")}" in ${path} is no command`).not.toEqual([]);
      const options = words
        .filter((word) => /^--[a-z]/.test(word))
        .map((word) => word.split("=")[0]);
      const unknown = options.filter((option) => !COMMANDS[command]?.includes(option ?? ""));
      expect(unknown, `options of "${command}" in ${path}`).toEqual([]);
    }
  });
});

describe("the runbook", () => {
  it("tells of deploying again, of a new version and of removal with the vault", async () => {
    const text = await readRoot("docs/runbook.md");
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(expect.arrayContaining(["Deploy again", "New version", "Remove"]));
    const [, days] =
      /softDeleteRetentionInDays: (\d+)/.exec(await readRoot("infra/modules/vault.bicep")) ?? [];
    expect(text).toContain(`its name stays taken for ${days} days`);
    expect(await readRoot("infra/main.bicep")).toMatch(/name: 'rg-\$\{environmentName\}'/);
    expect(text).toContain("rg-NAME");
  });
});
