/**
 * An HTTP server on this machine only, which no request can end or hold: what is malformed, too large or too slow is
 * refused before anything else sees it, with the status that Kestrel gives, the server of the real host.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { Refusal } from "./refusal.ts";
import { requestUrl } from "./request-url.ts";

/** Kestrel's limits on the request line and on all headers together, which Node counts as one. */
const MAX_HEAD_BYTES = 8192 + 32_768;

/** How long a caller may take, in milliseconds; then the answer is 408. */
export interface Patience {
  /** For the headers. */
  readonly headersMs: number;
  /** For the whole request, its body included. */
  readonly requestMs: number;
}

/** Kestrel's for headers; Power Platform's own, after which it gives up, for all of it. */
const PATIENCE: Patience = { headersMs: 30_000, requestMs: 120_000 };
const CHECK_MS = 1_000;
/** Kestrel's: with Node's own five seconds a caller that is slow for a moment asks on a connection that just ended. */
const KEEP_ALIVE_MS = 130_000;

export interface LoopbackServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** A body whose length is larger is refused, unread, with 413. */
  readonly maxBodyBytes: number;
  readonly patience?: Patience | undefined;
  /** Answers a request at `url`. A Refusal that it throws is the answer; anything else is 500, and logged. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> | void;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Takes no new connection, ends those there are, and resolves when all are closed. */
  close(): Promise<void>;
  /** The same, once every request that runs is answered and handled. */
  drain(): Promise<void>;
}

/** An answer that says no more than a status. */
export const sendStatus = (response: ServerResponse, status: number): void => {
  response.statusCode = status;
  response.end();
};

/** Node hands a tunnel over as a bare socket. There is nothing to reach through one, as with Kestrel. */
const refuseTunnel = (_request: IncomingMessage, socket: Duplex): void => {
  socket.on("error", () => socket.destroy());
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
};

const answerFailure = (response: ServerResponse, thrown: unknown): void => {
  // The caller hung up in the middle of the request.
  if (response.destroyed) return;
  if (!(thrown instanceof Refusal)) console.error("A request failed:", thrown);
  if (response.headersSent) response.destroy();
  else sendStatus(response, thrown instanceof Refusal ? thrown.status : 500);
};

/** Rejects when the port is taken. */
export const startLoopbackServer = async ({
  port,
  maxBodyBytes,
  patience = PATIENCE,
  handle,
}: LoopbackServerOptions): Promise<LoopbackServer> => {
  let closing = false;
  const running = new Set<Promise<unknown>>();

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    proceed: () => void,
  ): Promise<void> => {
    try {
      const url = requestUrl(request);
      if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) throw new Refusal(413);
      proceed();
      await handle(request, response, url);
    } catch (thrown) {
      answerFailure(response, thrown);
    }
  };

  const serve = (request: IncomingMessage, response: ServerResponse, proceed = () => {}): void => {
    if (closing) response.setHeader("connection", "close");
    const sent = new Promise((resolve) => response.once("close", resolve));
    const work = Promise.all([answer(request, response, proceed), sent]).finally(() =>
      running.delete(work),
    );
    running.add(work);
  };

  const server = createServer({
    maxHeaderSize: MAX_HEAD_BYTES,
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(CHECK_MS, patience.headersMs),
  });
  // Without a limit of Node's, which drops what is above it and says nothing.
  server.maxHeadersCount = 0;
  server.on("request", (request, response) => serve(request, response));
  server.on("checkContinue", (request, response) =>
    serve(request, response, () => response.writeContinue()),
  );
  server.on("connect", refuseTunnel);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  const close = async (): Promise<void> => {
    const stopped = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await stopped;
  };
  return {
    url: `http://127.0.0.1:${taken}`,
    close,
    drain: async () => {
      closing = true;
      const stopped = new Promise((resolve) => server.close(resolve));
      while (running.size > 0) await Promise.allSettled(running);
      // What is left are sockets on which nothing was ever asked.
      server.closeAllConnections();
      await stopped;
    },
  };
};
