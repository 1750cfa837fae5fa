/** What was spent at X, as *Get spending* answers it, in US dollars. */
import type { Answer } from "../calls/answer.ts";

export interface Sum {
  readonly name: string;
  readonly today: number;
  readonly month: number;
  readonly calls: number;
}

export interface DaySpent {
  /** Such as 2026-11-25. */
  readonly day: string;
  readonly operation: string;
  readonly spent: number;
}

export interface Budget {
  /** Whose and for what: `connection day`. */
  readonly name: string;
  readonly limit: number;
  readonly spent: number;
  readonly left: number;
  readonly beginsAnew: string;
}

export interface Spent {
  readonly today: number;
  readonly month: number;
  readonly calls: number;
  readonly connectionToday: number;
  readonly connectionMonth: number;
  /** The most first. */
  readonly operations: readonly Sum[];
  readonly days: readonly DaySpent[];
  readonly budgets: readonly Budget[];
  readonly pricesOf: string;
}

type Told = Readonly<Record<string, unknown>>;

/** Whole numbers are read as bigint. */
const figure = (record: Told, key: string): number => Number(record[key] ?? 0);
const word = (record: Told, key: string): string => String(record[key] ?? "");
const records = (record: Told, key: string): readonly Told[] => {
  const list = record[key];
  return Array.isArray(list) ? list : [];
};

const sumOf = (record: Told): Sum => ({
  name: word(record, "Operation"),
  today: figure(record, "SpentToday"),
  month: figure(record, "SpentThisMonth"),
  calls: figure(record, "CallsThisMonth"),
});

export const spentOf = ({ json }: Answer): Spent => {
  const told = Object(json) as Told;
  return {
    today: figure(told, "SpentToday"),
    month: figure(told, "SpentThisMonth"),
    calls: figure(told, "CallsThisMonth"),
    connectionToday: figure(told, "ConnectionSpentToday"),
    connectionMonth: figure(told, "ConnectionSpentThisMonth"),
    operations: records(told, "ByOperation").map(sumOf),
    days: records(told, "ByDay").map((each) => ({
      day: word(each, "Day"),
      operation: word(each, "Operation"),
      spent: figure(each, "Spent"),
    })),
    budgets: records(told, "Budgets").map((each) => ({
      name: word(each, "Budget"),
      limit: figure(each, "Limit"),
      spent: figure(each, "Spent"),
      left: figure(each, "Left"),
      beginsAnew: word(each, "BeginsAnew"),
    })),
    pricesOf: word(told, "PricesOf"),
  };
};
