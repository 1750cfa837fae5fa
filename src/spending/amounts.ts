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

/** What calls under way can come to. */
export interface Claimed {
  /** At most. */
  readonly held: Amounts;
  /** In their cheapest form: what counts of it when nobody hears of them any more. */
  readonly least: Amounts;
}

export const NONE_CLAIMED: Claimed = { held: NOTHING, least: NOTHING };

export const sumOfClaims = (parts: readonly Claimed[]): Claimed => ({
  held: sumOfAmounts(parts.map(({ held }) => held)),
  least: sumOfAmounts(parts.map(({ least }) => least)),
});

export const negativeClaim = ({ held, least }: Claimed): Claimed => ({
  held: negative(held),
  least: negative(least),
});
