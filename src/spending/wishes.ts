/** Calls that want to be made, held against what is left in a row of budgets: which of them fit, and in which form. */
import { amountOf, type Claimed, NONE_CLAIMED, sumOfClaims } from "./amounts.ts";
import { type Bound, boundsOf, budgetReached, leftOf } from "./bounds.ts";
import type { BudgetRow, Limits } from "./budget-row.ts";

/** A call that wants to be made. */
export interface Wish {
  readonly pots: readonly string[];
  /** What it can come to in each of its forms, in micro-dollars. */
  readonly forms: readonly number[];
}

export type Decision =
  | { readonly kind: "fits"; readonly chosen: number; readonly claim: Claimed }
  | { readonly kind: "refused"; readonly refusal: Error };

export interface Decided {
  /** One a wish, undefined for a taker that wishes for nothing. */
  readonly decisions: readonly (Decision | undefined)[];
  /** What those that fit hold together. */
  readonly taken: Claimed;
}

const refusalOf = (bounds: readonly Bound[], { forms }: Wish, now: number): Error => {
  const least = Math.min(...forms);
  const bound = bounds.find((each) => leftOf(each) < least);
  return bound
    ? budgetReached(bound, least, now)
    : new Error("A call was refused that fits into every budget.");
};

const decideOn = (row: BudgetRow, wish: Wish, app: Limits, now: number): Decision => {
  const bounds = boundsOf(row, wish.pots, app, now);
  const left = Math.min(...bounds.map(leftOf));
  const chosen = wish.forms.findIndex((amount) => amount <= left);
  const amount = wish.forms[chosen];
  if (amount === undefined) return { kind: "refused", refusal: refusalOf(bounds, wish, now) };
  const claim = {
    held: amountOf(wish.pots, amount),
    least: amountOf(wish.pots, Math.min(...wish.forms)),
  };
  return { kind: "fits", chosen, claim };
};

/** In their order. `rowWith` is the row in which so much more is held; `now` is epoch milliseconds. */
export const decide = (
  wishes: readonly (Wish | undefined)[],
  rowWith: (more: Claimed) => BudgetRow,
  app: Limits,
  now: number,
): Decided => {
  let taken = NONE_CLAIMED;
  const decisions = wishes.map((wish) => {
    if (!wish) return undefined;
    const decision = decideOn(rowWith(taken), wish, app, now);
    if (decision.kind === "fits") taken = sumOfClaims([taken, decision.claim]);
    return decision;
  });
  return { decisions, taken };
};
