/** Order statistics of measurements. */

/** The value that `share` (0 to 1) of the values do not exceed. Throws for no values. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("There is no quantile of nothing.");
  return value;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
