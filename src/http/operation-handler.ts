/**
 * The one way that a call of an operation takes: open the connection, check the input, run, answer. The hourly limit
 * is taken when the first call to X is about to be made, so what is refused or answered without X does not count.
 */
import { type ConnectionIdentity, connectionDigest } from "../connector/connection-identity.ts";
import type { ConnectorError } from "../connector/errors.ts";
import { logDigest } from "../connector/log.ts";
import type { HourlyLimits, LimitState } from "../limits/hourly-limits.ts";
import type { AnyOperation } from "../operations/operation.ts";
import type { Posting } from "../posting/posting.ts";
import type { Threads } from "../publishing/thread.ts";
import { appName, type Spending } from "../spending/spending.ts";
import type { PollOutcome, Trigger } from "../trigger/trigger.ts";
import { resourcesOf } from "../x/billing.ts";
import { toDollars } from "../x/prices.ts";
import { createXSession, type XCredentials } from "../x/session.ts";
import type { XTransport } from "../x/transport.ts";
import type { UserDirectory } from "../x/user-directory.ts";
import { createAdmission } from "./admission.ts";
import { createAllowance, type RequestAllowance } from "./allowance.ts";
import { causeOf, errorResponse, toConnectorError } from "./error-response.ts";
import { toHeaderText } from "./header-text.ts";
import { readInput } from "./input.ts";
import { jsonTextResponse } from "./json-response.ts";
import type { ConnectorRequest, ConnectorResponse, Handler } from "./message.ts";
import { modelWriter } from "./model-json.ts";
import { type PollFigures, pollFigures, pollOf, pollResponse } from "./poll-response.ts";
import { bodyOf } from "./request-body.ts";
import { requestIdOf } from "./request-id.ts";

/**
 * The platform gives up after 120 s; before that the caller gets an error it can read:
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#timeout-duration
 */
const DEADLINE_MS = 100_000;

/** Flows send it along; whoever repeats a call within a run sends the same. */
const RUN_ID = "x-ms-workflow-run-id";

/** Flows send it along; what they spend is booked under it. */
const WORKFLOW_ID = "x-ms-workflow-id";
const FLOW_ID_MAX_LENGTH = 100;
const flowOf = (headers: Headers): string =>
  (headers.get(WORKFLOW_ID) ?? "").slice(0, FLOW_ID_MAX_LENGTH);

const LEAN =
  "Little is left of a budget, so X was not asked for the users that tweets mention: their full names are their handles.";

export interface OperationHandlerOptions {
  /** Who calls. Rejects with ConnectionInvalid. */
  openConnection(headers: Headers): Promise<ConnectionIdentity>;
  credentialsOf(identity: ConnectionIdentity): XCredentials;
  readonly limits: HourlyLimits;
  readonly spending: Spending;
  /** X's ids of users who own their X app: their own data costs them less. */
  readonly appOwners: readonly string[];
  readonly transport: XTransport;
  readonly directory: UserDirectory;
  readonly posting: Posting;
  readonly threads: Threads;
  readonly trigger: Trigger;
  /** Where an operation is, as the outside sees it. */
  addressOf(request: { readonly url: URL }, route: string): string;
  readonly clock: () => number;
}

/** What is told of a call beside its result. */
interface Trace {
  identity?: ConnectionIdentity;
  limit?: LimitState | undefined;
  error?: ConnectorError;
  xCalls: number;
  /** Posts and users that X returned. */
  xRead: number;
  /** Micro-dollars, at most. */
  xCost: number;
  notices: string[];
  /** What X was asked, where that is not what was written. */
  xQuery?: string;
  poll?: PollFigures;
}

const rateLimitHeaders = (limit: LimitState | undefined): Record<string, string> =>
  limit
    ? {
        "RateLimit-Limit": String(limit.limit),
        "RateLimit-Remaining": String(limit.remaining),
        "RateLimit-Reset": String(limit.resetSeconds),
      }
    : {};

