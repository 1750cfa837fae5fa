/**
 * Changes of one row that come while a write is under way share the next write, so that instances contend for the row,
 * and not calls.
 */

/** Under contention a write is tried again after up to this long. */
const JITTER_MS = 25;

/** Somebody who waits for a change. */
export interface Taker<T, R> {
  readonly wanted: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Those who share a write. */
export type Takers<T, R> = readonly [Taker<T, R>, ...Taker<T, R>[]];

/** Answers whether the write succeeded, and then has told every taker; false is a race that was lost. */
export type WriteFor<T, R> = (key: string, takers: Takers<T, R>) => Promise<boolean>;

/** A rejection of `write` is told to all takers of that write. */
export const createBatches = <T, R>(
  write: WriteFor<T, R>,
  sleep: (ms: number) => Promise<void>,
): ((key: string, wanted: T) => Promise<R>) => {
  const queues = new Map<string, Taker<T, R>[]>();

  const drain = async (key: string, queue: Taker<T, R>[]) => {
    for (;;) {
      const [first, ...others] = queue.splice(0);
      if (!first) break;
      const takers = [first, ...others] as const;
      try {
        while (!(await write(key, takers))) await sleep(Math.random() * JITTER_MS);
      } catch (error) {
        for (const { reject } of takers) reject(error);
      }
    }
    queues.delete(key);
  };

  return (key, wanted) =>
    new Promise((resolve, reject) => {
      const underWay = queues.get(key);
      if (underWay) {
        underWay.push({ wanted, resolve, reject });
        return;
      }
      const queue = [{ wanted, resolve, reject }];
      queues.set(key, queue);
      void drain(key, queue);
    });
};
