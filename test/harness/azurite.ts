/** Azurite's table service on this machine, in memory, in a process of its own. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The well-known account of every Azurite: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
const ACCOUNT = "devstoreaccount1";
const KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

const PROCESS = fileURLToPath(new URL("./azurite-process.mjs", import.meta.url));

export interface Azurite {
  /** `http://127.0.0.1:PORT`, or https with a certificate. */
  readonly url: string;
  readonly connectionString: string;
  close(): Promise<void>;
}

/** Paths of PEM files; with them Azurite speaks HTTPS, and takes tokens of an identity as well as its key. */
export interface AzuriteCertificate {
  readonly certificate: string;
  readonly key: string;
}

export const startAzurite = async (tls?: AzuriteCertificate): Promise<Azurite> => {
  const child = fork(PROCESS, tls ? [tls.certificate, tls.key] : [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const [address] = await Promise.race([
    once(child, "message"),
    ended.then(([code]) => {
      throw new Error(`Azurite ended with ${code}.`);
    }),
  ]);
  return {
    url: String(address),
    connectionString: `DefaultEndpointsProtocol=${tls ? "https" : "http"};AccountName=${ACCOUNT};AccountKey=${KEY};TableEndpoint=${address}/${ACCOUNT};`,
    close: async () => {
      child.kill();
      await ended;
    },
  };
};
