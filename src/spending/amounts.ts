/** Micro-dollars: in all, and of each pot. */
import * as z from "zod";

export const amountsSchema = z.object({
  total: z.int(),
  pots: z.record(z.string(), z.int()),
});

export type Amounts = Readonly<z.output<typeof amountsSchema>>;

export const NOTHING: Amounts = { total: 0, pots: {} };

/** The same amount of each pot. */
export const amountOf = (pots: readonly string[], amount: number): Amounts => ({
  total: amount,
  pots: Object.fromEntries(pots.map((pot) => [pot, amount])),
});

export const sumOfAmounts = (parts: readonly Amounts[]): Amounts => {
  const pots: Record<string, number> = {};
  for (const part of parts) {
    for (const [pot, amount] of Object.entries(part.pots)) pots[pot] = (pots[pot] ?? 0) + amount;
  }
  return { total: parts.reduce((sum, { total }) => sum + total, 0), pots };
};

export const negative = ({ total, pots }: Amounts): Amounts => ({
  total: -total,
  pots: Object.fromEntries(Object.entries(pots).map(([pot, amount]) => [pot, -amount])),
});

export interface Claimed {
  /** What calls under way can come to, at most. */
  readonly held: Amounts;
}

export const NONE_CLAIMED: Claimed = { held: NOTHING };

export const sumOfClaims = (parts: readonly Claimed[]): Claimed => ({
  held: sumOfAmounts(parts.map(({ held }) => held)),
});

export const negativeClaim = ({ held }: Claimed): Claimed => ({ held: negative(held) });
