/** X's failures as errors of the connector: one row a kind, with X's reason and what to do about it. */
import type { IncomingHttpHeaders } from "node:http";
import { ConnectorError, type ConnectorErrorOptions, type ErrorCode } from "../connector/errors.ts";
import { asSentence } from "../connector/sentence.ts";
import type { XFailure } from "./failure.ts";
import { type ProblemBody, problemText, problemType, toProblem, toXProblem } from "./problem.ts";
import { retryAfterSeconds } from "./retry-after.ts";

/** A failed call to X, with what callers need to tell failures apart. */
export class XError extends ConnectorError {
  readonly failure: XFailure;

  constructor(
    code: ErrorCode,
    message: string,
    failure: XFailure,
    options: ConnectorErrorOptions = {},
  ) {
    super(code, message, options);
    this.failure = failure;
  }
}

type Explanation = readonly [code: ErrorCode, advice: string];

const CREDITS: Explanation = [
  "CreditsDepleted",
  "The X account that owns the app has no credits left. Add credits at https://console.x.com and run this again.",
];
const ENROLLMENT: Explanation = [
  "NotEnrolled",
  "The X app is not part of a project whose plan allows this call. Move it into a project at https://console.x.com.",
];
const SPEND_CAP: Explanation = [
  "SpendCapReached",
  "The spending limit of the X account is used up. Raise it at https://console.x.com or wait for the next billing period.",
];
const DUPLICATE: Explanation = [
  "DuplicateContent",
  "This account has already posted the same text. Change the text.",
];
const SCOPE: Explanation = [
  "MissingScope",
  "The sign-in does not cover this call. Set the X app's permissions to read and write, then create the connection again.",
];
const UNAVAILABLE: Explanation = [
  "XUnavailable",
  "Try again later; https://status.x.com tells more.",
];
const NOT_PERMITTED: Explanation = [
  "NotPermitted",
  "X does not permit this call to the signed-in account or its plan.",
];

/** https://docs.x.com/changelog: replies by the API on self-serve plans. */
const NOT_SUMMONED: Explanation = [
  "NotPermitted",
  "X takes a reply of an app only where the author of that post mentioned the signed-in user in it, or quoted one of the user's posts. Reply in X itself, or publish a post that links to it.",
];
const REPLY_TO_NOTHING: Explanation = [
  "TweetNotFound",
  "Check the id of the post that is replied to: it may have been deleted or be visible to others only.",
];

const explainForbidden = (problem: ProblemBody): Explanation => {
  const type = problemType(problem);
  const text = problemText(problem) ?? "";
  if (/duplicate content/i.test(text)) return DUPLICATE;
  if (/mentioned or otherwise engaged/i.test(text)) return NOT_SUMMONED;
  if (/reply to a (tweet|post) that is deleted/i.test(text)) return REPLY_TO_NOTHING;
  if (problem.title === "SpendCapReached") return SPEND_CAP;
  if (problem.reason === "client-not-enrolled") return ENROLLMENT;
  if (type === "oauth1-permissions" || type === "unsupported-authentication") return SCOPE;
  // A missing scope is answered without a type or a reason.
  if (problem.title === "Forbidden" && problem.detail === "Forbidden") return SCOPE;
  return NOT_PERMITTED;
};

/** The connector's parameter by the name that X gives it in an error. */
const TARGETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    query: "searchQuery",
    next_token: "nextToken",
    pagination_token: "nextToken",
    start_time: "startTime",
    end_time: "endTime",
    ids: "tweetIds",
    since_id: "sinceId",
    max_results: "maxResults",
    username: "userName",
    tweet_id: "tweetId",
    text: "tweetText",
  }),
);

const targetOf = ({ errors }: ProblemBody): string | undefined => {
  const names = (errors ?? []).flatMap(({ parameters }) => Object.keys(parameters ?? {}));
  return names.map((name) => TARGETS.get(name)).find((target) => target !== undefined);
};

const USER_PATH = /^users\/(by|\d+\/(follow|tweets))/;
/** Of what these ask for, the caller has named nothing that could be missing. */
const NAMES_NOTHING = /^(tweets\/(search|counts)|media)\/|\/(reverse_chronological|mentions)$/;

