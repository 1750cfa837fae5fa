/** Makes the next calls fail as told, in X's words. */
import * as z from "zod";
import {
  forbidden,
  problemTypeUrl,
  type Reply,
  ReplyError,
  tooManyRequests,
  unauthorized,
} from "./problems.ts";

export const FAULT_KINDS = [
  "rateLimited",
  "rateLimitedBurst",
  "rateLimitedDay",
  "usageCapped",
  "creditsDepleted",
  "paymentRequired",
  "notEnrolled",
  "duplicate",
  "unsupportedAuthentication",
  "oauth1Permissions",
  "spendCapReached",
  "notPermitted",
  "missingScope",
  "unauthorized",
  "serverError",
  "htmlError",
  "invalidJson",
  "cut",
  "slow",
  "hang",
] as const;

export const faultSchema = z.object({
  kind: z.enum(FAULT_KINDS),
  method: z.string().optional(),
  /** What the path below the origin must begin with. */
  path: z.string().default("/2/"),
  times: z.number().int().positive().default(1),
  /** The call takes effect, and only its answer fails. */
  afterEffect: z.boolean().default(false),
  delayMs: z.number().default(0),
});
export type Fault = z.infer<typeof faultSchema>;

/** What becomes of the answer. */
export type FaultOutcome =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "raw"; readonly status: number; readonly type: string; readonly text: string }
  | { readonly kind: "cut" | "hang" | "normal" };

const REPLIES: Readonly<Record<string, (nowSeconds: number) => ReplyError>> = {
  rateLimited: (now) =>
    tooManyRequests({
      "x-rate-limit-limit": "450",
      "x-rate-limit-remaining": "0",
      "x-rate-limit-reset": String(now + 600),
    }),
  rateLimitedBurst: (now) =>
    tooManyRequests({
      "x-rate-limit-limit": "450",
      "x-rate-limit-remaining": "449",
      "x-rate-limit-reset": String(now + 600),
    }),
  rateLimitedDay: (now) =>
    tooManyRequests({
      "x-rate-limit-limit": "100",
      "x-rate-limit-remaining": "40",
      "x-rate-limit-reset": String(now + 600),
      "x-user-limit-24hour-limit": "100",
      "x-user-limit-24hour-remaining": "0",
      "x-user-limit-24hour-reset": String(now + 40_000),
    }),
  usageCapped: () =>
    new ReplyError(429, {
      title: "UsageCapExceeded",
      detail: "Usage cap exceeded: Monthly product cap",
      period: "Monthly",
      scope: "Product",
      type: problemTypeUrl("usage-capped"),
    }),
  creditsDepleted: () =>
    new ReplyError(402, {
      title: "CreditsDepleted",
      detail: "Your enrolled account does not have any credits to fulfill this request.",
      type: problemTypeUrl("credits"),
    }),
  paymentRequired: () =>
    new ReplyError(402, {
      title: "Payment Required",
      detail: "Credits are used up.",
      type: "https://api.x.com/2/problems/credits-depleted",
    }),
  notEnrolled: () =>
    new ReplyError(403, {
      title: "Client Forbidden",
      detail:
        "When authenticating requests to the X API v2 endpoints, you must use keys and tokens from an app that is attached to a project.",
      reason: "client-not-enrolled",
      required_enrollment: "Appropriate Level of API Access",
      registration_url: "https://console.x.com",
      type: problemTypeUrl("client-forbidden"),
    }),
  duplicate: () => forbidden("You are not allowed to create a Tweet with duplicate content."),
  unsupportedAuthentication: () =>
    new ReplyError(403, {
      title: "Unsupported Authentication",
      detail: "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.",
      type: problemTypeUrl("unsupported-authentication"),
      status: 403,
    }),
  oauth1Permissions: () =>
    new ReplyError(403, {
      title: "Forbidden",
      detail:
        "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
      type: problemTypeUrl("oauth1-permissions"),
      status: 403,
    }),
  spendCapReached: () =>
    new ReplyError(403, {
      title: "SpendCapReached",
      detail: "The spend cap of this billing cycle is reached.",
      type: problemTypeUrl("credits"),
      reset_date: "2026-12-01",
    }),
  notPermitted: () => forbidden("You are not permitted to perform this action."),
  missingScope: () => forbidden("Forbidden"),
  unauthorized,
  serverError: () =>
    new ReplyError(503, {
      title: "Service Unavailable",
      detail: "Service Unavailable",
      type: "about:blank",
      status: 503,
    }),
};

const outcomeOf = ({ kind }: Fault, now: number): FaultOutcome => {
  const reply = REPLIES[kind]?.(Math.floor(now / 1000)).reply;
  if (reply) return { kind: "reply", reply };
  if (kind === "htmlError") {
    return {
      kind: "raw",
      status: 502,
      type: "text/html",
      text: "<html><body><h1>502 Bad Gateway</h1></body></html>",
    };
  }
  if (kind === "invalidJson") {
    return { kind: "raw", status: 200, type: "application/json", text: '{"data":[{"id":"1","te' };
  }
  return { kind: kind === "cut" || kind === "hang" ? kind : "normal" };
};

export const createFaults = (now: () => number) => {
  let faults: Fault[] = [];
  return {
    add: (fault: Fault) => {
      faults.push({ ...fault });
    },
    clear: () => {
      faults = [];
    },
    list: (): readonly Fault[] => faults,
    /** The fault of this call, if one was asked for. */
    next(method: string, path: string): (Fault & { readonly outcome: FaultOutcome }) | undefined {
      const fault = faults.find(
        (each) => path.startsWith(each.path) && (each.method ?? method) === method,
      );
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((each) => each !== fault);
      return { ...fault, outcome: outcomeOf(fault, now()) };
    },
  };
};

export type Faults = ReturnType<typeof createFaults>;
