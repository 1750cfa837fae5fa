/** How often the connector goes to its store for one call, counted on the way to Azurite. */
import { signIn } from "../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../local/sandbox/sandbox.ts";
import { startAzurite } from "../test/harness/azurite.ts";
import { startFaultyProxy } from "../test/harness/faulty-proxy.ts";
import { startChild } from "./child.ts";

const CALLS = 50;
const WARM_UP = 5;

/** Requests of the store a call, of calls one after the other on a connection that is in use. */
export const storeTripsPerCall = async (
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<number> => {
  const azurite = await startAzurite();
  const [, port = ""] = /TableEndpoint=http:\/\/[^:]+:(\d+)/.exec(azurite.connectionString) ?? [];
  const counter = await startFaultyProxy(Number(port));
  const host = await startChild("host-process.ts", {
    ...env,
    TABLE_CONNECTION_STRING: azurite.connectionString.replace(port, String(counter.port)),
  });
  try {
    const { accessToken } = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });
    const call = async () => {
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await fetch(host.url + path, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    };
    for (let done = 0; done < WARM_UP; done += 1) await call();
    const before = counter.requests();
    for (let done = 0; done < CALLS; done += 1) await call();
    return (counter.requests() - before) / CALLS;
  } finally {
    host.stop();
    await counter.close();
    await azurite.close();
  }
};
