/** Runs the sandbox X alone: `tsx local/sandbox/main.ts`, on PORT (default 7072). */
import { SANDBOX_APP, startSandbox } from "./sandbox.ts";

const sandbox = await startSandbox({ port: Number(process.env.PORT ?? 7072) });
console.log(`The sandbox X answers at ${sandbox.url}; its app is ${SANDBOX_APP.clientId}`);

const stop = () => void sandbox.close();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
