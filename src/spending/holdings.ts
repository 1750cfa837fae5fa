/** What one instance holds of an app's budgets for calls under way, and what it has spent without having told so yet. */

/** Micro-dollars: in all, and of each pot. */
export interface Amounts {
  readonly total: number;
  readonly pots: Readonly<Record<string, number>>;
}

/** The sum. */
export const amountsOf = (parts: readonly Amounts[]): Amounts => {
  const pots: Record<string, number> = {};
  for (const part of parts) {
    for (const [pot, amount] of Object.entries(part.pots)) pots[pot] = (pots[pot] ?? 0) + amount;
  }
  return { total: parts.reduce((sum, { total }) => sum + total, 0), pots };
};

const negative = ({ total, pots }: Amounts): Amounts => ({
  total: -total,
  pots: Object.fromEntries(Object.entries(pots).map(([pot, amount]) => [pot, -amount])),
});

/** The same amount of each pot. */
export const amountOf = (pots: readonly string[], amount: number): Amounts => ({
  total: amount,
  pots: Object.fromEntries(pots.map((pot) => [pot, amount])),
});

export interface Holdings {
  /** The pots that it has to do with. */
  pots(): readonly string[];
  /** What is held, `more` included. */
  held(more: Amounts): Amounts;
  /** By UTC day. */
  unreported(): ReadonlyMap<string, Amounts>;
  /** The row now holds `claimed`, of which `taken` is new, and has `reported` spent. */
  written(taken: Amounts, claimed: Amounts, reported: ReadonlyMap<string, Amounts>): void;
  /** A call that `amount` was held for came to `spent` on a day. */
  settle(pots: readonly string[], amount: number, spent: number, day: string): void;
  /** The row holds all there is to tell. */
  isReported(): boolean;
}

const NOTHING: Amounts = { total: 0, pots: {} };

export const createHoldings = (): Holdings => {
  let held = NOTHING;
  let inRow = NOTHING;
  const unreported = new Map<string, Amounts>();
  const add = (day: string, amounts: Amounts): void => {
    const sum = amountsOf([unreported.get(day) ?? NOTHING, amounts]);
    if (sum.total === 0) unreported.delete(day);
    else unreported.set(day, sum);
  };
  return {
    pots: () => [...unreported.values()].flatMap(({ pots }) => Object.keys(pots)),
    held: (more) => amountsOf([held, more]),
    unreported: () => new Map(unreported),
    written(taken, claimed, reported) {
      held = amountsOf([held, taken]);
      inRow = claimed;
      for (const [day, amounts] of reported) add(day, negative(amounts));
    },
    settle(pots, amount, spent, day) {
      held = amountsOf([held, negative(amountOf(pots, amount))]);
      add(day, amountOf(pots, spent));
    },
    isReported: () => inRow.total === held.total && unreported.size === 0,
  };
};
