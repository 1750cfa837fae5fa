/** The sandbox X: a server on this machine that speaks X API v2 and keeps what it is told, until it stops. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { CONSENT_ADDRESS } from "../../src/connector/consent-addresses.ts";
import { createMovableClock, type MovableClock } from "../clock.ts";
import { createApi } from "./api.ts";
import { createControl, type RecordedCall } from "./control.ts";
import { createFaults } from "./faults.ts";
import { createUploads } from "./media.ts";
import { type MultipartForm, readMultipart } from "./multipart.ts";
import { createOAuth } from "./oauth.ts";
import { pictureOf } from "./pictures.ts";
import { type Reply, ReplyError } from "./problems.ts";
import { createRateLimits } from "./rate-limits.ts";
import { SANDBOX_USER, seed } from "./seed.ts";
import { createShapes } from "./shapes.ts";
import { createWorld } from "./world.ts";

export { SANDBOX_USER } from "./seed.ts";

/** The X app that is always registered; its Client ID has the form of X's. */
export const SANDBOX_APP = {
  clientId: "U2FuZGJveEFwcDoxOmNp",
  clientSecret: "sandbox-client-secret",
  name: "Sandbox app",
} as const;

export interface Sandbox {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly clock: MovableClock;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const resourcesOf = (body: unknown): number => {
  const { data, includes = {} } = (body ?? {}) as {
    data?: unknown;
    includes?: Record<string, unknown[]>;
  };
  const included = Object.values(includes).reduce((sum, { length }) => sum + length, 0);
  return included + (Array.isArray(data) ? data.length : data ? 1 : 0);
};

const json = (response: ServerResponse, { status, body, headers = {} }: Reply): void => {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
};

export const startSandbox = async ({
  port = 0,
  clock = createMovableClock(),
}: {
  readonly port?: number;
  readonly clock?: MovableClock;
} = {}): Promise<Sandbox> => {
  const world = createWorld(() => clock.now());
  const oauth = createOAuth(world);
  const faults = createFaults(world.now);
  const calls: RecordedCall[] = [];
  let origin = "";
  const uploads = createUploads(world, () => origin);
  const api = createApi({
    world,
    oauth,
    rateLimits: createRateLimits(world.now),
    shapes: createShapes(world),
    uploads,
  });
  const control = createControl({ world, clock, faults, uploads, oauth, calls });

  const answerApi = async (
    request: IncomingMessage,
    url: URL,
    body: Buffer,
  ): Promise<Reply & { userId?: string }> => {
    const method = request.method ?? "GET";
    const { authorization, "content-type": type = "" } = request.headers;
    try {
      if (url.pathname === "/2/oauth2/token" || url.pathname === "/2/oauth2/revoke") {
        const form = new URLSearchParams(body.toString());
        const revoking = url.pathname.endsWith("revoke");
        const answer = revoking
          ? oauth.revoke(form, authorization)
          : oauth.token(form, authorization);
        return { status: 200, body: answer };
      }
      const multipart: MultipartForm = type.startsWith("multipart/")
        ? await readMultipart(type, body)
        : { fields: new Map(), file: undefined };
      return api({
        method,
        path: url.pathname,
        query: url.searchParams,
        authorization,
        origin,
        json: () => JSON.parse(body.toString() || "{}"),
        form: () => multipart,
      });
    } catch (error) {
      if (error instanceof ReplyError) return error.reply;
      throw error;
    }
  };

  const handleApi = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const method = request.method ?? "GET";
    const body = await readBody(request);
    const fault = faults.next(method, url.pathname);
    const outcome = fault?.outcome ?? { kind: "normal" as const };
    if (fault?.delayMs) await sleep(fault.delayMs);
    const happens = outcome.kind === "normal" || fault?.afterEffect;
    const answer = happens ? await answerApi(request, url, body) : undefined;
    const record = (status: number) => {
      calls.push({
        method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        status,
        userId: answer?.userId,
        resources: resourcesOf(answer?.body),
        at: new Date(clock.now()).toISOString(),
      });
    };
    if (outcome.kind === "cut") {
      record(0);
      response.socket?.destroy();
    } else if (outcome.kind === "hang") record(0);
    else if (outcome.kind === "raw") {
      record(outcome.status);
      response.writeHead(outcome.status, { "content-type": outcome.type }).end(outcome.text);
    } else {
      const reply = outcome.kind === "reply" ? outcome.reply : answer;
      record(reply?.status ?? 500);
      json(response, reply ?? { status: 500, body: undefined });
    }
  };

  const handleConsent = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    if (request.method === "POST") {
      const form = new URLSearchParams((await readBody(request)).toString());
      const location = oauth.decide(form, SANDBOX_USER.username);
      response.writeHead(location ? 302 : 400, location ? { location } : {}).end();
      return;
    }
    const page = oauth.consentPage(url.searchParams, SANDBOX_USER.username);
    response
      .writeHead(page ? 200 : 400, { "content-type": "text/html; charset=utf-8" })
      .end(
        page ?? "<h1>Something went wrong</h1><p>You weren’t able to give access to the App.</p>",
      );
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", origin);
    if (url.pathname.startsWith("/2/")) return handleApi(request, response, url);
    if (url.pathname === "/i/oauth2/authorize") return handleConsent(request, response, url);
    if (url.pathname.startsWith("/sandbox/")) {
      const text = (await readBody(request)).toString();
      const body: unknown = text ? JSON.parse(text) : undefined;
      return json(
        response,
        control(request.method ?? "GET", url.pathname.slice("/sandbox/".length), body),
      );
    }
    const image = /^\/images\/([\w-]+)\.svg$/.exec(url.pathname)?.[1];
    const upload = uploads.contentOf(/^\/media\/(\d+)$/.exec(url.pathname)?.[1] ?? "");
    if (image) response.writeHead(200, { "content-type": "image/svg+xml" }).end(pictureOf(image));
    else if (upload) response.writeHead(200, { "content-type": upload.type }).end(upload.bytes);
    else response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error("The sandbox failed:", error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  seed(world, origin);
  oauth.register({
    ...SANDBOX_APP,
    callbackUrls: ["loopback", CONSENT_ADDRESS],
  });

  return {
    url: origin,
    clock,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
