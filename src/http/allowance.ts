/** The hourly limit of one request: taken once, when X is asked first, or for several posts together before that. */
import type { LimitClass } from "../connector/limits.ts";
import type { HourlyLimits, LimitState } from "../limits/hourly-limits.ts";
import type { Allowance } from "../publishing/thread-reservation.ts";

export interface AllowanceOptions {
  readonly limits: HourlyLimits;
  readonly connectionId: string;
  readonly limitClass: LimitClass;
  onLimit(limit: LimitState | undefined): void;
}

export interface RequestAllowance extends Allowance {
  /** Counts the request, unless that was done. */
  take(): Promise<void>;
}

export const createAllowance = (options: AllowanceOptions): RequestAllowance => {
  const { limits, connectionId, limitClass, onLimit } = options;
  let counted: Promise<void> | undefined;
  return {
    take() {
      counted ??= limits.take(connectionId, limitClass).then(onLimit);
      return counted;
    },
    async reserve(wanted) {
      const { state, at } = await limits.reserve(connectionId, limitClass, wanted);
      counted = Promise.resolve();
      onLimit(state);
      return at;
    },
    async giveBack(unused) {
      onLimit((await limits.giveBack(connectionId, limitClass, unused)).state);
    },
  };
};
