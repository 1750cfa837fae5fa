/** Every error that the connector answers with, and the status that each code goes with. */

/**
 * Status by code. A caller's mistake is never a 5xx, because the platform retries 408, 429 and 5xx:
 * https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies
 */
export const STATUS_BY_CODE = {
  InvalidParameter: 400,
  SearchTextTooLong: 400,
  NothingToPost: 400,
  ConnectionInvalid: 401,
  ConnectionReplaced: 401,
  BudgetReached: 402,
  CreditsDepleted: 402,
  DuplicateContent: 403,
  NotEnrolled: 403,
  SpendCapReached: 403,
  MissingScope: 403,
  UserProtected: 403,
  UserSuspended: 403,
  NotPermitted: 403,
  UserNotFound: 404,
  TweetNotFound: 404,
  MediaTooLarge: 413,
  UnsupportedMedia: 415,
  HourlyLimitReached: 429,
  XRateLimited: 429,
  InternalError: 500,
  XUnavailable: 502,
  StateUnavailable: 503,
  XTimeout: 504,
} as const;

export type ErrorCode = keyof typeof STATUS_BY_CODE;

/** X's own account of what went wrong, as X words it. */
export interface XProblem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
}

/** One finding about one parameter. */
export interface ErrorDetail {
  readonly target: string;
  readonly message: string;
}

export interface ConnectorErrorOptions {
  /** The parameter at fault. */
  readonly target?: string;
  /** All findings, when there may be several. */
  readonly details?: readonly ErrorDetail[];
  readonly x?: XProblem;
  /** Whole seconds until a retry may succeed; required in practice for 429 and 503. */
  readonly retryAfterSeconds?: number;
  /** Further facts for the caller, e.g. the id of the post that is already there. */
  readonly extra?: Readonly<Record<string, string | number | readonly string[]>>;
  /** For logs only; never answered. */
  readonly cause?: unknown;
}

/** An error meant for the caller. The message says what was wrong and what to do. Anything else thrown is a bug. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly options: ConnectorErrorOptions;

  constructor(code: ErrorCode, message: string, options: ConnectorErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = STATUS_BY_CODE[code];
    this.options = options;
  }
}

/** When the store is away, a call may be tried again after this long. */
const STORE_RETRY_SECONDS = 10;

/** The error of a call that needs the store while the store is away. `message` says what was not done and what to do. */
export const stateUnavailable = (message: string, cause: unknown): ConnectorError =>
  new ConnectorError("StateUnavailable", message, {
    retryAfterSeconds: STORE_RETRY_SECONDS,
    cause,
  });
