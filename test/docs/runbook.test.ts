/**
 * Plays docs/runbook.md as it is written: its commands run in a shell, with an `az` that acts on a vault which answers as
 * Key Vault does. Reported: the steps for a leaked key made every call 500 and refused sign-ins for a day.
 */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { createTableClient } from "../../src/azure-clients.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import {
  type FakeKeyVault,
  startFakeKeyVault,
  type VaultTrouble,
} from "../harness/fake-key-vault.ts";

/** A shell, a vault, a table and two restarts take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const run = promisify(execFile);
const runbook = await readFile(new URL("../../docs/runbook.md", import.meta.url), "utf8");

const trust = vi.hoisted(() => ({ certificate: "" }));
// The SDK's own client, as the app makes it; only the vault's name and certificate are this machine's.
vi.mock("@azure/keyvault-secrets", async (original) => {
  const module = await original<typeof import("@azure/keyvault-secrets")>();
  class SecretClient extends module.SecretClient {
    constructor(...[url, credential, options]: ConstructorParameters<typeof module.SecretClient>) {
      super(url, credential, {
        ...options,
        disableChallengeResourceVerification: true,
        tlsOptions: { ca: trust.certificate },
      });
    }
  }
  return { ...module, SecretClient };
});

/** For apps that start from now on; what a silent vault is given by itself is tried in test/unit/sealing. */
const patience = vi.hoisted(() => ({ ms: Number.POSITIVE_INFINITY }));
vi.mock("cockatiel", async (original) => {
  const module = await original<typeof import("cockatiel")>();
  const timeout: typeof module.timeout = (ms, strategy) =>
    module.timeout(Math.min(ms, patience.ms), strategy);
  return { ...module, timeout };
});

let azurite: Azurite;
let vault: FakeKeyVault;
let connector: ConnectorUnderTest;
let az: Server;
let folder: string;

const idOf = (version: string) => `https://kv.vault.azure.net/secrets/x-connector-key/${version}`;
const ALL_BUT_NEWEST = "sort_by(@, &attributes.created)[:-1].id";

/** What the runbook's commands of the Azure CLI do here, by their words before the options. */
const COMMANDS: Readonly<
  Record<string, (options: Readonly<Record<string, string>>) => string | Promise<string>>
> = {
  "keyvault secret set": ({ name, value = "" }) => {
    expect(name).toBe("x-connector-key");
    vault.set(value);
    return "";
  },
  "keyvault secret list-versions": ({ query }) => {
    expect(query).toBe(ALL_BUT_NEWEST);
    return vault.versions
      .slice(0, -1)
      .map(({ version }) => idOf(version))
      .join("\n");
  },
  "keyvault secret set-attributes": ({ id = "", enabled }) => {
    expect(enabled).toBe("false");
    vault.disable(id.split("/").at(-1) ?? "");
    return "";
  },
  "keyvault recover": () => {
    vault.recover();
    return "";
  },
  "keyvault secret recover": () => {
    vault.recover();
    return "";
  },
  "functionapp restart": async () => {
    await connector.restart();
    return "";
  },
};

const runAz = (args: readonly string[]): string | Promise<string> => {
  const first = args.findIndex((arg) => arg.startsWith("--"));
  const options: Record<string, string> = {};
  for (let index = first; index < args.length; index += 2) {
    options[(args[index] ?? "").slice(2)] = args[index + 1] ?? "";
  }
  const command = COMMANDS[args.slice(0, first).join(" ")];
  if (!command) throw new Error(`az ${args.join(" ")} is not known here.`);
  return command(options);
};

const startAz = async () => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      response.end(await runAz(JSON.parse(Buffer.concat(chunks).toString())));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const script = `#!${process.execPath}
fetch("http://127.0.0.1:${port}", { method: "POST", body: JSON.stringify(process.argv.slice(2)) })
  .then(async (answer) => {
    process.stdout.write(await answer.text());
    process.exitCode = answer.ok ? 0 : 1;
  });
`;
  await writeFile(join(folder, "az"), script);
  await chmod(join(folder, "az"), 0o700);
  return server;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runbook-"));
  [azurite, vault, az] = await Promise.all([startAzurite(), startFakeKeyVault(), startAz()]);
  trust.certificate = vault.certificate;
  connector = await startConnector({
    KEY_VAULT_URL: vault.url,
    TABLE_CONNECTION_STRING: azurite.connectionString,
    STORE_TIMEOUT_MS: "30000",
  });
}, 120_000);
afterAll(async () => {
  await connector.close();
  await vault.close();
  az.close();
  await azurite.close();
  await rm(folder, { recursive: true });
});

