/** Hands a request on to another server of this machine, and its answer back. */
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";

/**
 * What is between two ends of a connection and no further: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 * `transfer-encoding` stays, because without it or a length the body would be read as the next request.
 */
const HOP_BY_HOP = ["connection", "expect", "keep-alive", "proxy-connection", "te", "upgrade"];

const withoutHops = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));

/** `target` is the path and query. Host stays as it came: the connector tells its own address from that. */
export const handOn = (
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  target: string,
): void => {
  const { hostname, port } = new URL(origin);
  const headers = withoutHops(request.headers);
  const to = { hostname, port, path: target, method: request.method, headers };
  const onward = httpRequest(to, (answer) => {
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
    answer.on("error", () => response.destroy()).pipe(response);
  });
  onward.on("error", () => {
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(502, { "Content-Type": "text/plain" })
        .end("Nothing answers behind the console.");
  });
  // Whoever hangs up here is waited for no longer there.
  response.once("close", () => onward.destroy());
  request.pipe(onward);
};
