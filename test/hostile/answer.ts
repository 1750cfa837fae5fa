/** What a hostile X sends instead of its answer. */

/** An answer of the sandbox, as it would have been. */
export interface TrueAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** `write` gets what was announced by status and headers first, then the chunks, then the end that `ending` tells. */
export interface HostileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /**
   * `whole`: as HTTP wants it. `cut`: the connection ends before the announced length. `silence`: nothing more comes.
   * `drip`: a byte now and then, for ever. `flood`: the body over and over. `raw`: the body is all that is sent, without
   * a status line.
   */
  readonly ending: "whole" | "cut" | "silence" | "drip" | "flood" | "raw";
}

export interface Mutation {
  /** For the report. */
  readonly name: string;
  readonly of: (truth: TrueAnswer) => HostileAnswer;
}
