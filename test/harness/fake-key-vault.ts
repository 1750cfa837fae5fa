/** A Key Vault and the identity endpoint of an Azure host, over real sockets, as far as the Azure SDK needs them. */
import { randomBytes } from "node:crypto";
import { createServer as createHttpServer, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { ManagedIdentityCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { generate } from "selfsigned";

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

/** The SDK keeps a token for the whole process, so every endpoint here issues the same, for longer than tests move the clock. */
const issued = randomBytes(16).toString("hex");

/**
 * A token for storage, as far as Azurite looks at one: who issued it, for what, and until when.
 * https://learn.microsoft.com/azure/storage/common/storage-connect-azurite#connect-to-azurite-with-oauth
 */
const storageToken = (): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    iss: "https://sts.windows.net/the-tenant/",
    aud: "https://storage.azure.com",
    iat: 0,
    nbf: 0,
    exp: Math.floor(Date.now() / 1000) + 20 * 365 * 24 * 3600,
  };
  return [part({ alg: "RS256", typ: "JWT" }), part(claims), "unsigned"].join(".");
};

/** Good at any time, because tests move the clock. */
const selfSigned = generate([{ name: "commonName", value: "127.0.0.1" }], {
  extensions: [
    {
      name: "subjectAltName",
      altNames: [
        { type: 7, ip: "127.0.0.1" },
        { type: 2, value: "*.vault.azure.net" },
        { type: 2, value: "*.table.core.windows.net" },
      ],
    },
  ],
  notBeforeDate: new Date("2020-01-01"),
  notAfterDate: new Date("2090-01-01"),
});

export interface SecretVersion {
  readonly version: string;
  readonly value: string;
  readonly created: number;
  enabled: boolean;
}

/** Key Vault's error bodies: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes */
const refusal = (code: string, message: string, inner?: string) => ({
  error: { code, message, ...(inner && { innererror: { code: inner } }) },
});
const NO_ROLE = refusal(
  "Forbidden",
  "Caller is not authorized to perform action on resource.\r\nCaller: appid=a;oid=o;iss=https://sts.windows.net/the-tenant/\r\nVault: kv;location=westeurope\r\n",
  "ForbiddenByRbac",
);
const DISABLED = refusal(
  "Forbidden",
  "Operation get is not allowed on a disabled secret.",
  "SecretDisabled",
);
const NOT_FOUND = refusal("SecretNotFound", "A secret with (name/id) was not found in this vault.");
const IS_DELETED = refusal(
  "Conflict",
  "Secret is currently in a deleted but recoverable state, and its name cannot be reused.",
  "ObjectIsDeletedButRecoverable",
);

/** What befalls every request; a number is answered as status. */
export type VaultTrouble = "none" | "noRole" | "silence" | "cut" | number;

export const startFakeKeyVault = async () => {
  const versions: SecretVersion[] = [];
  const requests: string[] = [];
  let trouble: VaultTrouble = "none";
  let isDeleted = false;
  let made = 0;

  const add = (value: string): SecretVersion => {
    made += 1;
    const version = randomBytes(16).toString("hex");
    const added = { version, value, created: 1_700_000_000 + made, enabled: true };
    versions.push(added);
    return added;
  };

  const identity = createHttpServer((request, response) => {
    requests.push(`identity ${request.headers["x-identity-header"]}`);
    const expires = Math.floor(Date.now() / 1000) + 20 * 365 * 24 * 3600;
    const { searchParams } = new URL(request.url ?? "/", "http://identity");
    const isStorage = searchParams.get("resource") === "https://storage.azure.com";
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        access_token: isStorage ? storageToken() : issued,
        expires_on: String(expires),
        token_type: "Bearer",
      }),
    );
  });
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${await listen(identity)}/msi/token`;
  process.env.IDENTITY_HEADER = "identity-header";

  const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
    response
      .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
      .end(JSON.stringify(body));
  };

  const bundleOf = (name: string, { version, value, created, enabled }: SecretVersion) => ({
    value,
    id: `https://127.0.0.1/secrets/${name}/${version}`,
    attributes: { enabled, created, updated: created },
  });

  const answer = (response: ServerResponse, method: string, path: string, body: string) => {
    const [, , name = "", version] = path.split("/");
    if (method === "PUT") {
      if (isDeleted) return json(response, 409, IS_DELETED);
      return json(response, 200, bundleOf(name, add((JSON.parse(body) as SecretVersion).value)));
    }
    if (isDeleted) return json(response, 404, NOT_FOUND);
    if (version === "versions") {
      const value = versions.map((each) => {
        const { value: _, ...item } = bundleOf(name, each);
        return item;
      });
      return json(response, 200, { value, nextLink: null });
    }
    const found = version ? versions.find((each) => each.version === version) : versions.at(-1);
    if (!found) return json(response, 404, NOT_FOUND);
    if (!found.enabled) return json(response, 403, DISABLED);
    return json(response, 200, bundleOf(name, found));
  };

  const { private: key, cert } = await selfSigned;
  const vault = createHttpsServer({ key, cert }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.headers.authorization !== `Bearer ${issued}`) {
      const challenge =
        'Bearer authorization="https://login.microsoftonline.com/t", resource="https://vault.azure.net"';
      const headers = { "www-authenticate": challenge };
      return json(response, 401, refusal("Unauthorized", "AKV10000: no token"), headers);
    }
    const { pathname } = new URL(request.url ?? "/", "https://vault");
    const [, , ...named] = pathname.split("/");
    requests.push(`${request.method} ${named.filter((part) => part !== "").join("/")}`);
    if (trouble === "silence") return;
    if (trouble === "cut") return void request.socket.destroy();
    if (trouble === "noRole") return json(response, 403, NO_ROLE);
    if (trouble !== "none") {
      const headers = trouble === 429 ? { "retry-after": "1" } : {};
      return json(response, trouble, refusal("Throttled", "Later."), headers);
    }
    answer(response, request.method ?? "GET", pathname, Buffer.concat(chunks).toString());
  });
  const url = `https://127.0.0.1:${await listen(vault)}`;

  return {
    url,
    /** For whoever has to trust the vault. */
    certificate: cert,
    /** For another service of Azure's that is played here under the same certificate. */
    certificateKey: key,
    /** What was asked, in order. */
    requests,
    versions,
    /** Of the vault itself, without those for a token. */
    vaultRequests: () => requests.filter((each) => !each.startsWith("identity")),
    rotate: () => add(randomBytes(32).toString("base64url")),
    set: add,
    disable: (version: string) => {
      const found = versions.find((each) => each.version === version);
      if (!found) throw new Error(`There is no version ${version}.`);
      found.enabled = false;
    },
    /** Deletes the secret, which stays recoverable. */
    remove: () => {
      isDeleted = true;
    },
    recover: () => {
      isDeleted = false;
    },
    suffer: (next: VaultTrouble) => {
      trouble = next;
    },
    /** The SDK's own client; only the vault's name and certificate are this machine's. */
    createClient: () =>
      new SecretClient(url, new ManagedIdentityCredential(), {
        disableChallengeResourceVerification: true,
        tlsOptions: { ca: cert },
        retryOptions: { maxRetries: 0 },
      }),
    close: async () => {
      identity.close();
      vault.close();
      vault.closeAllConnections();
      identity.closeAllConnections();
    },
  };
};

export type FakeKeyVault = Awaited<ReturnType<typeof startFakeKeyVault>>;
