/**
 * What bounds an app's spending, as one row that all instances share: what each pot has spent today and this month, and
 * what each instance holds for calls under way. A pot is the app itself, or a connection that has a limit of its own.
 */
import * as z from "zod";
import { jsonRow, type RowFormat } from "../store/rows.ts";
import { amountsSchema, type Claimed } from "./amounts.ts";
import { dayOf, monthOf } from "./period.ts";

/** The app's own pot; connections' are named by their digests. */
export const APP_POT = "app";

/** Micro-dollars a UTC day and month; undefined where nothing is set. */
export interface Limits {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
}

/** A limit that a connection has set itself. */
export interface ConnectionLimit extends Limits {
  /** Epoch milliseconds: by then every instance knows of it. */
  readonly from: number;
}

export interface Pot {
  /** Micro-dollars spent, today and this month. */
  readonly day: number;
  readonly month: number;
  readonly limit?: ConnectionLimit | undefined;
  /** What the ledger holds of the month is in it. */
  readonly isCounted: boolean;
}

/** What an instance holds for calls under way. */
export interface Claim extends Claimed {
  /** Epoch milliseconds; an instance that has not told of itself until then has ended. */
  readonly until: number;
}

export interface BudgetRow {
  /** The UTC day that the pots stand at. */
  readonly day: string;
  readonly pots: Readonly<Record<string, Pot>>;
  readonly claims: Readonly<Record<string, Claim>>;
}

const limitText = z.object({
  day: z.int().optional(),
  month: z.int().optional(),
  from: z.number(),
});

export const budgetRow: RowFormat<BudgetRow> = jsonRow(
  z.object({
    day: z.string(),
    pots: z.record(
      z.string(),
      z.object({
        day: z.int(),
        month: z.int(),
        limit: limitText.optional(),
        isCounted: z.boolean(),
      }),
    ),
    claims: z.record(
      z.string(),
      z.object({ until: z.number(), held: amountsSchema, least: amountsSchema }),
    ),
  }),
);

export const EMPTY_POT: Pot = { day: 0, month: 0, isCounted: false };

const mapPots = (row: BudgetRow, change: (pot: Pot, name: string) => Pot): BudgetRow => ({
  ...row,
  pots: Object.fromEntries(
    Object.entries(row.pots).map(([name, pot]) => [name, change(pot, name)]),
  ),
});

export const withPot = (row: BudgetRow, name: string, pot: Pot): BudgetRow => ({
  ...row,
  pots: { ...row.pots, [name]: pot },
});

/** The row on `day`: what was spent before counts no more. An earlier day than the row's changes nothing. */
export const turnedTo = (row: BudgetRow, day: string): BudgetRow => {
  if (day <= row.day) return row;
  const isSameMonth = monthOf(day) === monthOf(row.day);
  const turned = mapPots(row, (pot) => ({ ...pot, day: 0, month: isSameMonth ? pot.month : 0 }));
  return { ...turned, day };
};

/** Adds what was spent on a day, by pot: to the month alone where the row stands at a later day. */
export const withSpent = (
  row: BudgetRow,
  spent: Readonly<Record<string, number>>,
  day: string,
): BudgetRow =>
  mapPots(row, (pot, name) => {
    const amount = spent[name] ?? 0;
    return {
      ...pot,
      day: pot.day + (day >= row.day ? amount : 0),
      month: pot.month + (monthOf(day) >= monthOf(row.day) ? amount : 0),
    };
  });

/**
 * Of what other instances held that have ended, counts as spent what their calls come to in their cheapest form, because X
 * may have billed it, on the day they may have ended; the rest is free again.
 */
export const withoutLapsed = (row: BudgetRow, own: string, now: number): BudgetRow => {
  const isLapsed = ([name, { until }]: [string, Claim]) => name !== own && until <= now;
  const claims = Object.entries(row.claims);
  const counted = claims
    .filter(isLapsed)
    .reduce((sum, [, { least, until }]) => withSpent(sum, least.pots, dayOf(until)), row);
  return { ...counted, claims: Object.fromEntries(claims.filter((each) => !isLapsed(each))) };
};

/** What is held of a pot, by all instances. */
export const heldOf = ({ claims }: BudgetRow, pot: string): number =>
  Object.values(claims).reduce((sum, { held }) => sum + (held.pots[pot] ?? 0), 0);
