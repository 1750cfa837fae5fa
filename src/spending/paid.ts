/**
 * Which posts and users an instance has seen billed on a UTC day: the same is free until the day ends, whatever it cost.
 * Bounded, so what is forgotten counts once more. https://docs.x.com/x-api/getting-started/pricing#deduplication
 */
import { LRUCache } from "lru-cache";
import type { ReadKind } from "../x/billing.ts";

/** Some 10 MB. */
const REMEMBERED = 100_000;

export interface Paid {
  /** Those of `ids` that X bills now; from then on they are free. */
  take(app: string, day: string, kind: ReadKind, ids: readonly string[]): string[];
}

export const createPaid = (): Paid => {
  // As a set: what a key leads to says nothing. Room for `max` would be taken at once, which holds a cold start up.
  const paid = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: () => 1 });

  return {
    take(app, day, kind, ids) {
      return ids.filter((id) => {
        const key = `${app} ${day} ${kind} ${id}`;
        const isNew = paid.get(key) === undefined;
        if (isNew) paid.set(key, key);
        return isNew;
      });
    },
  };
};
