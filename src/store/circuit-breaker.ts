/**
 * Leaves a store that fails or hangs alone for a while, so that it slows nobody: the call that finds out waits for it,
 * the others fail at once until one of them tries again. It repeats nothing, so a write stays one write.
 */
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleType } from "cockatiel";
import { type Store, StoreUnavailableError } from "./store.ts";

/** As long as callers are told to wait. */
export const LEFT_ALONE_MS = 10_000;
/** An operation that fails has been tried several times already. */
const FAILURES = 1;

export const withCircuitBreaker = (store: Store): Store => {
  const breaker = circuitBreaker(handleType(StoreUnavailableError), {
    halfOpenAfter: LEFT_ALONE_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });

  const guarded =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await breaker.execute(() => call(...args));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const { error: cause } = Object(breaker.lastFailure) as { error?: Error };
        throw new StoreUnavailableError(`Left alone for a while: ${cause?.message}`, { cause });
      }
    };

  return {
    read: guarded(store.read),
    create: guarded(store.create),
    replace: guarded(store.replace),
    delete: guarded(store.delete),
    list: guarded(store.list),
    setAside: guarded(store.setAside),
    // Nobody waits for the timer, which has its own patience.
    purgeExpired: store.purgeExpired,
  };
};
