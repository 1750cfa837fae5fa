/**
 * `npm start`: the built connector in the local Functions host, X as the sandbox, and a signed-in connection, so that
 * every action can be called at once. With X_API_ORIGIN set, the connector talks to that X and nobody is signed in.
 */
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { createMovableClock, patchGlobalDate } from "./clock.ts";
import { loadBundle, startHost } from "./host/host.ts";
import { signIn } from "./platform/sign-in.ts";
import { SANDBOX_APP, SANDBOX_USER, startSandbox } from "./sandbox/sandbox.ts";

const settings = z
  .object({
    /** Where the connector listens. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(7071),
    X_API_ORIGIN: z.string().optional(),
  })
  .parse(process.env);

const clock = createMovableClock();
patchGlobalDate(clock);

const sandbox = settings.X_API_ORIGIN ? undefined : await startSandbox({ clock });
if (sandbox) {
  process.env.X_API_ORIGIN = sandbox.url;
  process.env.X_AUTHORIZE_URL = `${sandbox.url}/i/oauth2/authorize`;
}
process.env.LOCAL_STATE_DIR ??= fileURLToPath(new URL("../.local", import.meta.url));

const bundle = fileURLToPath(new URL("../dist/app/main.cjs", import.meta.url));
const host = await startHost({ port: settings.PORT, load: () => loadBundle(bundle) });

const stop = async () => {
  await host.close();
  await sandbox?.close();
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

console.log(`The connector answers at ${host.url}/api`);
if (sandbox) {
  const { accessToken } = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });
  console.log(`X is the sandbox at ${sandbox.url}, signed in as @${SANDBOX_USER.username}.

Try it in another terminal:

  TOKEN=${accessToken}
  curl -H "Authorization: Bearer $TOKEN" "${host.url}/api/user?userName=contoso"
`);
}
