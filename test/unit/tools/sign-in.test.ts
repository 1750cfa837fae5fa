import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consentAt, refresh } from "../../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../../local/sandbox/sandbox.ts";
import { loopbackAddress, signInByLoopback } from "../../../tools/sign-in/loopback-sign-in.ts";
import { type ConnectorUnderTest, startConnector } from "../../harness/connector.ts";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
};

let port: number;
let connector: ConnectorUnderTest;
beforeAll(async () => {
  port = await freePort();
  connector = await startConnector({ OAUTH_REDIRECT_URLS: loopbackAddress(port) });
}, 60_000);
afterAll(() => connector.close());

const signIn = (onPage: (url: string) => void) =>
  signInByLoopback({ connectorUrl: connector.url, app: SANDBOX_APP, port, show: onPage });

describe("signing in without Power Platform", () => {
  it("gives a connection that calls and is renewed", async () => {
    let page = "";
    const connection = await signIn(async (url) => {
      const back = await consentAt(url, loopbackAddress(port));
      page = await (await fetch(back)).text();
    });
    expect(page).toBe("Signed in. You can close this window.");
    const answer = await connector.call("user", {
      query: { userName: "contoso" },
      token: connection.accessToken,
    });
    expect(answer.status).toBe(200);
    const renewed = await refresh(connector.url, SANDBOX_APP, connection.refreshToken);
    expect(renewed.accessToken).not.toBe("");
  });

  it("takes no code that comes without its state, and says why a sign-in was refused", async () => {
    const statuses: number[] = [];
    const refused = signIn(async (url) => {
      const address = loopbackAddress(port);
      const state = new URL(url).searchParams.get("state") ?? "";
      statuses.push((await fetch(`${address}?code=planted&state=other`)).status);
      statuses.push((await fetch(`${address}favicon.ico`)).status);
      const reason = new URLSearchParams({
        error: "access_denied",
        error_description: "No.",
        state,
      });
      await fetch(`${address}?${reason}`);
    });
    await expect(refused).rejects.toThrow("No.");
    expect(statuses).toEqual([404, 404]);
  });
});
