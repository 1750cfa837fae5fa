/** Calls to X on behalf of one user during one request: the token, the deadline, retries and what it all cost. */
import * as z from "zod";
import { ConnectorError } from "../connector/errors.ts";
import { readAnswer } from "./answer.ts";
import { billedFor, type XTry } from "./billed-tries.ts";
import { answeredCall, outlookOf, UNBILLED, withoutMentions, type XCall } from "./billing.ts";
import { priceClassOf, readPriceOf, type XPath } from "./endpoints.ts";
import { exchange, type Send, type XAnswer } from "./exchange.ts";
import type { XFailure } from "./failure.ts";
import type { MultipartForm } from "./multipart.ts";
import type { PriceClass } from "./prices.ts";
import { problemText, toProblem } from "./problem.ts";
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

/** The right to ask X one question. */
export interface Admission {
  /** Which of the forms of the question fits into what may be spent. */
  readonly chosen: number;
  /** Told once, in the end, what X bills for it. */
  settle(call: XCall): void;
}

export interface XSessionOptions {
  readonly transport: XTransport;
  readonly credentials: XCredentials;
  /** Epoch milliseconds when the request must be answered. */
  readonly deadline: number;
  readonly clock: () => number;
  /** Whose own data costs less, because the user owns the X app; undefined where nobody says so. */
  readonly appOwner?: string | undefined;
  /** Told of every call that was sent to X, whatever became of it. */
  onCall(): void;
  /** Asked before each question, with what X can bill for it in each of its forms; rejects when it may not be asked. */
  admit(forms: readonly XCall[]): Promise<Admission>;
}

interface Question<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly price: PriceClass;
  /** In the form that asks for everything, and in those that ask for less. */
  readonly forms: readonly [XQuery, ...XQuery[]];
  send(query: XQuery): Send;
  /** Whether a lost answer, or a 5xx, is asked for once more. */
  readonly isRepeatable: boolean;
}

/** No call of the connector has use for so many: the end of every loop over X, whatever X answers. */
const MAX_CALLS = 500;
const tooManyCalls = (): ConnectorError =>
  new ConnectorError(
    "XUnavailable",
    `X was asked ${MAX_CALLS} times without coming to an end. Try again later; https://status.x.com tells more.`,
  );

/** The library's functions for calls with a body. */
const BODY_VERBS = { POST: "post", PUT: "put" } as const;
/** The library sends `{}` unless it is given bytes. */
const NO_BODY = [Buffer.alloc(0), { forceBodyMode: "raw" }] as const;

const isRetryable = ({ failure }: XError): boolean =>
  failure.kind === "lost" ||
  failure.kind === "unreached" ||
  (failure.kind === "refused" && failure.status >= 500);

const isUnauthorized = ({ failure }: XError): boolean =>
  failure.kind === "refused" && failure.status === 401;

/** A failure without a word of X's own: what stands before X may say so of a write that X has carried out. */
const isOfNobody = ({ status, body }: Extract<XFailure, { kind: "refused" }>): boolean =>
  (status >= 500 || status === 408) && problemText(toProblem(body)) === undefined;

/** What became of a try, and what X bills for it. */
const triedBy = (
  reply: XAnswer | XFailure,
  { price, isRepeatable }: Pick<Question<unknown>, "price" | "isRepeatable">,
  query: XQuery,
): Omit<XTry, "at"> => {
  if (reply.kind === "answered") return { kind: "answered", call: answeredCall(price, reply.body) };
  const isRefused = reply.kind === "refused" && (isRepeatable || !isOfNobody(reply));
  return isRefused || reply.kind === "unreached"
    ? { kind: "refused", call: UNBILLED }
    : { kind: "lost", call: outlookOf(price, query) };
};

export const createXSession = (options: XSessionOptions): XSession => {
  const { transport, credentials, deadline, clock, onCall } = options;
  let calls = 0;
  let answeredAt: number | undefined;
  const timeLeft = () => deadline - clock();

  const attempt = async <T>(
    question: Question<T>,
    query: XQuery,
    tries: XTry[],
    token: string,
  ): Promise<T> => {
    const { path, schema, send } = question;
    const at = clock();
    calls += 1;
    if (calls > MAX_CALLS) throw tooManyCalls();
    const reply = await exchange(transport, token, timeLeft(), send(query));
    const isAnswered = reply.kind === "answered";
    answeredAt = (isAnswered && Date.parse(reply.date)) || undefined;
    onCall();
    tries.push({ ...triedBy(reply, question, query), at });
    const read = isAnswered ? readAnswer(schema, reply) : reply;
    if (read.kind === "read") return read.value;
    throw toXError(read, path, clock());
  };

  // A call that X answered with 401 was not carried out, so it may be sent again with another token.
  const authorized = async <T>(question: Question<T>, query: XQuery, tries: XTry[]): Promise<T> => {
    const token = await credentials.accessToken();
    try {
      return await attempt(question, query, tries, token);
    } catch (error) {
      if (!(error instanceof XError) || !isUnauthorized(error)) throw error;
      const newer = await credentials.newerThan(token);
      if (newer === undefined) throw error;
      return attempt(question, query, tries, newer);
    }
  };

  const repeated = async <T>(question: Question<T>, query: XQuery, tries: XTry[]): Promise<T> => {
    try {
      return await authorized(question, query, tries);
    } catch (error) {
      const isRepeated = question.isRepeatable && error instanceof XError && isRetryable(error);
      if (!isRepeated) throw error;
      return authorized(question, query, tries);
    }
  };

  const ask = async <T>(question: Question<T>): Promise<T> => {
    const { forms, price } = question;
    const { chosen, settle } = await options.admit(forms.map((query) => outlookOf(price, query)));
    const query = forms[chosen] ?? forms[0];
    const tries: XTry[] = [];
    try {
      return await repeated(question, query, tries);
    } finally {
      settle(billedFor(tries, query));
    }
  };

  const write = <T>(path: string, schema: z.ZodType<T>, price: PriceClass, send: Send) =>
    ask({ path, schema, price, forms: [{}], send: () => send, isRepeatable: false });

  const writing =
    (method: keyof typeof BODY_VERBS) =>
    <T>(
      path: string,
      schema: z.ZodType<T>,
      body?: XBody,
      price = priceClassOf(method, path),
    ): Promise<T> => {
      const verb = BODY_VERBS[method];
      return write(path, schema, price, ({ v2 }) =>
        body ? v2[verb](path, { ...body }) : v2[verb](path, ...NO_BODY),
      );
    };

  return {
    async get(path, schema, query = {}) {
      const price = readPriceOf(path, options.appOwner);
      const lean = withoutMentions(query);
      const forms: Question<unknown>["forms"] = lean === query ? [query] : [query, lean];
      const send =
        (asked: XQuery): Send =>
        (client) =>
          client.v2.get(path, asked);
      return ask({ path, schema, price, forms, send, isRepeatable: true });
    },
    post: writing("POST"),
    put: writing("PUT"),
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
