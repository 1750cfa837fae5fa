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

  it("have the documented limits, or those that an admin wants", () => {
    expect(readSettings({}).limits).toEqual({
      postsPerHour: 12,
      otherCallsPerHour: 600,
      pollIntervalMinutes: 60,
      tweetsPerPoll: 5,
      connectionsPerUser: 2,
    });
    const wanted = {
      POSTS_PER_HOUR: "400",
      CALLS_PER_HOUR: "3600",
      POLL_INTERVAL_MINUTES: "1",
      TWEETS_PER_POLL: "100",
      CONNECTIONS_PER_USER: "10",
    };
    expect(Object.values(readSettings(wanted).limits)).toEqual([400, 3600, 1, 100, 10]);
    const outside = {
      POSTS_PER_HOUR: "0",
      CALLS_PER_HOUR: "3601",
      POLL_INTERVAL_MINUTES: "1441",
      TWEETS_PER_POLL: "1.5",
      CONNECTIONS_PER_USER: "many",
    };
    expect(problemsOf(outside)).toEqual([
      "POSTS_PER_HOUR must be at least 1",
      "CALLS_PER_HOUR must be at most 3600",
      "POLL_INTERVAL_MINUTES must be at most 1440",
      "TWEETS_PER_POLL must be a whole number",
      "CONNECTIONS_PER_USER must be a number",
    ]);
  });

  it("take no notice of one that was given up, but tell of it", () => {
    expect(readSettings({ TRIGGER_MAX_NEW_MATCHES: "nonsense" }).retired).toEqual([
      "TRIGGER_MAX_NEW_MATCHES",
    ]);
    expect(readSettings({}).retired).toEqual([]);
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
