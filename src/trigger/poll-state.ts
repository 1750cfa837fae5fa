/** What a trigger remembers between polls. It travels sealed in the address of the next poll, so it is kept short. */
import * as z from "zod";

const BASE = 36;

/** Ids as the first one and the distances to the next, in base 36: a snowflake is 12 characters then, not 19. */
const encodeIds = (ids: readonly bigint[]): string =>
  ids.map((id, index) => (id - (ids[index - 1] ?? 0n)).toString(BASE)).join(" ");

const decodeDigits = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE)), 0n);

const decodeIds = (text: string): bigint[] => {
  let id = 0n;
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      id += decodeDigits(part);
      return id;
    });
};

const idList = z
  .string()
  .regex(/^[0-9a-z ]*$/)
  .transform(decodeIds);
const id = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);

export const pollStateSchema = z.object({
  /** The search text that it belongs to, as a digest. */
  key: z.string(),
  /** When the last poll ran, in epoch milliseconds. */
  at: z.number(),
  /** What is older was there before the trigger was. */
  from: id,
  /** Up to here X was read. */
  readTo: id,
  /** Read and not yet handed out, the oldest first. */
  backlog: idList,
  /** Handed out, and within the overlap of the next read; in ascending order. */
  seen: idList,
});

export type PollState = z.output<typeof pollStateSchema>;

/** As plain JSON, for sealing and for the store. */
export const encodePollState = ({ key, at, from, readTo, backlog, seen }: PollState) => ({
  key,
  at,
  from: String(from),
  readTo: String(readTo),
  backlog: encodeIds(backlog),
  seen: encodeIds(seen),
});