const shellBlocks = (text: string): string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = ""]) => commands);

/** The text between two marks of the runbook; it fails when either is gone. */
const between = (from: string, to: string): string => {
  const start = runbook.indexOf(from);
  const end = runbook.indexOf(to, start + from.length);
  if (start < 0 || end < 0) throw new Error(`The runbook has no “${from}” before “${to}”.`);
  return runbook.slice(start, end);
};
const LEAKED = "**The key leaked.**";
const ROTATE = shellBlocks(between("## Rotate the key", LEAKED));
const REVOKE = shellBlocks(between(LEAKED, "## X app replaced"));
/** The row of the table of what may be lost. */
const lostRow = (what: string): string => between(`| ${what} |`, "\n");

const play = async (commands: readonly string[]): Promise<void> => {
  expect(commands).not.toEqual([]);
  for (const each of commands) {
    const filled = each.replace(/\b(VAULT|RESOURCE_GROUP|APP)\b/g, "here");
    await run("bash", ["-euo", "pipefail", "-c", filled], {
      env: { PATH: `${folder}:${process.env.PATH}` },
    });
  }
};

let users = 0;
let user: string;
beforeEach(async () => {
  users += 1;
  user = `runbook_${users}`;
  await connector.control("users", { username: user });
});
const newConnection = () => signIn({ connectorUrl: connector.url, app: SANDBOX_APP, as: user });
const renewed = (token: string) => refresh(connector.url, SANDBOX_APP, token);
const read = (token: string) => connector.call("hometimeline", { token });
const keyOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
const newest = () => vault.versions.at(-1)?.version;

it("knows every command for the vault and the app that the runbook names", () => {
  // What removes a deployment is for Azure only.
  const named = [
    ...between("# Runbook", "\n## Remove").matchAll(
      /\baz ((?:keyvault|functionapp) (?:[a-z-]+ )+)--/g,
    ),
  ].map(([, words = ""]) => words.trim());
  expect(named).not.toEqual([]);
  for (const words of named) expect(Object.keys(COMMANDS)).toContain(words);
});

it("Rotate the key: nobody notices, and everything is sealed anew at its next renewal", async () => {
  const connection = await newConnection();
  expect((await read(connection.accessToken)).status).toBe(200);
  await play(ROTATE);
  connector.clock.advance(11 * MINUTE_MS);
  expect((await read(connection.accessToken)).status).toBe(200);
  const next = await renewed(connection.refreshToken);
  expect([keyOf(next.accessToken), keyOf(next.refreshToken)]).toEqual([newest(), newest()]);
  expect((await read(next.accessToken)).status).toBe(200);
});

describe("The key leaked", () => {
  it("nothing of the old key opens, nothing fails with 500, and everybody can sign in again at once", async () => {
    const pair = [await newConnection(), await newConnection()];
    for (const { accessToken } of pair) expect((await read(accessToken)).status).toBe(200);
    await play([...ROTATE, ...REVOKE]);
    for (const { accessToken, refreshToken } of pair) {
      const { status, json } = await read(accessToken);
      expect([status, json.code]).toEqual([401, "ConnectionInvalid"]);
      await expect(renewed(refreshToken)).rejects.toThrow("invalid_grant");
    }
    expect((await connector.call("health", { token: null })).status).toBe(200);
    for (const again of [await newConnection(), await newConnection()]) {
      expect((await read(again.accessToken)).status).toBe(200);
      expect(keyOf((await renewed(again.refreshToken)).accessToken)).toBe(newest());
    }
  });

  it("a newest version that is disabled by mistake is followed by one of the app's own", async () => {
    vault.disable(newest() ?? "");
    await connector.restart();
    const connection = await newConnection();
    expect(keyOf(connection.accessToken)).toBe(newest());
    expect((await read(connection.accessToken)).status).toBe(200);
  });
});

