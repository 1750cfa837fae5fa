/**
 * How a polling trigger talks to the platform: 200 with items or 202 without, and where and when to ask next.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-create-api-app#polling-trigger-pattern
 */
import type { PollOutcome } from "../trigger/trigger.ts";
import { jsonTextResponse } from "./json-response.ts";
import type { ConnectorRequest, ConnectorResponse } from "./message.ts";
import type { ModelWriter } from "./model-writers.js";

/** The parameter that the state comes back in. */
const STATE = "triggerState";
/** The address that the platform itself reaches the connector by. */
const REFERRER_PREFIX = "x-ms-apim-referrer-prefix";

/** What of a request only a trigger needs. */
export const pollOf = ({ url, headers }: ConnectorRequest) => ({
  state: url.searchParams.get(STATE) ?? "",
  workflowId: headers.get("x-ms-workflow-id") ?? "",
});

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** `ownAddress` is where this operation is, without a query; the platform's own prefix goes before it. */
const nextPoll = (request: ConnectorRequest, route: string, ownAddress: string, state: string) => {
  const prefix = request.headers.get(REFERRER_PREFIX) ?? "";
  const base = isWebAddress(prefix) ? `${prefix.replace(/\/+$/, "")}/${route}` : ownAddress;
  const location = new URL(base);
  for (const [name, value] of request.url.searchParams) location.searchParams.set(name, value);
  location.searchParams.set(STATE, state);
  return location.href;
};

/** What the log tells of a poll; `lagSeconds` is how long ago the oldest tweet handed out was posted. */
export interface PollFigures {
  readonly handedOut: number;
  readonly waiting: number;
  /** Only where there is something to tell. */
  readonly beyondReach: number | undefined;
  readonly skippedSeconds: number | undefined;
  readonly doubt: string | undefined;
  readonly lagSeconds: number | undefined;
}

/** `now` in epoch milliseconds. */
export const pollFigures = (outcome: PollOutcome, now: number): PollFigures => {
  const { tweets, waiting, beyondReach, skippedSeconds, doubt } = outcome;
  return {
    handedOut: tweets.length,
    waiting,
    beyondReach: beyondReach || undefined,
    skippedSeconds: skippedSeconds || undefined,
    doubt,
    lagSeconds: tweets[0] && Math.round((now - Date.parse(tweets[0].CreatedAtIso)) / 1000),
  };
};

export const pollResponse = (
  { tweets, state, retryAfterSeconds, waiting }: PollOutcome,
  write: ModelWriter,
  request: ConnectorRequest,
  route: string,
  ownAddress: string,
): ConnectorResponse => {
  return jsonTextResponse(tweets.length > 0 ? 200 : 202, write({ value: [...tweets] }), {
    Location: nextPoll(request, route, ownAddress, state),
    "x-connector-backlog": String(waiting),
    "Retry-After": String(Math.max(1, retryAfterSeconds)),
  });
};
