/** Between the Functions runtime and the handlers: its requests and answers to ours. */
import type { HttpHandler, InvocationContext } from "@azure/functions";
import { errorResponse, toConnectorError } from "./error-response.ts";
import type { ConnectorRequest, Handler, Log } from "./message.ts";

const logTo =
  (context: InvocationContext): Log =>
  (level, record) =>
    context[level](JSON.stringify(record));

/**
 * `handler` is asked for at each call, because it is built at the first one: what throws while the app is loaded
 * leaves the runtime without any function.
 */
export const toHttpHandler =
  (handler: () => Handler): HttpHandler =>
  async (request, context) => {
    const log = logTo(context);
    const call: ConnectorRequest = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers as Headers,
      body: async () => new Uint8Array(await request.arrayBuffer()),
    };
    const answer = async () => handler()(call, log);
    const { status, headers, body } = await answer().catch((thrown: unknown) => {
      const error = toConnectorError(thrown);
      log("error", { code: error.code, cause: error.message });
      return errorResponse(error);
    });
    return { status, headers: { ...headers }, body };
  };
