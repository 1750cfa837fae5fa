/** An operation: its declaration and what it does. It knows nothing of HTTP. */
import type { ConnectionIdentity } from "../connector/connection-identity.ts";
import type {
  Input,
  OperationDeclaration,
  Parameters,
} from "../connector/operation-declaration.ts";
import type { Posting } from "../posting/posting.ts";
import type { Threads } from "../publishing/thread.ts";
import type { Allowance } from "../publishing/thread-reservation.ts";
import type { Spending } from "../spending/spending.ts";
import type { PollRequest, Trigger } from "../trigger/trigger.ts";
import type { XEndpoint } from "../x/endpoints.ts";
import type { XSession } from "../x/session.ts";
import type { UserDirectory } from "../x/user-directory.ts";

/** What an operation is given beside its parameters. */
export interface OperationContext {
  readonly identity: ConnectionIdentity;
  /** Calls to X on behalf of the signed-in user, within this request's deadline. */
  readonly x: XSession;
  /** Ids of handles, remembered between requests. */
  readonly directory: UserDirectory;
  /** Tweets and retweets that happen once. */
  readonly posting: Posting;
  /** Posts of which each replies to the one before it. */
  readonly threads: Threads;
  /** The posts of the hour, for what posts several times. */
  readonly allowance: Allowance;
  /** What was spent at X, and what may be. */
  readonly spending: Spending;
  /** New tweets, handed out to flows. */
  readonly trigger: Trigger;
  /** What a poll of a trigger brings along; empty for actions. */
  readonly poll: Pick<PollRequest, "state" | "workflowId">;
  /** The platform's id of the flow's run that calls; empty when it gives none. */
  readonly runId: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** The whole body of the request; the operation may write over it. Empty when there is none. */
  body(): Promise<Uint8Array>;
  /** Tells the caller something about an answer that is no error, e.g. that maxResults was capped. */
  notice(message: string): void;
  /** Tells the caller what X is asked, where that is not what the caller wrote. */
  rewritten(query: string): void;
}

export interface Operation<P extends Parameters, R extends object> extends OperationDeclaration<P> {
  /** What it asks of X: X bills a call of the operation by the first; others may be needed beside it. Empty for nothing. */
  readonly xEndpoints: readonly XEndpoint[];
  run(input: Input<P>, context: OperationContext): Promise<R>;
}

/** Infers the types of an operation from its parameters and handler. */
export const defineOperation = <P extends Parameters, R extends object>(
  operation: Operation<P, R>,
): Operation<P, R> => operation;

/** Any operation, for what runs one with input that was validated against its parameters. */
export type AnyOperation = Operation<Parameters, object>;
