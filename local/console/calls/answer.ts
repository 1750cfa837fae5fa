/** One call as it went: what was asked, what came back, and how long it took. */
import { parse, parseNumberAndBigInt } from "lossless-json";

export interface CallRequest {
  readonly method: string;
  /** Path and query on the page's own address. */
  readonly url: string;
  readonly body?: Blob;
  /** It counts for the hourly limit of posts. */
  readonly isPost?: boolean;
  /** The flow that calls, where the call is a trigger's. */
  readonly workflowId?: string;
  /** Ends the wait for the answer. */
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly request: CallRequest;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** Whole numbers are bigint, so that long ids keep their digits; undefined when the text is no JSON. */
  readonly json: unknown;
  readonly durationMs: number;
}

/** Whole numbers are bigint; undefined when the text is no JSON. */
export const parseExactly = (text: string): unknown => {
  try {
    return parse(text, undefined, { parseNumber: parseNumberAndBigInt });
  } catch {
    return undefined;
  }
};

/** A file goes as the bytes that it is, whatever the browser takes it for. */
export const contentTypeOf = (body: Blob): string =>
  body instanceof File ? "application/octet-stream" : body.type;

/** Sends a call with a connection's token, as the platform does. Rejects when nothing answers. */
export const send = async (request: CallRequest, token: string | undefined): Promise<Answer> => {
  const startedAt = performance.now();
  const response = await fetch(request.url, {
    method: request.method,
    cache: "no-store",
    headers: {
      // The platform's gateway tells a connector the address that flows reach it at.
      "X-MS-APIM-Referrer-Prefix": `${location.origin}/api`,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(request.workflowId !== undefined && { "x-ms-workflow-id": request.workflowId }),
      ...(request.body && { "Content-Type": contentTypeOf(request.body) }),
    },
    ...(request.body && { body: request.body }),
    ...(request.signal && { signal: request.signal }),
  });
  const text = await response.text();
  return {
    request,
    status: response.status,
    headers: new Map(response.headers),
    text,
    json: parseExactly(text),
    durationMs: Math.round(performance.now() - startedAt),
  };
};

/** As a flow's run history says it. */
export const outcomeOf = ({ status }: Answer): "Succeeded" | "Failed" =>
  status < 400 ? "Succeeded" : "Failed";

/** How many calls to X the connector says it made. */
export const xCallsOf = ({ headers }: Answer): number =>
  Number(headers.get("x-connector-x-calls") ?? 0);

/** What X was asked, where that is not what was searched for. */
export const askedOf = ({ headers }: Answer): string | undefined => {
  const asked = headers.get("x-connector-x-query");
  return asked === undefined ? undefined : decodeURIComponent(asked);
};

/** What those calls cost at most, in US dollars. */
export const xCostOf = ({ headers }: Answer): number =>
  Number(headers.get("x-connector-x-cost") ?? 0);

export const dollars = (usd: number): string => `$${usd.toFixed(3)}`;
