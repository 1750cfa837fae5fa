import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "../../src/config.ts";

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
  }
  return [];
};

describe("the settings", () => {
  it("have defaults that reach X", () => {
    expect(readSettings({})).toMatchObject({
      xApiOrigin: "https://api.x.com",
      xAuthorizeUrl: "https://x.com/i/oauth2/authorize",
      xTimeoutMs: 30_000,
      localStateDir: ".local",
      oauthRedirectUrls: [],
      publicOrigin: undefined,
    });
  });

  it("take an empty variable as not set, and an origin without what follows it", () => {
    const settings = readSettings({ X_TIMEOUT_MS: "", X_API_ORIGIN: "http://127.0.0.1:9/x/" });
    expect(settings).toMatchObject({ xTimeoutMs: 30_000, xApiOrigin: "http://127.0.0.1:9" });
  });

  it("know the deployment's own address", () => {
    const azure = {
      WEBSITE_HOSTNAME: "contoso-x.azurewebsites.net",
      KEY_VAULT_URL: "https://contoso.vault.azure.net",
      TABLE_ENDPOINT: "https://contoso.table.core.windows.net",
      AZURE_CLIENT_ID: "identity",
    };
    expect(readSettings(azure).publicOrigin).toBe("https://contoso-x.azurewebsites.net");
    const custom = { ...azure, PUBLIC_ORIGIN: "https://x.contoso.example" };
    expect(readSettings(custom).publicOrigin).toBe("https://x.contoso.example");
  });

  it("ask for a Key Vault and a table in Azure, and for none under Core Tools", () => {
    const problems = problemsOf({ WEBSITE_HOSTNAME: "contoso-x.azurewebsites.net" });
    expect(problems.join()).toMatch(/KEY_VAULT_URL.*TABLE_ENDPOINT/);
    expect(readSettings({ WEBSITE_HOSTNAME: "localhost:7071" }).publicOrigin).toBeUndefined();
  });

  it("name every one that is wrong, without its value", () => {
    const problems = problemsOf({
      X_API_ORIGIN: "api.x.com",
      X_TIMEOUT_MS: "soon",
      OAUTH_REDIRECT_URLS: "https://a.example/redirect nonsense",
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "X_API_ORIGIN",
      "X_TIMEOUT_MS",
      "OAUTH_REDIRECT_URLS.1",
    ]);
    expect(problems.join()).not.toContain("nonsense");
  });
});
