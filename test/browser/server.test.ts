import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, inject, it } from "vitest";
import { FIRST_LOAD_GOAL_BYTES, firstLoadBytes } from "./first-load.ts";

const url = inject("consoleUrl");

const get = async (path: string, headers: Record<string, string> = {}) => {
  const sent = request(`${url}${path}`, { headers }).end();
  const [answer]: IncomingMessage[] = await once(sent, "response");
  answer?.resume();
  return { status: answer?.statusCode, headers: answer?.headers ?? {} };
};

it("lets its page load nothing from elsewhere", async () => {
  const { status, headers } = await get("/");
  expect(status).toBe(200);
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
});

it("hands on to the connector and to the sandbox's controls, and has nothing else", async () => {
  expect(await get("/api/health")).toMatchObject({ status: 200 });
  expect(await get("/sandbox/clock")).toMatchObject({ status: 200 });
  expect(await get("/2/users/me")).toMatchObject({ status: 404 });
  expect(await get("/assets/../package.json")).toMatchObject({ status: 404 });
});

it("refuses a page of another origin, and another name for this machine", async () => {
  const { port } = new URL(url);
  expect(await get("/sandbox/clock", { Origin: "https://evil.example" })).toMatchObject({
    status: 403,
  });
  expect(await get("/sandbox/clock", { Origin: `http://localhost:${port}` })).toMatchObject({
    status: 403,
  });
  expect(await get("/", { Host: `evil.example:${port}` })).toMatchObject({ status: 403 });
  expect(await get("/sandbox/clock", { Origin: url })).toMatchObject({ status: 200 });
});

/** What a step of `npm start` says before it ends by itself, with status 1. */
const saidInTheEnd = async (script: string, env: Record<string, string>): Promise<string> => {
  const child = spawn(process.execPath, ["tools/run.mjs", script], {
    env: { ...process.env, ...env },
  });
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(status).toBe(1);
  return said;
};

it("says in a sentence that the port is taken, before anything is built or started", async () => {
  const { port } = new URL(url);
  const state = join(await mkdtemp(join(tmpdir(), "x-connector-")), "state");
  const said = await Promise.all([
    saidInTheEnd("local/check-port.ts", { PORT: port }),
    saidInTheEnd("local/start.ts", { PORT: port, LOCAL_STATE_DIR: state }),
  ]);
  const sentence = `Port ${port} is taken, perhaps by another npm start. End that one, or take another port: PORT=7072 npm start\n`;
  expect(said).toEqual([sentence, sentence]);
  // The first thing that a start makes is its key.
  expect(existsSync(state)).toBe(false);
});

it("says in a sentence what is no port", async () => {
  expect(await saidInTheEnd("local/check-port.ts", { PORT: "70000" })).toBe(
    'PORT is "70000". It has to be a whole number from 0 to 65535.\n',
  );
});

it("loads at first in less than 200 kB, compressed", async () => {
  expect(await firstLoadBytes()).toBeLessThan(FIRST_LOAD_GOAL_BYTES);
});
