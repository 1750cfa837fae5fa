import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import type { Step, WorkflowDefinition } from "../../tools/examples/cloud-flow.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { readRoot } from "../harness/read-root.ts";
import { allSteps } from "../harness/workflow/contract.ts";
import { createHttpAction } from "../harness/workflow/http-action.ts";
import { runWorkflow } from "../harness/workflow/run.ts";

const HOUR_MS = 60 * 60 * 1000;
const FOLDER = "examples/logic-apps-standard/";
const VAULT_TOKEN = "the-identity's-token";

interface StandardStep extends Step {
  readonly runtimeConfiguration?: { readonly secureData?: { readonly properties: string[] } };
}
const { definition, kind } = JSON.parse(await readRoot(`${FOLDER}daily-echo/workflow.json`)) as {
  readonly definition: WorkflowDefinition;
  readonly kind: string;
};
const parameters = JSON.parse(await readRoot(`${FOLDER}parameters.json`)) as object;

/** Secrets by name, over Key Vault's paths: https://learn.microsoft.com/rest/api/keyvault/secrets */
const startVault = async (secrets: Map<string, string>) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://vault");
    const name = pathname.replace("/secrets/", "");
    const isAllowed = request.headers.authorization === `Bearer ${VAULT_TOKEN}`;
    const body = Buffer.concat(chunks).toString();
    if (isAllowed && request.method === "PUT") secrets.set(name, JSON.parse(body).value);
    const status = !isAllowed ? 401 : searchParams.has("api-version") ? 200 : 400;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ value: isAllowed ? secrets.get(name) : undefined }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};

let connector: ConnectorUnderTest;
let vault: Awaited<ReturnType<typeof startVault>>;
const secrets = new Map([["x-client-secret", SANDBOX_APP.clientSecret as string]]);

beforeAll(async () => {
  connector = await startConnector();
  vault = await startVault(secrets);
  await connector.control("users", { username: "standard" });
}, 60_000);
afterAll(async () => {
  vault.server.close();
  await connector.close();
});

const run = () =>
  runWorkflow(
    definition,
    undefined,
    () => Promise.reject(new Error("Standard has no connection to X.")),
    {
      parameters: {
        connectorUrl: connector.url,
        vaultUrl: vault.url,
        clientId: SANDBOX_APP.clientId,
      },
      callHttp: createHttpAction((audience) =>
        audience === "https://vault.azure.net" ? VAULT_TOKEN : "",
      ),
    },
  );
const posted = async (): Promise<string[]> => {
  const { json } = await connector.control("state");
  return json.posts
    .filter(({ author }: { author: string }) => author === "standard")
    .map(({ text }: { text: string }) => text);
};

describe("the workflow for Logic Apps Standard", () => {
  it("is a stateful one whose parameters are all in parameters.json", () => {
    expect(kind).toBe("Stateful");
    const asked = JSON.stringify(definition).matchAll(/parameters\('(\w+)'\)/g);
    expect(new Set([...asked].map(([, name]) => name))).toEqual(new Set(Object.keys(parameters)));
  });

  it("hides every secret and token from the run's history", () => {
    const open = allSteps(definition.actions).filter(([, step]) => {
      const { inputs, runtimeConfiguration } = step as StandardStep;
      const text = JSON.stringify(inputs ?? "");
      const gives = /secret|token/.test(text) && !/\/api\/(?!oauth2)/.test(text);
      const needed = [
        ...(/secret|token/.test(text) ? ["inputs"] : []),
        ...(gives ? ["outputs"] : []),
      ];
      const hidden = runtimeConfiguration?.secureData?.properties ?? [];
      return needed.some((each) => !hidden.includes(each));
    });
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it("calls with a sign-in made once, and keeps what it is renewed to", async () => {
    const { refreshToken } = await signIn({
      connectorUrl: connector.url,
      app: SANDBOX_APP,
      as: "standard",
    });
    secrets.set("x-refresh-token", refreshToken);
    connector.clock.advance(HOUR_MS);
    expect(await run()).toMatchObject({ status: "Succeeded" });
    expect(secrets.get("x-refresh-token")).not.toBe(refreshToken);
    expect(await posted()).toEqual([expect.stringMatching(/^\d+ posts named Contoso this week/)]);
  });

  it("goes on months later, when the first sign-in's own tokens have long ended", async () => {
    for (let month = 0; month < 8; month += 1) {
      connector.clock.advance(30 * 24 * HOUR_MS);
      expect(await run()).toMatchObject({ status: "Succeeded" });
    }
  });

  it("fails where it must sign in again, and says so", async () => {
    secrets.set("x-refresh-token", "not-one-of-ours");
    const { status, trace } = await run();
    expect(status).toBe("Failed");
    expect(trace.at(-1)).toMatchObject({
      action: "Renew_the_sign-in",
      outputs: { statusCode: 400, body: { error: "invalid_grant" } },
    });
  });
});
