/** What the times of the hour's calls become when calls are counted, counted together, or given back. */

/** Calls that are counted together before the first is made, so that all of them fit or none. */
export interface Reserved {
  readonly count: number;
  /** Epoch milliseconds, by which the calls are told apart from others. */
  readonly at: number;
}

/** The times in their order, changed; undefined when there is no room. `now` is not before the last of them. */
export type HourChange = (times: readonly number[], now: number) => readonly number[] | undefined;

export const adding =
  (count: number, most: number): HourChange =>
  (times, now) =>
    times.length + count > most ? undefined : [...times, ...Array<number>(count).fill(now)];

/**
 * Notes them by the time that their owner has written down, for a repeat to find them, or by the last one where that is
 * later.
 */
export const addingAt =
  ({ count, at }: Reserved, most: number): HourChange =>
  (times) =>
    adding(count, most)(times, Math.max(at, times.at(-1) ?? at));

/** Adds nothing where it has been done before, by somebody who died before he could tell. */
export const addingOnce = ({ count, at }: Reserved, most: number): HourChange => {
  const add = adding(count, most);
  return (times, now) =>
    times.filter((time) => time === at).length >= count ? times : add(times, now);
};

export const without =
  ({ count, at }: Reserved): HourChange =>
  (times) => {
    let left = count;
    const kept = times.filter((time) => {
      const isUnused = time === at && left > 0;
      if (isUnused) left -= 1;
      return !isUnused;
    });
    return kept.length === times.length ? times : kept;
  };
