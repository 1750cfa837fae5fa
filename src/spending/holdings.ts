/** What one instance holds of an app's budgets for calls under way, and what it has spent without having told so yet. */
import {
  type Amounts,
  amountOf,
  type Claimed,
  NONE_CLAIMED,
  NOTHING,
  negative,
  negativeClaim,
  sumOfAmounts,
  sumOfClaims,
} from "./amounts.ts";

export interface Holdings {
  /** The pots that it has to do with. */
  pots(): readonly string[];
  /** What is held, `more` included. */
  claimed(more: Claimed): Claimed;
  /** By UTC day. */
  unreported(): ReadonlyMap<string, Amounts>;
  /** The row now holds `claimed`, of which `taken` is new, and has `reported` spent. */
  written(taken: Claimed, claimed: Claimed, reported: ReadonlyMap<string, Amounts>): void;
  /** A call for which `claim` was held of `pots` came to `spent` on a day. */
  settle(claim: Claimed, pots: readonly string[], spent: number, day: string): void;
  /** The row holds all there is to tell. */
  isReported(): boolean;
}

export const createHoldings = (): Holdings => {
  let own = NONE_CLAIMED;
  let inRow = NONE_CLAIMED;
  const unreported = new Map<string, Amounts>();
  const add = (day: string, amounts: Amounts): void => {
    const sum = sumOfAmounts([unreported.get(day) ?? NOTHING, amounts]);
    if (sum.total === 0) unreported.delete(day);
    else unreported.set(day, sum);
  };
  return {
    pots: () => [...unreported.values()].flatMap(({ pots }) => Object.keys(pots)),
    claimed: (more) => sumOfClaims([own, more]),
    unreported: () => new Map(unreported),
    written(taken, claimed, reported) {
      own = sumOfClaims([own, taken]);
      inRow = claimed;
      for (const [day, amounts] of reported) add(day, negative(amounts));
    },
    settle(claim, pots, spent, day) {
      own = sumOfClaims([own, negativeClaim(claim)]);
      add(day, amountOf(pots, spent));
    },
    isReported: () => inRow.held.total === own.held.total && unreported.size === 0,
  };
};
