/** What happens to a request: a place in the queue, the first route that fits, the key, the function, the answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpFunction } from "./functions.ts";
import type { HostSettings } from "./host-json.ts";
import { readHttpData, requestUrl } from "./http-request.ts";
import { sendResult, sendStatus } from "./http-response.ts";
import { invoke } from "./invocation.ts";
import type { HostLog } from "./log.ts";
import { createRequestQueue } from "./request-queue.ts";
import { toRoutingPath } from "./route.ts";

export interface HttpEndpointOptions {
  /** In the order in which their routes are tried. */
  readonly functions: readonly HttpFunction[];
  readonly settings: HostSettings;
  /** Opens functions whose authLevel is not anonymous. */
  readonly key: string;
  readonly log: HostLog;
}

/** Answers one request. Never rejects. */
export type HttpEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestlinesize */
const MAX_REQUEST_LINE_BYTES = 8192;

const requestLineOf = ({ method, url }: IncomingMessage): string => `${method} ${url} HTTP/1.1\r\n`;

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

  const isAllowed = ({ authLevel }: HttpFunction, { headers }: IncomingMessage, url: URL) =>
    authLevel === "anonymous" ||
    (headers["x-functions-key"] ?? url.searchParams.get("code")) === key;

  /** The status of an answer that no function makes, or undefined once a function has answered. */
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<number | undefined> => {
    if (requestLineOf(request).length > MAX_REQUEST_LINE_BYTES) return 414;
    const url = requestUrl(request);
    if (!url) return 400;
    const match = findFunction(functions, request.method ?? "", toRoutingPath(url.pathname));
    // Also for a known route and another method: https://github.com/Azure/azure-functions-host/issues/10098
    if (!match) return 404;
    if (!isAllowed(match.found, request, url)) return 401;
    try {
      const http = await readHttpData(request, url, match.params);
      const timeoutMs = settings.functionTimeoutMs;
      sendResult(response, await invoke(match.found, { http }, { log, timeoutMs }));
      return undefined;
    } catch {
      // Also for a body that is too large: https://github.com/Azure/azure-functions-host/issues/10519
      return 500;
    }
  };

  return async (request, response) => {
    const turn = queue.enter();
    if (!turn) {
      sendStatus(response, 429);
      return;
    }
    await turn;
    const status = await answer(request, response).finally(queue.leave);
    if (status !== undefined) sendStatus(response, status);
  };
};
