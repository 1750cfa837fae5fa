/** Between the Functions runtime and the handlers: its requests and answers to ours. */
import type { HttpHandler, InvocationContext } from "@azure/functions";
import type { Log } from "../connector/log.ts";
import { causeOf, errorResponse, toConnectorError } from "./error-response.ts";
import { toSendableHeaders } from "./headers.ts";
import type { InvocationLog } from "./invocation-log.ts";
import type { ConnectorRequest, Handler } from "./message.ts";
import { readBody } from "./request-body.ts";

export const logTo =
  (context: InvocationContext): Log =>
  (level, record) =>
    context[level](JSON.stringify(record));

/**
 * `handler` is asked for at each call, because it is built at the first one: what throws while the app is loaded
 * leaves the runtime without any function.
 */
export const toHttpHandler =
  (handler: () => Handler, calls: InvocationLog): HttpHandler =>
  async (request, context) => {
    const log = logTo(context);
    const call: ConnectorRequest = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers as Headers,
      body: () => readBody(request),
    };
    const answer = async () => calls.run(log, () => handler()(call, log));
    const { status, headers, body } = await answer().catch((thrown: unknown) => {
      const error = toConnectorError(thrown);
      log("error", { code: error.code, cause: causeOf(error) ?? error.message });
      return errorResponse(error);
    });
    const bytes = body === "" ? undefined : Buffer.from(body);
    return { status, headers: toSendableHeaders(status, headers), body: bytes };
  };
