/** Ids as short text: the first one and the distances to the next, in base 36. A snowflake is 12 characters then, not 19. */
import * as z from "zod";

const BASE = 36;

const decodeDigits = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE)), 0n);

export const encodeId = (id: bigint): string => id.toString(BASE);

/** `ids` ascend. */
export const encodeIds = (ids: readonly bigint[]): string =>
  ids.map((id, index) => encodeId(id - (ids[index - 1] ?? 0n))).join(" ");

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

export const idText = z
  .string()
  .regex(/^[0-9a-z]{1,14}$/)
  .transform(decodeDigits);

export const idListText = z
  .string()
  .regex(/^[0-9a-z ]*$/)
  .transform(decodeIds);
