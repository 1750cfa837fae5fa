/** What the host reports, as records: the app's own lines and what became of each invocation. */

export type LogLevel = "trace" | "debug" | "information" | "warning" | "error" | "critical";

export interface HostLogEntry {
  readonly level: LogLevel;
  /** `user`: written by a handler; `system`: written by the host. */
  readonly category: "user" | "system";
  readonly message: string;
  readonly functionName?: string;
  readonly invocationId?: string;
}

export type HostLog = (entry: HostLogEntry) => void;
