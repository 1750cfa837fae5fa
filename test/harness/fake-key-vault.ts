/** A Key Vault and the identity endpoint of an Azure host, over real sockets, as far as the Azure SDK needs them. */
import { randomBytes } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { ManagedIdentityCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { generate } from "selfsigned";

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

/** The SDK keeps a token for the whole process, so every endpoint here issues the same. */
const issued = randomBytes(16).toString("hex");

export const startFakeKeyVault = async () => {
  const versions: { readonly version: string; readonly value: string }[] = [];
  const requests: string[] = [];
  let refusing = false;

  const identity = createHttpServer((request, response) => {
    requests.push(`identity ${request.headers["x-identity-header"]}`);
    const expires = Math.floor(Date.now() / 1000) + 3600;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({ access_token: issued, expires_on: String(expires), token_type: "Bearer" }),
    );
  });
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${await listen(identity)}/msi/token`;
  process.env.IDENTITY_HEADER = "identity-header";

  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const vault = createHttpsServer({ key, cert }, async (request, response) => {
    const json = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(body));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.headers.authorization !== `Bearer ${issued}`) {
      const challenge =
        'Bearer authorization="https://login.microsoftonline.com/t", resource="https://vault.azure.net"';
      json(401, { error: { code: "Unauthorized" } }, { "www-authenticate": challenge });
      return;
    }
    const [, , name = "", version] = new URL(request.url ?? "/", "https://vault").pathname.split(
      "/",
    );
    requests.push(`${request.method} ${name}${version ? `/${version}` : ""}`);
    if (refusing) return void json(403, { error: { code: "Forbidden", message: "No access." } });
    if (request.method === "PUT") {
      const { value } = JSON.parse(Buffer.concat(chunks).toString()) as { value: string };
      versions.push({ version: randomBytes(16).toString("hex"), value });
    }
    const found = version ? versions.find((each) => each.version === version) : versions.at(-1);
    if (!found) return void json(404, { error: { code: "SecretNotFound", message: "Not found." } });
    const id = `https://127.0.0.1/secrets/${name}/${found.version}`;
    json(200, { value: found.value, id, attributes: { enabled: true } });
  });
  const url = `https://127.0.0.1:${await listen(vault)}`;

  return {
    url,
    /** What was asked, in order. */
    requests,
    versions,
    rotate: () => {
      versions.push({
        version: randomBytes(16).toString("hex"),
        value: randomBytes(32).toString("base64url"),
      });
    },
    refuse: () => {
      refusing = true;
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
