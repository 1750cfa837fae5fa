/** Calls to X on behalf of one user during one request: the token, the deadline, retries and what it all cost. */
import type { TwitterApi } from "twitter-api-v2";
import { toXFailure } from "./failure.ts";
import { type PriceClass, priceClassOf, type XCall } from "./prices.ts";
import type { XPage, XPost } from "./shapes.ts";
import { type XTransport, xClient } from "./transport.ts";
import { toXError, XError } from "./x-error.ts";

/** The values of a query; undefined ones are left out. */
export type XQuery = Readonly<Record<string, string | number | undefined>>;

export interface XSession {
  /** GET below /2/. Retried once on a lost connection or a 5xx. Rejects with XError. */
  get<T>(path: string, query?: XQuery): Promise<T>;
  /** POST below /2/ with a JSON body. Never repeated once X may have acted. Rejects with XError. */
  post<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<T>;
  /** POST below /2/ as multipart form, for one segment of a media upload. Rejects with XError. */
  postForm<T>(path: string, form: FormData): Promise<T>;
  /** Milliseconds left until the request must be answered. */
  timeLeft(): number;
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

/** X bills a read for everything that it returns, what came along in `includes` too. */
const readBy = (price: PriceClass, answer: unknown): XCall => {
  const { data, includes = {} } = Object(answer) as Pick<XPage<XPost>, "data" | "includes">;
  const { users = [], tweets = [], posts = [] } = includes;
  const own = Array.isArray(data) ? data.length : Number(data !== undefined);
  return {
    price,
    posts: tweets.length + posts.length + (price === "postRead" ? own : 0),
    users: users.length + (price === "userRead" ? own : 0),
  };
};

type Send<T> = (client: TwitterApi) => Promise<T>;

const isRetryable = ({ failure }: XError): boolean =>
  failure.kind === "lost" || (failure.kind === "refused" && failure.status >= 500);

const isUnauthorized = ({ failure }: XError): boolean =>
  failure.kind === "refused" && failure.status === 401;

export const createXSession = (options: XSessionOptions): XSession => {
  const { transport, credentials, deadline, clock, onCall } = options;
  let admission: Promise<void> | undefined;
  const timeLeft = () => deadline - clock();

  const attempt = async <T>(method: string, path: string, token: string, send: Send<T>) => {
    const signal = AbortSignal.timeout(Math.max(1, Math.min(transport.timeoutMs, timeLeft())));
    let call = readBy(priceClassOf(method, path), undefined);
    try {
      const answer = await send(xClient(transport, token, signal));
      call = readBy(call.price, answer);
      // A page of a proxy in front of X may come with status 200; the library hands it on as text.
      if (typeof answer === "string" && answer !== "")
        throw toXError({ kind: "lost" }, path, clock());
      return answer;
    } catch (thrown) {
      if (thrown instanceof XError) throw thrown;
      const failure = toXFailure(thrown, signal);
      throw failure ? toXError(failure, path, clock()) : thrown;
    } finally {
      onCall(call);
    }
  };

  // A call that X answered with 401 was not carried out, so it may be sent again with another token.
  const authorized = async <T>(method: string, path: string, send: Send<T>): Promise<T> => {
    admission ??= options.admit();
    await admission;
    const token = await credentials.accessToken();
    try {
      return await attempt(method, path, token, send);
    } catch (error) {
      if (!(error instanceof XError) || !isUnauthorized(error)) throw error;
      const newer = await credentials.newerThan(token);
      if (newer === undefined) throw error;
      return attempt(method, path, newer, send);
    }
  };

  return {
    async get<T>(path: string, query: XQuery = {}) {
      const send: Send<T> = (client) => client.v2.get<T>(path, query);
      try {
        return await authorized("GET", path, send);
      } catch (error) {
        if (!(error instanceof XError) || !isRetryable(error)) throw error;
        return authorized("GET", path, send);
      }
    },
    post: (path, body) => authorized("POST", path, (client) => client.v2.post(path, { ...body })),
    async postForm(path, form) {
      // The library's own form sends a file without a name, which parsers of the standard take for text.
      const encoded = new Response(form);
      const type = encoded.headers.get("content-type") ?? "";
      const body = Buffer.from(await encoded.arrayBuffer());
      return authorized("POST", path, (client) =>
        client.v2.post(path, body, { headers: { "content-type": type }, forceBodyMode: "raw" }),
      );
    },
    timeLeft,
  };
};
