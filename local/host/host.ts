/** The local Functions host: runs an app of the Node.js v4 programming model as Azure does, on this machine only. */
import { randomBytes } from "node:crypto";
import { type Patience, startLoopbackServer } from "../http/loopback-server.ts";
import { collectFunctions } from "./core-module.ts";
import { type FunctionInfo, toFunctionInfo, toHostFunctions } from "./functions.ts";
import { readHostJson } from "./host-json.ts";
import { createHttpEndpoint } from "./http-endpoint.ts";
import { invoke } from "./invocation.ts";
import type { HostLog } from "./log.ts";

export type { FunctionInfo } from "./functions.ts";
export { loadBundle } from "./load-bundle.ts";
export type { HostLog, HostLogEntry } from "./log.ts";

/** https://learn.microsoft.com/azure/azure-functions/functions-app-settings#functions_request_body_size_limit */
const DEFAULT_MAX_BODY_BYTES = 104_857_600;

export interface HostOptions {
  /** Imports or requires the app, which registers its functions while it loads: what is cached registers nothing. */
  readonly load: () => unknown;
  /** Where host.json is; the repository's own unless given. */
  readonly hostJson?: string | URL;
  /** 0, any free port, unless given. */
  readonly port?: number;
  /** FUNCTIONS_REQUEST_BODY_SIZE_LIMIT, in bytes; the real host's own default unless given. */
  readonly maxBodyBytes?: number;
  /** How long a caller may take to send a request. */
  readonly patience?: Patience | undefined;
  readonly log?: HostLog;
}

export interface Host {
  /** `http://127.0.0.1:PORT`, without the route prefix. */
  readonly url: string;
  readonly functions: readonly FunctionInfo[];
  /** Opens functions whose authLevel is not anonymous, as `x-functions-key` or `?code=`. Made at every start. */
  readonly key: string;
  /** Runs a timer's function now. Rejects with what it throws, or when there is none of that name. */
  runTimer(name: string): Promise<void>;
  /** Takes no new connection, lets what runs finish, and resolves when every socket is closed. */
  close(): Promise<void>;
}

/** What a timer's function is given; `ScheduleStatus` is null where the host keeps none. */
const TIMER_INPUT = JSON.stringify({
  Schedule: { AdjustForDST: true },
  ScheduleStatus: null,
  IsPastDue: false,
});

/** Rejects with what `load` throws, when the app registers nothing, and when the port is taken. */
export const startHost = async ({
  load,
  hostJson = new URL("../../host.json", import.meta.url),
  port = 0,
  maxBodyBytes = DEFAULT_MAX_BODY_BYTES,
  patience,
  log = () => {},
}: HostOptions): Promise<Host> => {
  const settings = await readHostJson(hostJson);
  const functions = toHostFunctions(await collectFunctions(load), settings.routePrefix);
  if (functions.length === 0) throw new Error("The app registered no function.");
  const timers = functions.filter(({ kind }) => kind === "timer");
  const key = randomBytes(32).toString("base64url");
  const endpoint = createHttpEndpoint({
    functions: functions.filter((each) => each.kind === "http"),
    settings,
    key,
    log,
  });

  const server = await startLoopbackServer({ port, maxBodyBytes, patience, handle: endpoint });

  return {
    url: server.url,
    functions: functions.map(toFunctionInfo),
    key,
    runTimer: async (name) => {
      const timer = timers.find((each) => each.name === name);
      if (!timer) throw new Error(`There is no timer function named ${name}.`);
      await invoke(timer, { json: TIMER_INPUT }, { log, timeoutMs: settings.functionTimeoutMs });
    },
    close: server.drain,
  };
};
