/**
 * `npm start`: the built connector in the local Functions host, X as the sandbox, and the maker's console in front of
 * both, so that every action and the trigger can be tried at once. With X_API_ORIGIN set, the connector talks to that X.
 */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { createLocalKeyRing } from "../src/sealing/local-key-ring.ts";
import { createMovableClock, patchGlobalDate } from "./clock.ts";
import { startConsole } from "./console-server.ts";
import { loadBundle, startHost } from "./host/host.ts";
import { signIn } from "./platform/sign-in.ts";
import { assertPortIsFree, endWithoutPort, readPort } from "./port.ts";
import { SANDBOX_APP, SANDBOX_USER, startSandbox } from "./sandbox/sandbox.ts";

/** The console's own X app: an X account has room for two connections an app, and the terminal's takes one. */
const CONSOLE_APP = {
  clientId: "Q29uc29sZUFwcDoxOmNp",
  clientSecret: "console-client-secret",
};

/** Where the console listens, and the connector below it at /api. */
const port = readPort(process.env.PORT);
await assertPortIsFree(port);

const settings = z
  .object({
    X_API_ORIGIN: z.string().optional(),
    OAUTH_REDIRECT_URLS: z.string().default(""),
    /** As it is set in Azure: room for a video of 15 MB as base64, and no more. */
    FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: z.coerce.number().int().positive().default(33_554_432),
  })
  .parse(process.env);

const clock = createMovableClock();
patchGlobalDate(clock);

const sandbox = settings.X_API_ORIGIN ? undefined : await startSandbox({ clock });
if (sandbox) {
  process.env.X_API_ORIGIN = sandbox.url;
  process.env.X_AUTHORIZE_URL = `${sandbox.url}/i/oauth2/authorize`;
  await fetch(`${sandbox.url}/sandbox/apps`, {
    method: "POST",
    body: JSON.stringify({ ...CONSOLE_APP, name: "X connector console" }),
  });
}
process.env.LOCAL_STATE_DIR ??= fileURLToPath(new URL("../.local", import.meta.url));
// A key that cannot be used is said here, with what to do, and not by the first sign-in that fails.
if (!process.env.KEY_VAULT_URL) await createLocalKeyRing(process.env.LOCAL_STATE_DIR).newest();

const bundle = fileURLToPath(new URL("../dist/app/main.cjs", import.meta.url));
const maxBodyBytes = settings.FUNCTIONS_REQUEST_BODY_SIZE_LIMIT;
const host = await startHost({ load: () => loadBundle(bundle), maxBodyBytes });
const makersConsole = await startConsole({
  port,
  connectorUrl: host.url,
  maxBodyBytes,
  ...(sandbox && { sandboxUrl: sandbox.url, app: CONSOLE_APP }),
}).catch(endWithoutPort(port));
// The connector reads its settings at its first call, so it may still be told where the console is.
process.env.OAUTH_REDIRECT_URLS = `${settings.OAUTH_REDIRECT_URLS} ${makersConsole.url}/connected`;

const stop = async () => {
  await makersConsole.close();
  await host.close();
  await sandbox?.close();
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

const { url } = makersConsole;
const connection = sandbox && (await signIn({ connectorUrl: url, app: SANDBOX_APP }));
console.log(`Open the console: ${url}/
The connector answers at ${url}/api`);
if (sandbox && connection) {
  console.log(`X is the sandbox at ${sandbox.url}, signed in as @${SANDBOX_USER.username}.

Try it in another terminal:

  TOKEN=${connection.accessToken}
  curl -H "Authorization: Bearer $TOKEN" "${url}/api/user?userName=contoso"
`);
}
