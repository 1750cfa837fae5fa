/** Times calls: several kinds in turn, or many at once. */

export type Call = () => Promise<void>;

const timed = async (call: Call): Promise<number> => {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
};

/** Milliseconds of `count` calls of each kind, one after the other and in turn, so that all meet the same machine. */
export const timeInTurn = async (count: number, calls: readonly Call[]): Promise<number[][]> => {
  const times = calls.map((): number[] => []);
  for (let done = 0; done < count; done += 1) {
    for (const [index, call] of calls.entries()) times[index]?.push(await timed(call));
  }
  return times;
};

/** Milliseconds that `count` calls take together when `width` of them are always under way. */
export const timeTogether = (count: number, width: number, call: Call): Promise<number> => {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  return timed(async () => {
    await Promise.all(Array.from({ length: width }, lane));
  });
};
