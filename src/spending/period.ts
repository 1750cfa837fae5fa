/** The UTC days and months that X bills by, as text: `2026-11-25` and `2026-11`. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** `now` is epoch milliseconds, here and below. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

export const monthOf = (day: string): string => day.slice(0, 7);

/** When the day after begins. */
export const nextDay = (now: number): number => (Math.floor(now / DAY_MS) + 1) * DAY_MS;

/** When the month that lies `months` later begins. */
export const monthAfter = (month: string, months: number): number => {
  const [year = 0, index = 1] = month.split("-").map(Number);
  return Date.UTC(year, index - 1 + months, 1);
};

/** Milliseconds to the nearest beginning of a day, before or after. */
export const fromMidnight = (now: number): number =>
  Math.min(now % DAY_MS, DAY_MS - (now % DAY_MS));
