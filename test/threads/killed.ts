/** A thread of ten with pictures on a process that is killed at one of its calls, and another process that goes on. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild } from "../../bench/child.ts";
import { createMovableClock } from "../../local/clock.ts";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP, startSandbox } from "../../local/sandbox/sandbox.ts";
import { FILES } from "../fixtures/media-files.ts";
import { startAzurite } from "../harness/azurite.ts";
import { startStoppingProxy } from "./stopping-proxy.ts";

/** Longer than a lease. */
const LEASE_OVER_MS = 61_000;
const STORE_TIMEOUT_MS = "30000";

interface Posted {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly replyTo?: string;
}

export interface Kill {
  readonly name: string;
  /** Of which service it is the last call. */
  readonly at: "x" | "table";
  readonly number: number;
  /** Whether the service has done as it was asked. */
  readonly isDone: boolean;
}

const picture = { content: FILES.png.toString("base64") };
const tenParts = (of: string) =>
  Array.from({ length: 10 }, (_, index) => ({
    text: `${of}, part ${index + 1}`,
    media: [picture],
  }));

export const startKilling = async () => {
  const clock = createMovableClock();
  const stateDir = await mkdtemp(join(tmpdir(), "x-connector-"));
  const [azurite, sandbox] = await Promise.all([startAzurite(), startSandbox({ clock })]);
  const { connectionString } = azurite;
  const tableUrl = new URL(/TableEndpoint=([^;]+)/.exec(connectionString)?.[1] ?? "");
  const proxies = {
    x: await startStoppingProxy(new URL(sandbox.url)),
    table: await startStoppingProxy(tableUrl),
  };
  const env = {
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
    LOCAL_STATE_DIR: stateDir,
    STORE_TIMEOUT_MS,
  };
  const startApp = (x: string, table: string): Promise<Child> =>
    startChild("./host-process.ts", { ...env, X_API_ORIGIN: x, TABLE_CONNECTION_STRING: table });
  const startDoomed = () =>
    startApp(
      `http://127.0.0.1:${proxies.x.port}`,
      connectionString.replace(`:${tableUrl.port}/`, `:${proxies.table.port}/`),
    );
  const survivor = await startApp(sandbox.url, connectionString);

  let offset = 0;
  const advance = async (ms: number) => {
    offset += ms;
    clock.advance(ms);
    await survivor.advance(ms);
  };
  const control = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/sandbox/${path}`, init)).json();
  };
  const publish = async (url: string, token: string, username: string) => {
    const response = await fetch(`${url}/api/publishthread`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "x-ms-workflow-run-id": username },
      body: JSON.stringify({ parts: tenParts(username) }),
    });
    const json = JSON.parse(await response.text());
    return { status: response.status, text: JSON.stringify(json), posts: json.Posts };
  };

  let users = 0;
  const newUser = async () => {
    users += 1;
    const username = `killed_${users}`;
    await control("users", { username });
    const { accessToken } = await signIn({
      connectorUrl: survivor.url,
      app: SANDBOX_APP,
      as: username,
    });
    return { username, token: accessToken };
  };

  /** What is wrong with what X has, when these ids were told. */
  const wrongAtX = async (username: string, told: readonly string[]) => {
    const { posts } = (await control("state")) as { readonly posts: readonly Posted[] };
    const made = posts.filter(({ author }) => author === username).toReversed();
    if (made.length !== 10) return `X has ${made.length} posts`;
    if (made.some(({ id }, index) => id !== told[index])) return "other ids were told than X's";
    if (made.some(({ text }, index) => !text.startsWith(`${username}, part ${index + 1}`)))
      return "they are in another order";
    if (made.some(({ replyTo }, index) => replyTo !== made[index - 1]?.id))
      return "they are no chain";
    return undefined;
  };

  return {
    /** Every call that making the thread takes, to be killed before it and after it. */
    async kills(): Promise<readonly Kill[]> {
      const doomed = await startDoomed();
      await doomed.advance(offset);
      const { username, token } = await newUser();
      const never = Number.POSITIVE_INFINITY;
      void proxies.x.stopAt(never, false);
      void proxies.table.stopAt(never, false);
      const { status, text } = await publish(doomed.url, token, username);
      if (status !== 200) throw new Error(`Without any fault: ${text}`);
      doomed.stop();
      return (["x", "table"] as const).flatMap((at) =>
        Array.from({ length: proxies[at].requests() }, (_, number) =>
          [false, true].map((isDone) => ({
            name: `killed ${isDone ? "after" : "before"} call ${number} of ${at}`,
            at,
            number,
            isDone,
          })),
        ).flat(),
      );
    },

    /** What went wrong; undefined when nothing did. */
    async play({ at, number, isDone }: Kill): Promise<string | undefined> {
      const doomed = await startDoomed();
      await doomed.advance(offset);
      const { username, token } = await newUser();
      const other = at === "x" ? "table" : "x";
      void proxies[other].stopAt(Number.POSITIVE_INFINITY, false);
      const stopped = proxies[at].stopAt(number, isDone);
      const lost = publish(doomed.url, token, username).catch(() => undefined);
      // What the ledger writes in between comes now and then, so that the last calls may not be reached.
      await Promise.race([stopped, lost]);
      doomed.kill();
      await lost;
      await advance(LEASE_OVER_MS);
      const first = await publish(survivor.url, token, username);
      if (first.status !== 200) return first.text;
      const ids = first.posts.map(({ TweetId }: { readonly TweetId: string }) => TweetId);
      const wrong = await wrongAtX(username, ids);
      if (wrong) return wrong;
      const again = await publish(survivor.url, token, username);
      return again.text === first.text ? undefined : "a repeat was told something else";
    },

    async close() {
      survivor.stop();
      await Promise.all([proxies.x.close(), proxies.table.close(), sandbox.close()]);
      await azurite.close();
      await rm(stateDir, { recursive: true });
    },
  };
};
