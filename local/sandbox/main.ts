/** Runs the sandbox X alone: `tsx local/sandbox/main.ts`, on PORT, 7072 unless given. */
import { SANDBOX_APP, startSandbox } from "./sandbox.ts";

const sandbox = await startSandbox({ port: Number(process.env.PORT ?? 7072) });
console.log(
  `The sandbox X answers at ${sandbox.url}; its app's Client ID is ${SANDBOX_APP.clientId}`,
);

const stop = () => void sandbox.close();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
