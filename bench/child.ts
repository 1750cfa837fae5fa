/** Starts a process of the bench and gives it orders, one after the other. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
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

/** `file` stands beside this one. */
export const startChild = async (
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Child> => {
  const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const child = fork(pathOf("../tools/run.mjs"), [pathOf(file)], {
    env: { ...process.env, ...env },
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
