/**
 * `npm run --silent sign-in -- --host HOST --client-id ID [--port 8400]`: signs in once and writes the refresh token,
 * and nothing else, to standard output. The client secret is asked for, so that no list of processes shows it.
 */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { readDeploymentHost } from "../package/deployment-host.ts";
import { loopbackAddress, signInByLoopback } from "./loopback-sign-in.ts";

const USAGE = "Usage: npm run --silent sign-in -- --host HOST --client-id ID [--port 8400]";

const askForSecret = async (): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("The X app's Client Secret: ")).trim();
  } finally {
    terminal.close();
  }
};

try {
  const { values } = parseArgs({
    options: {
      host: { type: "string" },
      "client-id": { type: "string" },
      port: { type: "string", default: "8400" },
    },
  });
  const { host, "client-id": clientId } = values;
  const port = Number(values.port);
  if (!host || !clientId || !Number.isInteger(port)) throw new Error(USAGE);
  const connectorUrl = `https://${readDeploymentHost(host)}`;
  const app = { clientId, clientSecret: await askForSecret() };
  const { refreshToken } = await signInByLoopback({
    connectorUrl,
    app,
    port,
    show: (url) => {
      console.error(
        `OAUTH_REDIRECT_URLS of the deployment must hold ${loopbackAddress(port)}\nOpen this address and sign in at X:\n\n${url}\n`,
      );
    },
  });
  console.log(refreshToken);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
