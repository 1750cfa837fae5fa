/**
 * How many requests run and wait at once: maxConcurrentRequests and maxOutstandingRequests of host.json.
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook#hostjson-settings
 */

export interface RequestQueue {
  /** Resolves when the request may run; undefined when there is no place left to wait. */
  enter(): Promise<void> | undefined;
  /** Called once for every request that entered, when it is done. */
  leave(): void;
}

export const createRequestQueue = (limits: {
  readonly maxConcurrentRequests: number;
  readonly maxOutstandingRequests: number;
}): RequestQueue => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    enter: () => {
      if (running + waiting.length >= limits.maxOutstandingRequests) return undefined;
      if (running < limits.maxConcurrentRequests) {
        running += 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    },
  };
};
