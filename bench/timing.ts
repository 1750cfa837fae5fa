/** Times calls: two kinds in turn, or many at once. */

export type Call = () => Promise<void>;

const timed = async (call: Call): Promise<number> => {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
};

/** Milliseconds of `count` calls of each kind, one after the other and in turn, so that both meet the same machine. */
export const timeInTurn = async (
  count: number,
  first: Call,
  second: Call,
): Promise<{ readonly first: number[]; readonly second: number[] }> => {
  const times = { first: [] as number[], second: [] as number[] };
  for (let done = 0; done < count; done += 1) {
    times.first.push(await timed(first));
    times.second.push(await timed(second));
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
