/** What the sandbox answers with. */

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent for undefined. */
  readonly json?: unknown;
  /** Sent as it is, with the content type of `headers`. */
  readonly raw?: string | Uint8Array;
}

/** Ends the handling of a request with an answer. */
export class ReplyError extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`X answers ${reply.status}`);
    this.reply = reply;
  }
}
