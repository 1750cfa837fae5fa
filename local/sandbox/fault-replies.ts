/** X's refusals that a test can ask for, word for word: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
import type { ReplyError } from "./http/reply.ts";
import {
  forbidden,
  oauth1Permissions,
  plainProblem,
  problem,
  problemType,
  tooManyRequests,
  unauthorized,
} from "./problems.ts";

const WINDOW_SECONDS = 600;
const DAY_SECONDS = 40_000;

const bucket = (name: string, limit: number, remaining: number, reset: number) => ({
  [`${name}-limit`]: String(limit),
  [`${name}-remaining`]: String(remaining),
  [`${name}-reset`]: String(reset),
});

/** By kind; `now` is epoch seconds. */
export const FAULT_REPLIES = {
  /** The window of 15 minutes is used up. */
  rateLimited: (now) => tooManyRequests(bucket("x-rate-limit", 300, 0, now + WINDOW_SECONDS)),
  /** Too many calls within a second: the window has room. */
  rateLimitedBurst: (now) =>
    tooManyRequests(bucket("x-rate-limit", 300, 299, now + WINDOW_SECONDS)),
  /** The user's 24 hours are used up. */
  rateLimitedDay: (now) =>
    tooManyRequests({
      ...bucket("x-rate-limit", 100, 40, now + WINDOW_SECONDS),
      ...bucket("x-user-limit-24hour", 100, 0, now + DAY_SECONDS),
      ...bucket("x-app-limit-24hour", 10_000, 9000, now + DAY_SECONDS),
    }),
  usageCapped: () =>
    problem(429, {
      title: "UsageCapExceeded",
      detail: "Usage cap exceeded: Monthly product cap",
      period: "Monthly",
      scope: "Product",
      account_id: "1795000000000000123",
      product_name: "standard-basic",
      type: problemType("usage-capped"),
    }),
  creditsDepleted: () =>
    problem(402, {
      title: "CreditsDepleted",
      detail: "Your enrolled account does not have any credits to fulfill this request.",
      account_id: "1795000000000000123",
      type: problemType("credits"),
    }),
  /** The other form of the same. */
  paymentRequired: () =>
    problem(402, {
      title: "Payment Required",
      detail: "Your account has no credits left. Add credits to go on.",
      status: 402,
      type: "https://api.x.com/2/problems/credits-depleted",
    }),
  notEnrolled: () =>
    problem(403, {
      title: "Client Forbidden",
      detail:
        "When authenticating requests to the X API v2 endpoints, you must use keys and tokens from a developer App that is attached to a Project.",
      client_id: "12345678",
      reason: "client-not-enrolled",
      required_enrollment: "Appropriate Level of API Access",
      registration_url: "https://console.x.com",
      type: problemType("client-forbidden"),
    }),
  duplicate: () => forbidden("You are not allowed to create a Tweet with duplicate content."),
  unsupportedAuthentication: () =>
    problem(403, {
      title: "Unsupported Authentication",
      detail:
        "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint. Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
      type: problemType("unsupported-authentication"),
      status: 403,
    }),
  oauth1Permissions,
  spendCapReached: (now) =>
    problem(403, {
      title: "SpendCapReached",
      detail: "The spend cap of this billing cycle is reached.",
      account_id: "1795000000000000123",
      reset_date: new Date((now + DAY_SECONDS) * 1000).toISOString().slice(0, 10),
      type: problemType("credits"),
    }),
  notPermitted: () => forbidden("You are not permitted to perform this action."),
  missingScope: () => forbidden(),
  unauthorized,
  serverError: () => plainProblem(503, "Service Unavailable"),
} as const satisfies Readonly<Record<string, (now: number) => ReplyError>>;
