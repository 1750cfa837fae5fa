/** Runs what `npm start` runs, on free ports, for as long as it is needed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface LocalStart {
  /** Origin of the console. */
  readonly url: string;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../..");
const ANNOUNCED = /console[^\n]*(http:\/\/127\.0\.0\.1:\d+)/i;

/** Rejects when it ends before it tells where the console is. */
export const startLocally = async (
  env: Readonly<Record<string, string>> = {},
): Promise<LocalStart> => {
  const child = spawn(process.execPath, ["tools/run.mjs", "local/start.ts"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ANNOUNCED.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, close };
  }
  throw new Error("The local start ended before the console was there.");
};
