/** Azurite's table service on this machine, in memory, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The well-known account of every Azurite: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
const ACCOUNT = "devstoreaccount1";
const KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

const untilItAnswers = async (port: number, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Azurite ended with ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return;
    await sleep(50);
  }
};

export interface Azurite {
  readonly connectionString: string;
  close(): Promise<void>;
}

export const startAzurite = async (): Promise<Azurite> => {
  const port = await freePort();
  const main = createRequire(import.meta.url).resolve("azurite/dist/src/table/main.js");
  const flags = ["--tableHost", "127.0.0.1", "--tablePort", String(port), "--silent"];
  const child = spawn(
    process.execPath,
    [main, ...flags, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"],
    { stdio: "ignore" },
  );
  await untilItAnswers(port, child);
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};TableEndpoint=http://127.0.0.1:${port}/${ACCOUNT};`,
    close: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
};
