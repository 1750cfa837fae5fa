/** Real processes of the built connector on one Table store, behind a proxy that can take it away, and one sandbox. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild } from "../../bench/child.ts";
import { createMovableClock } from "../../local/clock.ts";
import { startSandbox } from "../../local/sandbox/sandbox.ts";
import { answerOf } from "../harness/answer.ts";
import { startAzurite } from "../harness/azurite.ts";
import { startFaultyProxy } from "../harness/faulty-proxy.ts";
import type { Place } from "./makers.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Behind the first minutes of a day, in which nothing counts as a repeat. */
const MORNING_MS = 10 * 60 * 1000;

export interface Fleet extends Place {
  /** Ends a process as a crash would. */
  kill(process: number): void;
  /** Starts it anew; one that runs is ended first. */
  start(process: number, env?: Readonly<Record<string, string>>): Promise<void>;
  /** Whether the store answers. */
  setStoreAway(isAway: boolean): void;
  close(): Promise<void>;
}

/** The second day of the month to come: a week of it is in one month. */
const beginning = (): number => {
  const now = new Date();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2) + MORNING_MS;
};

export const startFleet = async (
  processes: number,
  env: Readonly<Record<string, string>>,
): Promise<Fleet> => {
  const stateDir = await mkdtemp(join(tmpdir(), "x-connector-"));
  const clock = createMovableClock();
  let offset = beginning() - clock.now();
  clock.advance(offset);
  const [azurite, sandbox] = await Promise.all([startAzurite(), startSandbox({ clock })]);
  const { port } = new URL(azurite.url);
  const proxy = await startFaultyProxy(Number(port));
  const children: Child[] = [];

  const startAt = async (index: number, more: Readonly<Record<string, string>> = {}) => {
    const child = await startChild("./host-process.ts", {
      X_API_ORIGIN: sandbox.url,
      X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
      LOCAL_STATE_DIR: stateDir,
      TABLE_CONNECTION_STRING: azurite.connectionString.replace(port, String(proxy.port)),
      // Azurite shares few cores with everything else here.
      STORE_TIMEOUT_MS: "30000",
      ...env,
      ...more,
    });
    await child.advance(offset);
    children[index] = child;
  };
  await Promise.all(Array.from({ length: processes }, (_, index) => startAt(index)));

  const at = (process: number): Child => {
    const child = children[process];
    if (!child) throw new Error(`There is no process ${process}.`);
    return child;
  };
  const dead = new Set<number>();

  return {
    processes,
    urlOf: (process) => at(process).url,
    async call(process, route, { method = "GET", query = {}, headers = {}, body, token }) {
      const search = new URLSearchParams(query).toString();
      return answerOf(
        await fetch(`${at(process).url}/api/${route}${search && `?${search}`}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...headers },
          ...(body !== undefined && { body: body as string }),
        }),
      );
    },
    control: async (path, body, method = body === undefined ? "GET" : "POST") =>
      answerOf(
        await fetch(`${sandbox.url}/sandbox/${path}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
    now: clock.now,
    async advance(ms) {
      offset += ms;
      clock.advance(ms);
      const alive = children.filter((_, index) => !dead.has(index));
      await Promise.all(alive.map((child) => child.advance(ms)));
    },
    kill(process) {
      dead.add(process);
      at(process).kill();
    },
    async start(process, more) {
      if (!dead.has(process)) at(process).stop();
      await startAt(process, more);
      dead.delete(process);
    },
    setStoreAway(isAway) {
      proxy.failAll(isAway ? 503 : "none");
    },
    async close() {
      children.forEach((child, index) => {
        if (!dead.has(index)) child.stop();
      });
      await sandbox.close();
      await proxy.close();
      await azurite.close();
      await rm(stateDir, { recursive: true });
    },
  };
};

/** The UTC day of a moment, and the moment at which the next begins. */
export const dayAt = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
export const nextDayAfter = (epochMs: number): number =>
  (Math.floor(epochMs / DAY_MS) + 1) * DAY_MS;
