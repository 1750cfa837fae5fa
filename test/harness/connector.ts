/** The whole thing as a caller meets it: the app in the local host, X as the sandbox, a signed-in connection. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMovableClock, type MovableClock, patchGlobalDate } from "../../local/clock.ts";
import { type HostLogEntry, startHost } from "../../local/host/host.ts";
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP, startSandbox } from "../../local/sandbox/sandbox.ts";
import { type Answer, answerOf } from "./answer.ts";
import { loadApp } from "./app-under-test.ts";

export interface CallOptions {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Instead of the signed-in connection's; null sends none. */
  readonly token?: string | null;
}

/** A call that the sandbox saw. */
export interface XCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
}

export interface ConnectorUnderTest {
  /** Where the connector is, without /api. */
  readonly url: string;
  readonly sandboxUrl: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly clock: MovableClock;
  /** How far X's clock is ahead of the connector's, in milliseconds. */
  readonly xClock: { aheadMs: number };
  /** Where the key is. */
  readonly stateDir: string;
  readonly logs: HostLogEntry[];
  /** Everything that `call` was answered, headers included. */
  readonly answers: readonly string[];
  call(route: string, options?: CallOptions): Promise<Answer>;
  /** The sandbox's control endpoint. */
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
  /** What X was asked since the last `forgetXCalls`. */
  xCalls(): Promise<readonly XCall[]>;
  forgetXCalls(): Promise<void>;
  /** Ends the app and starts it anew, as a deployment does: what was only in memory is gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const startConnector = async (
  env: Readonly<Record<string, string>> = {},
  /** Where the connector finds the sandbox, when something stands between them. */
  xOriginOf = (sandboxUrl: string): string => sandboxUrl,
  clock: MovableClock = createMovableClock(),
): Promise<ConnectorUnderTest> => {
  const xClock = { aheadMs: 0 };
  const undoClock = patchGlobalDate(clock);
  const stateDir = await mkdtemp(join(tmpdir(), "x-connector-"));
  const sandbox = await startSandbox({
    clock: { ...clock, now: () => clock.now() + xClock.aheadMs },
  });
  Object.assign(process.env, {
    X_API_ORIGIN: xOriginOf(sandbox.url),
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
    LOCAL_STATE_DIR: stateDir,
    ...env,
  });
  const logs: HostLogEntry[] = [];
  const answers: string[] = [];
  const startApp = () => startHost({ load: loadApp, log: (entry) => logs.push(entry) });
  let host = await startApp();
  const connection = await signIn({ connectorUrl: host.url, app: SANDBOX_APP });

  const control = async (path: string, body?: unknown, method = body ? "POST" : "GET") =>
    answerOf(
      await fetch(`${sandbox.url}/sandbox/${path}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { "content-type": "application/json" },
        }),
      }),
    );

  return {
    get url() {
      return host.url;
    },
    sandboxUrl: sandbox.url,
    token: connection.accessToken,
    refreshToken: connection.refreshToken,
    clock,
    xClock,
    stateDir,
    logs,
    answers,
    control,
    async call(route, { method = "GET", query = {}, headers = {}, body, token } = {}) {
      const bearer = token === undefined ? connection.accessToken : token;
      const search = new URLSearchParams(query).toString();
      const answer = await answerOf(
        await fetch(`${host.url}/api/${route}${search && `?${search}`}`, {
          method,
          headers: { ...(bearer !== null && { authorization: `Bearer ${bearer}` }), ...headers },
          ...(body !== undefined && { body: body as string }),
        }),
      );
      answers.push(JSON.stringify([...answer.headers]), answer.text);
      return answer;
    },
    xCalls: async () => (await control("calls")).json,
    async forgetXCalls() {
      await control("calls", undefined, "DELETE");
    },
    async restart() {
      await host.close();
      host = await startApp();
    },
    async close() {
      await host.close();
      await sandbox.close();
      undoClock();
      for (const name of Object.keys(env)) delete process.env[name];
      await rm(stateDir, { recursive: true });
    },
  };
};
