/** The hour's posts that a thread counts together before its first, so that it never stops in the middle for want of one. */
import type { Lease } from "../posting/leased-row.ts";
import { tolerating } from "../posting/outcome.ts";
import type { ThreadProgress } from "./thread-row.ts";

/** The posts of the hour that a call may count together. */
export interface Allowance {
  /**
   * Counts so many posts, or none; answers with the time that they are noted by. `isRepeat` tells that they may have been
   * counted before, at that time. Rejects with HourlyLimitReached, InvalidParameter or StateUnavailable.
   */
  reserve(wanted: {
    readonly count: number;
    readonly at: number;
    readonly isRepeat: boolean;
  }): Promise<number>;
  giveBack(unused: { readonly count: number; readonly at: number }): Promise<void>;
}

/** Whose hour it is. */
export interface AllowanceHolder {
  readonly identity: { readonly connectionId: string };
  readonly allowance: Allowance;
}

const HOUR_MS = 60 * 60 * 1000;

export const createReservations = (clock: () => number) => {
  const unusedOf = ({ reserved }: ThreadProgress, { identity }: AllowanceHolder): number => {
    const isOfThisHour =
      reserved?.connection === identity.connectionId && reserved.at > clock() - HOUR_MS;
    return isOfThisHour ? reserved.count - reserved.used : 0;
  };

  const giveBack = async (caller: AllowanceHolder, progress: ThreadProgress, used = 0) => {
    const count = unusedOf(progress, caller) - used;
    if (!progress.reserved || count <= 0) return;
    const { at } = progress.reserved;
    await tolerating(caller.allowance.giveBack({ count, at }));
  };

  /**
   * Counts what is left to be posted. The row says so before it is done, so that a process that dies in between leaves
   * nothing counted that a repeat would not find.
   */
  const reserve = async (
    caller: AllowanceHolder,
    lease: Lease<ThreadProgress>,
    progress: ThreadProgress,
    missing: number,
  ): Promise<ThreadProgress> => {
    const { connectionId: connection } = caller.identity;
    const { reserved: before, ...rest } = progress;
    const isThere = before !== undefined && unusedOf(progress, caller) === missing;
    if (!isThere) await giveBack(caller, progress);
    const wanted = isThere ? before : { connection, at: clock(), count: missing, used: 0 };
    await lease.update({ ...rest, reserved: wanted });
    const { count } = wanted;
    const at = await caller.allowance.reserve({ count, at: wanted.at, isRepeat: isThere });
    const reserved = { ...rest, reserved: { ...wanted, at } };
    if (at !== wanted.at) await lease.update(reserved);
    return reserved;
  };

  return { giveBack, reserve };
};
