/** The times of up to 600 calls as one short text: the first in full, then each one's distance, in base 36. */
import * as z from "zod";
import type { RowFormat } from "../store/rows.ts";

const BASE = 36;

/** Epoch milliseconds, in the order of time. */
const encodeTimes = (times: readonly number[]): string =>
  times.map((time, index) => (time - (times[index - 1] ?? 0)).toString(BASE)).join(" ");

export const decodeTimes = (text: string): number[] => {
  let time = 0;
  return text.split(" ").map((part) => {
    time += Number.parseInt(part, BASE);
    return time;
  });
};

/** A row of such times, of one at least. */
export const callTimesRow: RowFormat<readonly number[]> = {
  schema: z
    .string()
    .regex(/^[0-9a-z]+( [0-9a-z]+)*$/)
    .transform(decodeTimes)
    .pipe(z.array(z.number().max(Number.MAX_SAFE_INTEGER))),
  write: encodeTimes,
};
