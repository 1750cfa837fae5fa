/** Calls to X on behalf of one user during one request: the token, the deadline, retries and what it all cost. */
import * as z from "zod";
import { ConnectorError } from "../connector/errors.ts";
import { readAnswer } from "./answer.ts";
import { priceClassOf, type XPath } from "./endpoints.ts";
import { exchange, type Send, type XAnswer } from "./exchange.ts";
import type { XFailure } from "./failure.ts";
import type { MultipartForm } from "./multipart.ts";
import { callOf, type PriceClass, refusedCall, unseenCall, type XCall } from "./prices.ts";
import type { XTransport } from "./transport.ts";
import { toXError, XError } from "./x-error.ts";

/** The values of a query; undefined ones are left out. */
export type XQuery = Readonly<Record<string, string | number | undefined>>;
export type XBody = Readonly<Record<string, unknown>>;

/**
 * Every answer is read by `schema`. Errors without data are an error whatever the status, as is every answer that the
 * schema does not take; errors beside data are passed over: they tell of parts that X cannot show.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors#partial-errors
 */
export interface XSession {
  /** GET below /2/. Retried once on a lost connection or a 5xx. Rejects with XError. */
  get<T>(path: XPath<"GET">, schema: z.ZodType<T>, query?: XQuery): Promise<T>;
  /**
   * POST below /2/ with a JSON body, or none; `price` where the path alone does not tell it. Never repeated once X may
   * have acted. Rejects with XError.
   */
  post<T>(path: XPath<"POST">, schema: z.ZodType<T>, body?: XBody, price?: PriceClass): Promise<T>;
  /** The same by PUT. */
  put<T>(path: XPath<"PUT">, schema: z.ZodType<T>, body?: XBody, price?: PriceClass): Promise<T>;
  /** The same by DELETE, which has no body. */
  delete<T>(path: XPath<"DELETE">, schema: z.ZodType<T>, price?: PriceClass): Promise<T>;
  /** POST below /2/ as multipart form, for one segment of a media upload. Rejects with XError. */
  postForm(path: XPath<"POST">, form: MultipartForm): Promise<void>;
  /** Milliseconds left until the request must be answered. */
  timeLeft(): number;
  /** How many calls were sent to X, repeated ones too. */
  callCount(): number;
  /** X's own time of its last answer, epoch milliseconds, exact to the second; undefined where X told none. */
  answeredAt(): number | undefined;
}

/** The user's X tokens, newest first. */
export interface XCredentials {
  accessToken(): Promise<string>;
  /** A token that came after the one that X has just rejected, or undefined when there is none. */
  newerThan(rejected: string): Promise<string | undefined>;
}

/** Told of every call that was sent to X, whatever became of it. */
export type XCallListener = (call: XCall) => void;

export interface XSessionOptions {
  readonly transport: XTransport;
  readonly credentials: XCredentials;
  /** Epoch milliseconds when the request must be answered. */
  readonly deadline: number;
  readonly clock: () => number;
  readonly onCall: XCallListener;
  /** Asked once, before the first call; rejects when no call may be made. */
  admit(): Promise<void>;
}

interface Request<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly send: Send;
  readonly price: PriceClass;
  /** How many posts or users X can answer with. */
  readonly most: number;
}

/** No call of the connector has use for so many: the end of every loop over X, whatever X answers. */
const MAX_CALLS = 200;
const tooManyCalls = (): ConnectorError =>
  new ConnectorError(
    "XUnavailable",
    `X was asked ${MAX_CALLS} times without coming to an end. Try again later; https://status.x.com tells more.`,
  );

/** The library sends `{}` unless it is given bytes. */
const NO_BODY = [Buffer.alloc(0), { forceBodyMode: "raw" }] as const;

const isRetryable = ({ failure }: XError): boolean =>
  failure.kind === "lost" || (failure.kind === "refused" && failure.status >= 500);

const isUnauthorized = ({ failure }: XError): boolean =>
  failure.kind === "refused" && failure.status === 401;

/** What X bills a call for, by what became of it. */
const billed = (reply: XAnswer | XFailure, price: PriceClass, most: number): XCall => {
  if (reply.kind === "answered") return callOf(price, reply.body);
  return reply.kind === "refused" ? refusedCall(price) : unseenCall(price, most);
};

/** How many posts or users X can answer a question with. */
const mostOf = ({ max_results = 1, ids }: XQuery): number =>
  ids === undefined ? Number(max_results) : String(ids).split(",").length;

export const createXSession = (options: XSessionOptions): XSession => {
  const { transport, credentials, deadline, clock, onCall } = options;
  let admission: Promise<void> | undefined;
  let calls = 0;
  let answeredAt: number | undefined;
  const timeLeft = () => deadline - clock();

  const attempt = async <T>(
    { path, schema, send, price, most }: Request<T>,
    token: string,
  ): Promise<T> => {
    calls += 1;
    if (calls > MAX_CALLS) throw tooManyCalls();
    const reply = await exchange(transport, token, timeLeft(), send);
    const isAnswered = reply.kind === "answered";
    answeredAt = (isAnswered && Date.parse(reply.date)) || undefined;
    onCall(billed(reply, price, most));
    const read = isAnswered ? readAnswer(schema, reply) : reply;
    if (read.kind === "read") return read.value;
    throw toXError(read, path, clock());
  };

  // A call that X answered with 401 was not carried out, so it may be sent again with another token.
  const authorized = async <T>(request: Request<T>): Promise<T> => {
    admission ??= options.admit();
    await admission;
    const token = await credentials.accessToken();
    try {
      return await attempt(request, token);
    } catch (error) {
      if (!(error instanceof XError) || !isUnauthorized(error)) throw error;
      const newer = await credentials.newerThan(token);
      if (newer === undefined) throw error;
      return attempt(request, newer);
    }
  };

  const write = <T>(path: string, schema: z.ZodType<T>, price: PriceClass, send: Send) =>
    authorized({ path, schema, send, price, most: 1 });

  return {
    async get(path, schema, query = {}) {
      const send: Send = (client) => client.v2.get(path, query);
      const request = {
        path,
        schema,
        send,
        price: priceClassOf("GET", path),
        most: mostOf(query),
      };
      try {
        return await authorized(request);
      } catch (error) {
        if (!(error instanceof XError) || !isRetryable(error)) throw error;
        return authorized(request);
      }
    },
    post: (path, schema, body, price = priceClassOf("POST", path)) =>
      write(path, schema, price, ({ v2 }) =>
        body ? v2.post(path, { ...body }) : v2.post(path, ...NO_BODY),
      ),
    put: (path, schema, body, price = priceClassOf("PUT", path)) =>
      write(path, schema, price, ({ v2 }) =>
        body ? v2.put(path, { ...body }) : v2.put(path, ...NO_BODY),
      ),
    delete: (path, schema, price = priceClassOf("DELETE", path)) =>
      write(path, schema, price, ({ v2 }) => v2.delete(path)),
    async postForm(path, { type, body }) {
      const send: Send = (client) =>
        client.v2.post(path, body, { headers: { "content-type": type }, forceBodyMode: "raw" });
      await write(path, z.unknown(), priceClassOf("POST", path), send);
    },
    timeLeft,
    callCount: () => calls,
    answeredAt: () => answeredAt,
  };
};
