/** What happens to a request: the first route that fits, the key, the body, a place in the queue, the function, the answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendStatus } from "../http/loopback-server.ts";
import { Refusal } from "../http/refusal.ts";
import { createBodyRoom } from "./body-room.ts";
import type { HttpFunction } from "./functions.ts";
import type { HostSettings } from "./host-json.ts";
import { readHttpData } from "./http-request.ts";
import { sendResult } from "./http-response.ts";
import { invoke } from "./invocation.ts";
import type { HostLog } from "./log.ts";
import { createRequestQueue } from "./request-queue.ts";
import { toRoutingPath } from "./route.ts";

/** Some of the largest bodies that the connector takes, and the other half of 300 MB for the process itself. */
const BODY_ROOM_BYTES = 100 * 1024 * 1024;

export interface HttpEndpointOptions {
  /** In the order in which their routes are tried. */
  readonly functions: readonly HttpFunction[];
  readonly settings: HostSettings;
  /** Opens functions whose authLevel is not anonymous. */
  readonly key: string;
  readonly log: HostLog;
}

/** Answers one request. Rejects with Refusal, or when the caller hangs up before all of it is here. */
export type HttpEndpoint = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void>;

interface Match {
  readonly found: HttpFunction;
  readonly params: Readonly<Record<string, string>>;
}

const findFunction = (
  functions: readonly HttpFunction[],
  method: string,
  path: string,
): Match | undefined => {
  for (const found of functions) {
    const params = found.methods.has(method) ? found.route.match(path) : undefined;
    if (params) return { found, params };
  }
  return undefined;
};

export const createHttpEndpoint = ({
  functions,
  settings,
  key,
  log,
}: HttpEndpointOptions): HttpEndpoint => {
  const queue = createRequestQueue(settings);
  const room = createBodyRoom(BODY_ROOM_BYTES);

  const isAllowed = ({ authLevel }: HttpFunction, { headers }: IncomingMessage, url: URL) =>
    authLevel === "anonymous" ||
    (headers["x-functions-key"] ?? url.searchParams.get("code")) === key;

  return async (request, response, url) => {
    const match = findFunction(functions, request.method ?? "", toRoutingPath(url.pathname));
    // Also for a known route and another method: https://github.com/Azure/azure-functions-host/issues/10098
    if (!match) throw new Refusal(404);
    if (!isAllowed(match.found, request, url)) throw new Refusal(401);
    const place = room.open();
    try {
      // Before there is a place in the queue, so that whoever sends slowly keeps nobody else waiting.
      const http = await readHttpData(request, url, match.params, place);
      const turn = queue.enter();
      if (!turn) throw new Refusal(429);
      await turn;
      const timeoutMs = settings.functionTimeoutMs;
      const run = async () =>
        sendResult(response, await invoke(match.found, { http }, { log, timeoutMs }));
      await run()
        // What a function throws is in the log.
        .catch(() => sendStatus(response, 500))
        .finally(queue.leave);
    } finally {
      place.leave();
    }
  };
};
