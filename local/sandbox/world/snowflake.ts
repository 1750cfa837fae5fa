/** X's ids: milliseconds since X's epoch, 22 bits up, and a sequence below. https://docs.x.com/fundamentals/x-ids */

const X_EPOCH_MS = 1288834974657n;
const SEQUENCE_BITS = 22n;

/** The smallest id of a millisecond. */
export const snowflakeAt = (epochMs: number): bigint =>
  (BigInt(Math.floor(epochMs)) - X_EPOCH_MS) << SEQUENCE_BITS;

/** When an id was made, in epoch milliseconds. */
export const timeOf = (id: bigint): number => Number((id >> SEQUENCE_BITS) + X_EPOCH_MS);

/** Makes ids that are unique, and that increase with the clock. */
export const createIds = (now: () => number): ((at?: number) => string) => {
  let sequence = 0n;
  return (at = now()) => {
    sequence = (sequence + 1n) % (1n << SEQUENCE_BITS);
    return String(snowflakeAt(at) + sequence);
  };
};
