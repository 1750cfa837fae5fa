/**
 * What a question to X must pass: the budgets, and, once a request, the hourly limit. Where a budget may refuse it, that
 * is asked first, so that a refused call counts for no limit; else both are written at the same time.
 */
import type { Reservation, Spender, Spending } from "../spending/spending.ts";
import { UNBILLED, type XCall } from "../x/billing.ts";
import type { Admission } from "../x/session.ts";
import type { RequestAllowance } from "./allowance.ts";

export interface AdmissionOptions {
  readonly spending: Spending;
  /** The hourly limit of the request. */
  readonly allowance: Pick<RequestAllowance, "take">;
  readonly spender: Spender;
  /** How many calls were sent to X since this was asked last. */
  callsSince(): number;
  /** Told that less is asked for than usual. */
  onLean(): void;
  /** Told what a question came to, in micro-dollars. */
  onBooked(microDollars: number, call: XCall): void;
}

export const createAdmission = (options: AdmissionOptions) => {
  const { spending, allowance, spender } = options;
  const { app, connection } = spender;

  const reserve = async (forms: readonly XCall[]): Promise<Reservation> => {
    const reserving = spending.reserve(spender, forms);
    if (spending.isBounded(app, connection)) await reserving;
    const [reservation, counting] = await Promise.allSettled([reserving, allowance.take()]);
    if (reservation.status === "rejected") throw reservation.reason;
    if (counting.status === "fulfilled") return reservation.value;
    reservation.value.settle(UNBILLED, 0);
    throw counting.reason;
  };

  return async (forms: readonly XCall[]): Promise<Admission> => {
    const { chosen, settle } = await reserve(forms);
    if (chosen > 0) options.onLean();
    return {
      chosen,
      settle: (call) => options.onBooked(settle(call, options.callsSince()), call),
    };
  };
};
