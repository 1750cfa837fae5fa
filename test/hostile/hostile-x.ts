/** Stands between the connector and the sandbox X, and answers in X's place as it is told. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { snowflakeTime } from "../../src/x/ids.ts";
import type { HostileAnswer, Mutation, TrueAnswer } from "./answer.ts";

const DRIP_MS = 20;

const over = function* (body: Buffer) {
  for (;;) yield body;
};

/** Calls that differ by an id alone are of one kind. */
const kindOf = (method: string, path: string): string =>
  `${method} ${path.replace(/\?.*/, "").replace(/(?!^)\/\d+/g, "/ID")}`;

export interface HostileX {
  /** Takes the place of the X at `url`, where the true answers come from; answers with its own address. */
  insteadOf(url: string): string;
  /** So many calls of this kind are answered so, until `behave`. What X is asked to do it does all the same, but for a refusal. */
  misbehave(kind: string, mutation: Mutation, times: number): void;
  behave(): void;
  /** The last true answer of each kind. */
  readonly truths: ReadonlyMap<string, TrueAnswer>;
  /** The id of each post, or retweet, that X has made since it was told to misbehave. */
  made(): readonly string[];
  /** The body of the last answer that was no true one, as far as it is text. */
  lastHostile(): string;
  /** How long the longest call since then was kept open by the connector, in milliseconds. */
  longestMs(): number;
  close(): Promise<void>;
}

const send = async (response: ServerResponse, answer: HostileAnswer): Promise<void> => {
  const { status, headers, body, ending } = answer;
  const { socket } = response;
  if (ending === "raw") {
    socket?.end(body);
    return;
  }
  const length = ending === "whole" ? body.length : body.length + 1_000_000_000;
  response.writeHead(status, { ...headers, "content-length": String(length) });
  response.flushHeaders();
  if (ending === "whole") response.end(body);
  else if (ending === "silence") response.write(body);
  else if (ending === "cut") response.write(body, () => socket?.destroy());
  else if (ending === "flood") await pipeline(Readable.from(over(body)), response);
  if (ending === "drip") {
    let at = 0;
    const drip = setInterval(() => response.write(body.subarray(at, ++at)), DRIP_MS);
    response.on("close", () => clearInterval(drip));
  }
};

/** X's refusals give their reason. What has none may as well come from what stands before X, which has acted. */
const REASON = /"(?:title|detail|message)":\s*"[^"]/;

/**
 * Whether X does what it is asked before it answers so. What only reads is not asked again: as the clock runs, the
 * sandbox's posts grow too old to be found. What X documents as a refusal it has not done.
 */
const isDone = ({ method }: IncomingMessage, answer: HostileAnswer): boolean => {
  const { status, ending, body } = answer;
  const isRefusal =
    ending === "whole" && status >= 400 && status < 500 && status !== 408 && REASON.test(`${body}`);
  return method !== "GET" && !isRefusal;
};

const TIMELINE = "GET /2/users/ID/tweets";
/** The id of what was made, in the true answer to the call that makes it. */
const MADE: Readonly<
  Record<string, (data: Readonly<Record<string, string>>) => string | undefined>
> = {
  "POST /2/tweets": ({ id }) => id,
  "POST /2/users/ID/retweets": ({ rest_id: id }) => id,
};

/** X shows 99 % of posts within so long: https://docs.x.com/x-api/fundamentals/consuming-streaming-data */
const SHOWN_AFTER_MS = 7_000;

/** A timeline as X shows it: what has just been posted is not there yet. */
const withoutNewest = (answer: TrueAnswer): TrueAnswer => {
  const { data = [], ...rest } = JSON.parse(answer.body) as { data?: { id: string }[] };
  const shown = data.filter(({ id }) => snowflakeTime(id) < Date.now() - SHOWN_AFTER_MS);
  return { ...answer, body: JSON.stringify({ ...rest, ...(shown.length > 0 && { data: shown }) }) };
};

export const startHostileX = async (): Promise<HostileX> => {
  let origin = "";
  let armed: { readonly kind: string; readonly mutation: Mutation; left: number } | undefined;
  let made: string[] = [];
  let lastHostile = "";
  let longestMs = 0;
  const truths = new Map<string, TrueAnswer>();

  const truthOf = async (request: IncomingMessage, kind: string): Promise<TrueAnswer> => {
    const known = truths.get(kind);
    if (known && armed?.kind === kind && !isDone(request, armed.mutation.of(known))) return known;
    const { "content-type": type, authorization } = request.headers;
    const body = await buffer(request);
    const answer = await fetch(origin + request.url, {
      method: request.method ?? "GET",
      headers: { ...(type && { "content-type": type }), ...(authorization && { authorization }) },
      ...(request.method !== "GET" && { body }),
      redirect: "manual",
    });
    const truth = {
      status: answer.status,
      type: answer.headers.get("content-type") ?? "",
      body: await answer.text(),
    };
    if (answer.ok && MADE[kind]) made.push(MADE[kind](JSON.parse(truth.body).data) ?? "");
    if (answer.ok && !known) truths.set(kind, truth);
    if (!answer.ok && known && armed?.kind === kind) return known;
    return answer.ok && kind === TIMELINE ? withoutNewest(truth) : truth;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now();
    response.on("close", () => {
      longestMs = Math.max(longestMs, performance.now() - startedAt);
    });
    const kind = kindOf(request.method ?? "", request.url ?? "");
    const truth = await truthOf(request, kind);
    const { status, type, body } = truth;
    const honest: HostileAnswer = {
      status,
      headers: type ? { "content-type": type } : {},
      body: Buffer.from(body),
      ending: "whole",
    };
    if (armed?.kind !== kind) return send(response, honest);
    const answer = armed.mutation.of(truth);
    lastHostile = `${answer.body}`;
    armed.left -= 1;
    if (armed.left === 0) armed = undefined;
    await send(response, answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const ownUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    insteadOf: (url) => {
      origin = url;
      return ownUrl;
    },
    misbehave: (kind, mutation, times) => {
      armed = { kind, mutation, left: times };
      made = [];
      lastHostile = "";
      longestMs = 0;
    },
    behave: () => {
      armed = undefined;
    },
    truths,
    made: () => made,
    lastHostile: () => lastHostile,
    longestMs: () => longestMs,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
