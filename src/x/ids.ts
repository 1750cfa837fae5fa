/**
 * X's ids are snowflakes: 64-bit integers with the time of their making in the upper bits.
 * https://docs.x.com/fundamentals/x-ids
 */

const EPOCH_MS = 1288834974657n;
const TIME_SHIFT = 22n;

/** The smallest id that a post made at `epochMs` can have. */
export const snowflakeAt = (epochMs: number): bigint => (BigInt(epochMs) - EPOCH_MS) << TIME_SHIFT;

/** When the post of this id was made, in epoch milliseconds. */
export const snowflakeTime = (id: string): number => Number((BigInt(id) >> TIME_SHIFT) + EPOCH_MS);