const explainNotFound = (problem: ProblemBody, path: string): Explanation => {
  const { resource_type } = problem;
  // X says what it does not find; a bare 404 comes from what stands before X.
  if (NAMES_NOTHING.test(path) || problemText(problem) === undefined) return UNAVAILABLE;
  return (resource_type ? resource_type === "user" : USER_PATH.test(path))
    ? ["UserNotFound", "Check the user name."]
    : [
        "TweetNotFound",
        "Check the id: the tweet may have been deleted or be visible to others only.",
      ];
};

const explain = (status: number, problem: ProblemBody, path: string): Explanation => {
  if (status === 401) return ["ConnectionInvalid", "Sign in to the connection again."];
  if (status === 402) return CREDITS;
  if (status === 403) return explainForbidden(problem);
  if (status === 404) return explainNotFound(problem, path);
  if (status === 429) return ["XRateLimited", "Wait until Retry-After has passed."];
  if (status === 413) return ["MediaTooLarge", "Use a smaller file."];
  if (status >= 500 || status === 408) return UNAVAILABLE;
  return ["InvalidParameter", "Correct the input and run this again."];
};

type UndocumentedFailure = Extract<XFailure, { kind: "undocumented" }>;

const explained = (
  failure: XFailure,
  status: number,
  problem: ProblemBody,
  headers: IncomingHttpHeaders,
  path: string,
  now: number,
): XError => {
  const [code, advice] = explain(status, problem, path);
  const reason = problemText(problem) ?? `HTTP status ${status}`;
  const x = toXProblem(problem);
  const target = status === 400 ? targetOf(problem) : undefined;
  const resetDate = problem.reset_date;
  return new XError(code, `X answered: ${asSentence(reason)} ${advice}`, failure, {
    ...(target && { target }),
    ...(x && { x }),
    ...(status === 429 && { retryAfterSeconds: retryAfterSeconds(headers, problem, now) }),
    ...(resetDate && { extra: { resetDate } }),
  });
};

/** The status that X gives a problem where it answers with an error status. */
const STATUS_BY_TYPE: ReadonlyMap<string, number> = new Map(
  Object.entries({
    "invalid-request": 400,
    credits: 402,
    "credits-depleted": 402,
    "client-forbidden": 403,
    "not-authorized-for-resource": 403,
    "oauth1-permissions": 403,
    "unsupported-authentication": 403,
    "resource-not-found": 404,
    "usage-capped": 429,
  }),
);

/** X's errors that came with a status of success mean what they mean with their own. */
const fromUndocumented = (failure: UndocumentedFailure, path: string, now: number): XError => {
  const { status, body } = failure;
  const { errors } = toProblem(body);
  const [first] = errors ?? [];
  if (!first) {
    const message = `X answered what cannot be used (HTTP status ${status}). ${UNAVAILABLE[1]}`;
    return new XError("XUnavailable", message, failure);
  }
  const meant = STATUS_BY_TYPE.get(problemType(first)) ?? (first.parameters ? 400 : 502);
  return explained(failure, meant, { ...first, errors }, {}, path, now);
};

/**
 * The error for a failed call. `path` is X's path below /2/, to tell what was not found; `now` is epoch milliseconds.
 */
export const toXError = (failure: XFailure, path: string, now: number): XError => {
  if (failure.kind === "refused") {
    return explained(failure, failure.status, toProblem(failure.body), failure.headers, path, now);
  }
  if (failure.kind === "undocumented") return fromUndocumented(failure, path, now);
  if (failure.kind === "timeout") {
    return new XError("XTimeout", "X did not answer in time. Try again later.", failure);
  }
  if (failure.kind === "unreached") {
    return new XError("XUnavailable", "X could not be reached. Try again later.", failure);
  }
  return new XError(
    "XUnavailable",
    "The connection to X was lost or its answer was cut off. Try again later.",
    failure,
  );
};

/**
 * True when nobody can know whether X carried the call out: every outcome but the documented success, a documented
 * refusal, which says why, and a call that never left. A 408, a 5xx or a page may come from what stands before X, when X
 * has already acted.
 */
export const isAnswerLost = ({ failure }: XError): boolean => {
  if (failure.kind === "unreached") return false;
  if (failure.kind !== "refused" || failure.status >= 500 || failure.status === 408) return true;
  return problemText(toProblem(failure.body)) === undefined;
};
