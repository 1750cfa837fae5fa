/** Chance that is the same in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */

export interface Random {
  /** 0 up to, but not, 1. */
  next(): number;
  /** A whole number below `end`. */
  below(end: number): number;
  pick<T>(all: readonly T[]): T;
}

export const createRandom = (seed: number): Random => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    below: (end) => Math.floor(next() * end),
    pick(all) {
      const picked = all[Math.floor(next() * all.length)];
      if (picked === undefined) throw new Error("There is nothing to pick from.");
      return picked;
    },
  };
};
