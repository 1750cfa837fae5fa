import { describe, expect, it } from "vitest";
import { readSettings, SETTING_NAMES } from "../../../src/config.ts";
import { LONGEST_NAME, ofType, propertiesOf, template } from "../../harness/deployment.ts";
import { readRoot } from "../../harness/read-root.ts";

describe.skipIf(!template)("the app's settings (left out where there is no Bicep compiler)", () => {
  const [given = {}] = template
    ? propertiesOf<Record<string, string>>("Microsoft.Web/sites/config")
    : [];
  const isOfTheHost = (name: string) =>
    /^(AzureWebJobsStorage__|APPLICATIONINSIGHTS_|FUNCTIONS_)/.test(name);
  const own = Object.keys(given).filter((name) => !isOfTheHost(name));

  /** Azure sets the host's name; X is where it is, and waits have good defaults; the others are for a machine without Azure. */
  const NOT_DEPLOYED = [
    "X_API_ORIGIN",
    "X_AUTHORIZE_URL",
    "X_TIMEOUT_MS",
    "STORE_TIMEOUT_MS",
    "WEBSITE_HOSTNAME",
    "TABLE_CONNECTION_STRING",
    "LOCAL_STATE_DIR",
  ];

  it("are those that the app knows, and all of them", () => {
    expect([...own, ...NOT_DEPLOYED].toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it("are values that the app takes", () => {
    const env = {
      ...Object.fromEntries(own.map((name) => [name, given[name]])),
      KEY_VAULT_URL: "https://kv-x-abc.vault.azure.net",
      TABLE_ENDPOINT: "https://stxabc.table.core.windows.net/",
      WEBSITE_HOSTNAME: "func-x-abc.azurewebsites.net",
    };
    expect(readSettings(env).publicOrigin).toBe("https://func-x-abc.azurewebsites.net");
  });

  it("bring the Functions host to its own storage with the identity, and to nothing else", () => {
    const host = Object.entries(given).filter(([name]) => name.startsWith("AzureWebJobsStorage"));
    expect(Object.fromEntries(host)).toEqual({
      AzureWebJobsStorage__credential: "managedidentity",
      AzureWebJobsStorage__clientId: expect.stringContaining("identity.outputs.clientId"),
      AzureWebJobsStorage__blobServiceUri: expect.stringContaining("outputs.hostBlobEndpoint"),
    });
  });

  it("let four images of 5 MB through as base64, and not much more", () => {
    const limit = Number(given.FUNCTIONS_REQUEST_BODY_SIZE_LIMIT);
    expect(limit).toBeGreaterThan((4 * 5 * 1024 * 1024 * 4) / 3 + 4096);
    expect(limit).toBeLessThanOrEqual(32 * 1024 * 1024);
  });
});

describe.skipIf(!template)("the parameters (left out where there is no Bicep compiler)", () => {
  it("are azd's values of the same names, with the template's defaults", async () => {
    const written = Object.entries(template?.parameters ?? {}).map(([name, { defaultValue }]) => {
      const value = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      if (defaultValue !== undefined) return [name, { value: `\${${value}=${defaultValue}}` }];
      // azd itself sets these: the environment's name and its region.
      return [name, { value: `\${AZURE_${value.replace("ENVIRONMENT", "ENV")}}` }];
    });
    const { parameters } = JSON.parse(await readRoot("infra/main.parameters.json"));
    expect(parameters).toEqual(Object.fromEntries(written));
  });

  it("take the longest name of an environment", () => {
    expect(template?.parameters?.environmentName?.maxLength).toBe(LONGEST_NAME.length);
  });
});

describe.skipIf(!template)("what Azure bills (left out where there is no Bicep compiler)", () => {
  it("is told with the alerts and the web test that there are", async () => {
    const page = await readRoot("docs/costs.md");
    const alerts = ofType("Microsoft.Insights/scheduledQueryRules").length;
    const words = ["no", "one", "two", "three", "four", "five"];
    expect(page).toContain(`${words[alerts]} log alerts that look every 15 minutes`);
    const [test] = propertiesOf<{ Frequency: number; Locations: object[] }>(
      "Microsoft.Insights/webtests",
    );
    const runs = ((test?.Locations.length ?? 0) * 730 * 3600) / (test?.Frequency ?? 1);
    expect(page.replaceAll(",", "")).toContain(`(${runs} runs in a month of 730 hours)`);
  });
});

describe.skipIf(!template)("what the pages say (left out where there is no Bicep compiler)", () => {
  /** Words in capitals that stand for a value of the reader's, or for a command's. */
  const PLACEHOLDERS = /^(HOST|NAME|VALUE|ORG|APP|TAG|VAULT|RESOURCE_GROUP|REGION|GET|POST|JSON)$/;

  it.each(["docs/deploy.md", "docs/runbook.md"])(
    "%s names outputs, values and settings that there are",
    async (page) => {
      const text = await readRoot(page);
      const words = text.matchAll(/`([A-Z][A-Z_]{2,})[`=]|env (?:set|get-value) ([A-Z_]+)/g);
      const named = [...words]
        .map(([, word, value]) => word ?? value ?? "")
        .filter((word) => !PLACEHOLDERS.test(word));
      const parameters = await readRoot("infra/main.parameters.json");
      const known = [
        ...Object.keys(template?.outputs ?? {}),
        ...[...parameters.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = ""]) => name),
        ...SETTING_NAMES,
        // Read by npm run package, which azd runs with its values.
        ...[...(await readRoot("tools/package/package.ts")).matchAll(/env\.([A-Z_]+)/g)].map(
          ([, name = ""]) => name,
        ),
      ];
      expect(named.length).toBeGreaterThan(1);
      expect(named.filter((word) => !known.includes(word))).toEqual([]);
    },
  );
});
