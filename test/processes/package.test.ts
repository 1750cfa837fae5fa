/** The zip that `azd deploy` uploads, unpacked and run with the settings that Azure gives it, vault and table over HTTPS. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Child, startChild } from "../../bench/child.ts";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP, type Sandbox, startSandbox } from "../../local/sandbox/sandbox.ts";
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { operations } from "../../src/operations/index.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";
import { type FakeKeyVault, startFakeKeyVault } from "../harness/fake-key-vault.ts";

const BUILT = fileURLToPath(new URL("../../dist/app", import.meta.url));
const AZURE_NAMES = new URL("../harness/azure-names.mjs", import.meta.url).href;
const HOST = "func-x-abcdefghijklm.azurewebsites.net";
/** The one account that Azurite has unless told otherwise. */
const TABLES = "devstoreaccount1.table.core.windows.net";
const VAULT = "kv-x-abcdefghijklm.vault.azure.net";

let folder: string;
let vault: FakeKeyVault;
let azurite: Azurite;
let sandbox: Sandbox;
let app: Child;

const zipOf = async (root: string): Promise<Uint8Array> => {
  const names = await readdir(root, { recursive: true });
  const files = names.map(async (name) => [name, await readFile(join(root, name))] as const);
  return zipSync(Object.fromEntries(await Promise.all(files)));
};
const unzip = async (zip: Uint8Array, target: string): Promise<void> => {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = join(target, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
};
const portOf = (url: string): string => new URL(url).port;
const control = (path: string, body: unknown) =>
  fetch(`${sandbox.url}/sandbox/${path}`, { method: "POST", body: JSON.stringify(body) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
  await unzip(await zipOf(BUILT), join(folder, "app"));
  [vault, sandbox] = await Promise.all([startFakeKeyVault(), startSandbox()]);
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  await writeFile(certificate, vault.certificate);
  await writeFile(key, vault.certificateKey);
  azurite = await startAzurite({ certificate, key });
  app = await startChild("../test/processes/package-process.ts", {
    PACKAGE_FOLDER: join(folder, "app"),
    NODE_OPTIONS: `--import ${AZURE_NAMES}`,
    NODE_EXTRA_CA_CERTS: certificate,
    // infra/modules/function-app.bicep and, of the names below, Azure itself.
    KEY_VAULT_URL: `https://${VAULT}:${portOf(vault.url)}`,
    TABLE_ENDPOINT: `https://${TABLES}:${portOf(azurite.url)}/`,
    AZURE_CLIENT_ID: "00000000-0000-0000-0000-000000000000",
    OAUTH_REDIRECT_URLS: "",
    PUBLIC_ORIGIN: "",
    WEBSITE_HOSTNAME: HOST,
    // The default is for an Azure region, not for a table service that shares two cores with a test run.
    STORE_TIMEOUT_MS: "10000",
    X_API_ORIGIN: sandbox.url,
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
  });
  // Azure's front end: the app is called by its public name.
  const direct = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) =>
    direct(input.replace(`https://${HOST}`, app.url), init),
  );
  await control("apps", {
    ...SANDBOX_APP,
    callbackUrls: [`https://${HOST}/api/oauth2/callback`, CONSENT_ADDRESS],
  });
}, 60_000);

afterAll(async () => {
  vi.unstubAllGlobals();
  app.stop();
  await Promise.all([sandbox.close(), azurite.close(), vault.close()]);
  await rm(folder, { recursive: true });
});

/** Stand for the ids of posts that are there then. */
const OF_ANOTHER = "a post of another user";
const OWN = "the user's own post";

const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OnNewTweet: { searchQuery: "contoso" },
  Tweet: { tweetText: "From the package" },
  Retweet: { tweetId: OF_ANOTHER },
  SearchTweet: { searchQuery: "contoso" },
  UserTimeline: { userName: "contoso" },
  HomeTimeline: {},
  User: { userName: "contoso" },
  Followers: { userName: "contoso" },
  Following: { userName: "contoso" },
  MyFollowers: {},
  MyFollowing: {},
  PublishPost: {},
  PublishThread: {},
  OnNewMention: {},
  GetPost: { tweetId: OF_ANOTHER },
  GetPosts: { tweetIds: OF_ANOTHER },
  GetMyMentions: {},
  SearchPosts: { searchQuery: "contoso" },
  CountPosts: { searchQuery: "contoso" },
  DeletePost: { tweetId: OWN },
  UndoRetweet: { tweetId: OF_ANOTHER },
  GetSpending: {},
  SetSpendingLimit: { perDay: "2" },
  EstimateSearchCost: { searchQuery: "contoso" },
};
const BODIES: Readonly<Record<string, unknown>> = {
  PublishPost: { text: "Published" },
  PublishThread: { parts: [{ text: "First of two" }, { text: "Second of two" }] },
};

describe("the deployed package", () => {
  let token = "";
  const call = async (
    route: string,
    method: string,
    query: Readonly<Record<string, string>>,
    body?: unknown,
  ) => {
    const response = await fetch(`https://${HOST}/api/${route}?${new URLSearchParams(query)}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text ? JSON.parse(text) : undefined };
  };

  it("is well: it made its key in the vault and reached its table, each as its identity", async () => {
    const health = await fetch(`https://${HOST}/api/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: "ok" }]);
    expect(vault.versions).toHaveLength(1);
  }, 30_000);

  it("signs a maker in under its public name", async () => {
    const connection = await signIn({ connectorUrl: `https://${HOST}`, app: SANDBOX_APP });
    token = connection.accessToken;
    expect(token).not.toBe("");
  }, 30_000);

  it("answers every operation", async () => {
    const { json: found } = await call("searchtweets", "GET", { searchQuery: "contoso" });
    const { json: own } = await call("posttweet", "POST", { tweetText: "To be found and deleted" });
    const ids = new Map([
      [OF_ANOTHER, found[0].TweetId],
      [OWN, own.TweetId],
    ]);
    for (const { operationId, route, method, trigger } of operations) {
      const given = QUERIES[operationId];
      expect(given, `${operationId} is not called here`).toBeDefined();
      const query = Object.fromEntries(
        Object.entries(given ?? {}).map(([name, value]) => [name, ids.get(value) ?? value]),
      );
      const { status, json } = await call(route, method, query, BODIES[operationId]);
      // The trigger's first poll finds nothing yet.
      expect([operationId, status]).toEqual([operationId, trigger ? 202 : 200]);
      if (!trigger) expect(json, operationId).toBeTruthy();
    }
  }, 60_000);
});