describe.each<VaultTrouble>(["noRole", 429, 503, "silence"])(
  "A vault in trouble: %s",
  (trouble) => {
    it("signs nobody out: known keys serve, and a new instance tells its callers to come again", async () => {
      if (trouble === "silence") patience.ms = 1_500;
      onTestFinished(() => {
        patience.ms = Number.POSITIVE_INFINITY;
      });
      await connector.restart();
      const { accessToken, refreshToken } = await newConnection();
      vault.suffer(trouble);
      connector.clock.advance(11 * MINUTE_MS);
      const next = await renewed(refreshToken);
      expect((await read(next.accessToken)).status).toBe(200);

      await connector.restart();
      const call = await read(accessToken);
      expect([call.status, call.json.code]).toEqual([503, "StateUnavailable"]);
      expect(call.headers.get("retry-after")).not.toBeNull();
      await expect(renewed(refreshToken)).rejects.toThrow("temporarily_unavailable");
      const health = await connector.call("health", { token: null });
      expect(health.json.checks).toContainEqual({ name: "keys", ok: false });
      expect(health.text).not.toMatch(/tenant|appid|Key Vault/);

      vault.suffer("none");
      connector.clock.advance(11_000);
      expect((await read(accessToken)).status).toBe(200);
      expect((await renewed(refreshToken)).expiresIn).toBeGreaterThan(0);
    }, 30_000);
  },
);

describe("Restore", () => {
  it("the key or the vault: brought back, nobody signs in again", async () => {
    const { accessToken, refreshToken } = await newConnection();
    vault.remove();
    await connector.restart();
    // A secret that is deleted has no versions, and its name waits for it to be recovered.
    expect((await connector.call("health", { token: null })).status).toBe(503);
    const commands = [...lostRow("the key or the vault").matchAll(/`(az [^`]+)`/g)].map(
      ([, command = ""]) => command,
    );
    await play(commands);
    await connector.restart();
    expect((await read(accessToken)).status).toBe(200);
    expect((await renewed(refreshToken)).expiresIn).toBeGreaterThan(0);
  });

  it("the table: everybody signs in again, and the table makes itself", async () => {
    const { accessToken, refreshToken } = await newConnection();
    const { connectionString } = azurite;
    const table = { connectionString, endpoint: undefined, tableName: "xconnector" };
    await (await createTableClient(table, undefined)).deleteTable();
    await connector.restart();
    expect((await read(accessToken)).json.code).toBe("ConnectionInvalid");
    await expect(renewed(refreshToken)).rejects.toThrow("invalid_grant");
    expect((await read((await newConnection()).accessToken)).status).toBe(200);
  });
});

it("X app replaced: renewals end with the old Client Secret, and a connection with the new one works", async () => {
  const clientId = `cnVuYm9vazoxOm${users}`;
  const register = (clientSecret: string) => connector.control("apps", { clientId, clientSecret });
  await register("old");
  const app = { clientId, clientSecret: "old" };
  const before = await signIn({ connectorUrl: connector.url, app, as: user });
  await register("new");
  connector.clock.advance(2 * HOUR_MS);
  await expect(refresh(connector.url, app, before.refreshToken)).rejects.toThrow("invalid_client");
  const renewedApp = { clientId, clientSecret: "new" };
  const after = await signIn({ connectorUrl: connector.url, app: renewedApp, as: user });
  expect((await read(after.accessToken)).status).toBe(200);
});

it("Move to another host: connections live on, and the page for admins shows the new address", async () => {
  const { accessToken } = await newConnection();
  process.env.PUBLIC_ORIGIN = "https://x.contoso.example";
  await connector.restart();
  expect((await read(accessToken)).status).toBe(200);
  const page = await connector.call("connect", { token: null });
  expect(page.text).toContain("<code>https://x.contoso.example/api/oauth2/callback</code>");
  delete process.env.PUBLIC_ORIGIN;
});
