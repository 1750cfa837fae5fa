/** Starts a process of the bench and gives it orders, one after the other. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Memory, Order } from "./parent.ts";

export interface Child {
  readonly url: string;
  /** CPU that the process has used, in milliseconds. */
  cpuMs(): Promise<number>;
  memory(): Promise<Memory>;
  /** For how long at most nothing else could run since the last call, in milliseconds; the first begins it. */
  longestBlockMs(): Promise<number>;
  advance(ms: number): Promise<void>;
  stop(): void;
  /** Ends the process as a crash would. */
  kill(): void;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** `file` as JavaScript: what runs TypeScript would itself take memory and time of the process that is measured. */
const compile = async (file: string): Promise<string> => {
  const outfile = pathOf(`../dist/bench/${basename(file, ".ts")}.mjs`);
  await build({
    entryPoints: [pathOf(file)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
};

const outputs = new Map<string, Promise<string>>();
const compiled = (file: string): Promise<string> => {
  const output = outputs.get(file) ?? compile(file);
  outputs.set(file, output);
  return output;
};

/** `file` stands beside this one; `execArgv` is for Node itself. */
export const startChild = async (
  file: string,
  env: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<Child> => {
  const child = fork(await compiled(file), {
    env: { ...process.env, ...env },
    execArgv: [...execArgv],
  });
  const answer = async (): Promise<unknown> => (await once(child, "message"))[0];
  const order = (given: Order): Promise<unknown> => {
    child.send(given);
    return answer();
  };
  const exited = once(child, "exit").then(() => {
    throw new Error(`${file} ended before it listened.`);
  });
  const url = await Promise.race([answer(), exited]);
  exited.catch(() => {});
  return {
    url: String(url),
    cpuMs: async () => Number(await order({ kind: "cpu" })) / 1000,
    memory: async () => (await order({ kind: "memory" })) as Memory,
    longestBlockMs: async () => Number(await order({ kind: "block" })),
    advance: async (ms) => {
      await order({ kind: "advance", ms });
    },
    stop: () => child.disconnect(),
    kill: () => {
      child.kill("SIGKILL");
    },
  };
};