const levelOf = (status: number): "info" | "warn" | "error" => {
  if (status >= 500) return "error";
  return status >= 400 ? "warn" : "info";
};

export const createOperationHandler = (
  operation: AnyOperation,
  options: OperationHandlerOptions,
): Handler => {
  const { limits, spending, transport, directory, posting, threads, trigger, clock } = options;
  const { limitClass } = operation;
  const write = modelWriter(operation.returns);

  const admissionOf = (
    request: ConnectorRequest,
    identity: ConnectionIdentity,
    trace: Trace,
    allowance: RequestAllowance,
    notice: (message: string) => void,
  ) => {
    let told = 0;
    return createAdmission({
      spending,
      allowance,
      spender: {
        app: appName(identity.appId),
        connection: connectionDigest(identity),
        flow: flowOf(request.headers),
        operation: operation.operationId,
        limitClass,
      },
      callsSince: () => {
        const since = trace.xCalls - told;
        told = trace.xCalls;
        return since;
      },
      onLean: () => notice(LEAN),
      onBooked: (microDollars, call) => {
        trace.xCost += microDollars;
        trace.xRead += resourcesOf(call);
      },
    });
  };

  const run = async (request: ConnectorRequest, trace: Trace): Promise<ConnectorResponse> => {
    const identity = await options.openConnection(request.headers);
    trace.identity = identity;
    const input = readInput(operation.parameters, request.url.searchParams);
    const notice = (message: string) => trace.notices.push(message);
    const allowance = createAllowance({
      limits,
      connectionId: identity.connectionId,
      limitClass,
      onLimit: (limit) => {
        trace.limit = limit;
      },
    });
    const x = createXSession({
      transport,
      credentials: options.credentialsOf(identity),
      deadline: clock() + DEADLINE_MS,
      clock,
      appOwner: options.appOwners.find((id) => id === identity.userId),
      onCall: () => {
        trace.xCalls += 1;
      },
      admit: admissionOf(request, identity, trace, allowance, notice),
    });
    const rewritten = (query: string) => {
      trace.xQuery = query;
    };
    const context = {
      identity,
      x,
      directory,
      posting,
      threads,
      allowance,
      spending,
      trigger,
      poll: pollOf(request),
      runId: request.headers.get(RUN_ID) ?? "",
      clock,
      body: () => bodyOf(request),
      notice,
      rewritten,
    };
    const result = await operation.run(input, context);
    if (!operation.trigger) return jsonTextResponse(200, write(result));
    const { route } = operation;
    const outcome = result as PollOutcome;
    trace.poll = pollFigures(outcome, clock());
    return pollResponse(outcome, write, request, route, options.addressOf(request, route));
  };

  return async (request, log) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request.headers);
    const trace: Trace = { xCalls: 0, xRead: 0, xCost: 0, notices: [] };
    const response = await run(request, trace).catch((thrown: unknown) => {
      trace.error = toConnectorError(thrown);
      return errorResponse(trace.error);
    });
    const { identity, error, xCalls, xRead, notices, poll, xQuery } = trace;
    const xCost = toDollars(trace.xCost).toFixed(3);
    if (identity) trace.limit ??= limits.peek(identity.connectionId, limitClass);
    log(levelOf(response.status), {
      requestId,
      operation: operation.operationId,
      connection: identity && connectionDigest(identity),
      status: response.status,
      code: error?.code,
      cause: error && causeOf(error),
      xCalls,
      xRead,
      xCost: Number(xCost),
      xQuery: xQuery && logDigest(xQuery),
      ...poll,
      durationMs: Math.round(performance.now() - startedAt),
    });
    return {
      ...response,
      headers: {
        ...response.headers,
        ...rateLimitHeaders(trace.limit),
        "x-request-id": requestId,
        "x-connector-x-calls": String(xCalls),
        "x-connector-x-cost": xCost,
        ...(xQuery !== undefined && { "x-connector-x-query": toHeaderText(xQuery) }),
        ...(notices.length > 0 && { "x-connector-notice": notices.join(" ") }),
      },
    };
  };
};
