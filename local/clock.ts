/** Time that a test or a person can move, for the whole process. */

export interface MovableClock {
  /** Epoch milliseconds. */
  now(): number;
  advance(ms: number): void;
  set(epochMs: number): void;
}

const RealDate = Date;

/** Real time plus an offset. */
export const createMovableClock = (base: () => number = RealDate.now): MovableClock => {
  let offset = 0;
  return {
    now: () => base() + offset,
    advance(ms) {
      offset += ms;
    },
    set(epochMs) {
      offset = epochMs - base();
    },
  };
};

/** Lets the process's Date follow the clock, the built app's included. Answers how to undo it. */
export const patchGlobalDate = (clock: MovableClock): (() => void) => {
  const Patched = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [clock.now()], newTarget),
    apply: () => new RealDate(clock.now()).toString(),
    get: (target, key) => (key === "now" ? () => clock.now() : Reflect.get(target, key)),
  });
  globalThis.Date = Patched;
  return () => {
    globalThis.Date = RealDate;
  };
};
