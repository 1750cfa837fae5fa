/**
 * Serves the maker's console on this machine, and hands on what it calls: the connector below /api and the sandbox's
 * controls below /sandbox. One origin for all of it, so that the page may read every header.
 */
import { readdir, readFile } from "node:fs/promises";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

export interface ConsoleServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Origin of the local Functions host. */
  readonly connectorUrl: string;
  /** Origin of the sandbox X; without one the console works against X itself. */
  readonly sandboxUrl?: string;
  /** The sandbox's X app, filled in for the maker. */
  readonly app?: { readonly clientId: string; readonly clientSecret: string };
}

export interface ConsoleServer {
  /** Origin of the console. */
  readonly url: string;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "..");
const BUILT = join(ROOT, "dist/console");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** Nothing from outside this machine; pictures also come from the sandbox, and Fluent UI writes styles into the page. */
const pageHeaders = ({ sandboxUrl = "" }: ConsoleServerOptions) => ({
  "Content-Security-Policy": `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: ${sandboxUrl}; frame-ancestors 'none'; base-uri 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
});

interface Page {
  readonly type: string;
  readonly body: Buffer | string;
}

/** Everything that is served, by path: no path of a request ever reaches the file system. */
const readPages = async (options: ConsoleServerOptions): Promise<ReadonlyMap<string, Page>> => {
  const pages = new Map<string, Page>();
  const add = async (path: string, file: string) =>
    pages.set(path, {
      type: TYPES[extname(file)] ?? "application/octet-stream",
      body: await readFile(file),
    });
  const assets = await readdir(join(BUILT, "assets"));
  await Promise.all([
    add("/", join(BUILT, "index.html")),
    add("/connected", join(BUILT, "index.html")),
    ...assets.map((name) => add(`/assets/${name}`, join(BUILT, "assets", name))),
    add("/apiDefinition.swagger.json", join(ROOT, "apiDefinition.swagger.json")),
    add("/apiProperties.json", join(ROOT, "apiProperties.json")),
  ]);
  const { app, sandboxUrl } = options;
  const settings = JSON.stringify({ app, hasSandbox: sandboxUrl !== undefined });
  return pages.set("/console.json", { type: "application/json; charset=utf-8", body: settings });
};

/** The request as it came, Host included: the connector tells its own address from that. */
const handOn = (request: IncomingMessage, response: ServerResponse, origin: string): void => {
  const { method, headers, url = "/" } = request;
  const onward = httpRequest(`${origin}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => {
    if (!response.headersSent) response.writeHead(502, { "Content-Type": "text/plain" });
    response.end("Nothing answers behind the console.");
  });
  request.pipe(onward);
};

/** A page elsewhere must not reach the sandbox's controls, by its own name for this machine or from its own origin. */
const isOurs = ({ headers }: IncomingMessage): boolean => {
  const { host = "", origin } = headers;
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLoopback && (origin === undefined || origin === `http://${host}`);
};

/** Rejects when the console is not built or the port is taken. */
export const startConsole = async (options: ConsoleServerOptions): Promise<ConsoleServer> => {
  const { port, connectorUrl, sandboxUrl } = options;
  const pages = await readPages(options);
  const headers = pageHeaders(options);

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const page = pages.get(path);
    if (!isOurs(request)) response.writeHead(403).end();
    else if (path.startsWith("/api/")) handOn(request, response, connectorUrl);
    else if (sandboxUrl && path.startsWith("/sandbox/")) handOn(request, response, sandboxUrl);
    else if (page)
      response.writeHead(200, { ...headers, "Content-Type": page.type }).end(page.body);
    else response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such page.");
  };

  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
