/**
 * Serves the maker's console on this machine, and hands on what it calls: the connector below /api and the sandbox's
 * controls below /sandbox. One origin for all of it, so that the page may read every header.
 */
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { extname, join } from "node:path";
import { contractOperations, operations } from "../src/operations/index.ts";
import { handOn } from "./http/hand-on.ts";
import { type Patience, startLoopbackServer } from "./http/loopback-server.ts";

export interface ConsoleServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Origin of the local Functions host. */
  readonly connectorUrl: string;
  /** Of a body that is handed on, in bytes. */
  readonly maxBodyBytes: number;
  /** Origin of the sandbox X; without one the console works against X itself. */
  readonly sandboxUrl?: string;
  /** The sandbox's X app, filled in for the maker. */
  readonly app?: { readonly clientId: string; readonly clientSecret: string };
  /** Where the built pages are, unless they are where `npm run build:console` puts them. */
  readonly pages?: string;
  /** How long a caller may take to send a request. */
  readonly patience?: Patience;
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
  const { app, sandboxUrl, pages: built = BUILT } = options;
  const assets = await readdir(join(built, "assets"));
  await Promise.all([
    add("/", join(built, "index.html")),
    add("/connected", join(built, "index.html")),
    ...assets.map((name) => add(`/assets/${name}`, join(built, "assets", name))),
    add("/apiDefinition.swagger.json", join(ROOT, "apiDefinition.swagger.json")),
    add("/apiProperties.json", join(ROOT, "apiProperties.json")),
  ]);
  const settings = JSON.stringify({
    app,
    hasSandbox: sandboxUrl !== undefined,
    billUrl: sandboxUrl && `${sandboxUrl}/bill`,
    classic: contractOperations.map(({ operationId }) => operationId),
    posting: operations
      .filter(({ limitClass }) => limitClass === "post")
      .map(({ operationId }) => operationId),
  });
  return pages.set("/console.json", { type: "application/json; charset=utf-8", body: settings });
};

/** A page elsewhere must not reach the sandbox's controls, by its own name for this machine or from its own origin. */
const isOurs = ({ headers }: IncomingMessage): boolean => {
  const { host = "", origin } = headers;
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLoopback && (origin === undefined || origin === `http://${host}`);
};

/** Rejects when the console is not built or the port is taken. */
export const startConsole = async (options: ConsoleServerOptions): Promise<ConsoleServer> => {
  const { port, connectorUrl, sandboxUrl, maxBodyBytes, patience } = options;
  const pages = await readPages(options);
  const headers = pageHeaders(options);
  const { url, close } = await startLoopbackServer({
    port,
    maxBodyBytes,
    patience,
    handle: (request, response, { pathname, search }) => {
      const target = pathname + search;
      const page = pages.get(pathname);
      if (!isOurs(request)) response.writeHead(403).end();
      else if (pathname.startsWith("/api/")) handOn(request, response, connectorUrl, target);
      else if (sandboxUrl && pathname.startsWith("/sandbox/"))
        handOn(request, response, sandboxUrl, target);
      else if (page)
        response.writeHead(200, { ...headers, "Content-Type": page.type }).end(page.body);
      else response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such page.");
    },
  });
  return { url, close };
};
