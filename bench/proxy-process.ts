/**
 * A bare reverse proxy before X, as a process of the bench: bytes through without a look at them. What a hop costs
 * before it does anything, in a process set up like the connector's.
 */
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { followParent, reportUrl } from "./parent.ts";

const agent = new Agent({ keepAlive: true, scheduling: "lifo" });
const { hostname, port } = new URL(process.env.X_API_ORIGIN ?? "");

const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const { method, url, headers } = incoming;
  const onward = request({ agent, hostname, port, method, path: url, headers });
  onward.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
};

followParent();
const server = createServer(forward).listen(0, "127.0.0.1");
await once(server, "listening");
reportUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
