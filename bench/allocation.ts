/** What of its heap a process of the bench takes for one call, in a process whose young generation takes it all. */
import { type Child, startChild } from "./child.ts";
import type { Call } from "./timing.ts";

const WARM_UP = 100;
const CALLS = 20;
const TRIES = 5;
/** Above what so many calls take, so that nothing is collected while it is counted. */
const NURSERY = ["--min-semi-space-size=256", "--max-semi-space-size=256"];

export const startCountedChild = (file: string, env: Readonly<Record<string, string>>) =>
  startChild(file, env, NURSERY);

/** Bytes a call; undefined when the engine collected every time. */
export const bytesPerCall = async (child: Child, call: Call): Promise<number | undefined> => {
  for (let done = 0; done < WARM_UP; done += 1) await call();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = await child.memory();
    for (let done = 0; done < CALLS; done += 1) await call();
    const after = await child.memory();
    if (after.collections === before.collections) {
      return (after.heapBytes - before.heapBytes) / CALLS;
    }
  }
  return undefined;
};
