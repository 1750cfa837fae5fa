import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { expect, inject, it } from "vitest";

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

it("says in a sentence that the port is taken, and what to do", async () => {
  const { port } = new URL(url);
  const child = spawn(process.execPath, ["tools/run.mjs", "local/start.ts"], {
    env: { ...process.env, PORT: port },
  });
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(status).toBe(1);
  expect(said).toBe(
    `Port ${port} is taken, perhaps by another npm start. End that one, or take another port: PORT=7072 npm start\n`,
  );
});

it("loads at first in less than 200 kB, compressed", async () => {
  // What is loaded later is imported by the script, and not named in the page.
  const named = (await readFile("dist/console/index.html", "utf8")).matchAll(/\/(assets\/[^"]+)"/g);
  const sizes = await Promise.all(
    [...named].map(async ([, name]) => gzipSync(await readFile(`dist/console/${name}`)).length),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});
