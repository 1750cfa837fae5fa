/** Between the Functions runtime and the handlers: its requests and answers to ours. */
import type { HttpHandler, InvocationContext } from "@azure/functions";
import type { Handler, Log } from "./message.ts";

const logTo =
  (context: InvocationContext): Log =>
  (level, record) =>
    context[level](JSON.stringify(record));

/** `handler` is asked for at each call, because it may be built at the first one. */
export const toHttpHandler =
  (handler: () => Handler): HttpHandler =>
  async (request, context) => {
    const { method, headers } = request;
    const body = async () => new Uint8Array(await request.arrayBuffer());
    const response = await handler()(
      { method, url: new URL(request.url), headers: headers as Headers, body },
      logTo(context),
    );
    return { status: response.status, headers: { ...response.headers }, body: response.body };
  };
