/**
 * A thread is one post-once job a part, chained by the ids: a repeat finds what is there and goes on where it broke. The
 * row says how far it is, also for another run of the flow that brings a corrected part.
 */
import { randomUUID } from "node:crypto";
import { ConnectorError } from "../connector/errors.ts";
import { inTurn } from "../posting/in-turn.ts";
import {
  createLeasedRows,
  type Lease,
  LeaseLostError,
  type LeaseOptions,
} from "../posting/leased-row.ts";
import { mayBeRepeated, tolerating } from "../posting/outcome.ts";
import { LONGEST_WINDOW_MS } from "../posting/post-row.ts";
import { createPosting, type PostingCaller } from "../posting/posting.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { PostContent } from "../x/post-content.ts";
import { XError } from "../x/x-error.ts";
import { digested, keyOf, originOf, type Part, wantedOf } from "./thread-identity.ts";
import {
  isPostBeforeGone,
  outOfTime,
  stillThreading,
  threadStopped,
  threadsUnknown,
} from "./thread-refusals.ts";
import { type AllowanceHolder, createReservations } from "./thread-reservation.ts";
import { THREAD_KIND, type ThreadProgress } from "./thread-row.ts";

export type ThreadCaller = PostingCaller & AllowanceHolder;

export interface Threads {
  /** Posts the parts, each as a reply to the one before it; answers with their ids. Rejects with ConnectorError. */
  publish(caller: ThreadCaller, parts: readonly PostContent[]): Promise<readonly string[]>;
}

export interface ThreadOptions extends LeaseOptions {
  readonly sleep: (ms: number) => Promise<void>;
}

/** What one post may take beside its media, which mind the time themselves. */
const PART_MS = 15_000;

const idsOf = ({ made }: ThreadProgress): string[] => made.map(({ id }) => id);

/** None of the hour's posts was counted. */
const isRefused = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code !== "StateUnavailable";

export const createThreads = (options: ThreadOptions): Threads => {
  const { clock, sleep } = options;
  const rows = createLeasedRows(THREAD_KIND, options);
  const { giveBack, reserve } = createReservations(clock);
  // As long as a thread may be gone on with, none of its posts is made a second time.
  const posting = createPosting({ ...options, keepMs: LONGEST_WINDOW_MS });

  const anew = (caller: ThreadCaller, parts: readonly Part[]): ThreadProgress => ({
    run: caller.runId,
    origin: originOf(caller, parts),
    made: [],
  });

  /** How many posts stand before the first that was deleted. */
  const standing = async (caller: ThreadCaller, { made }: ThreadProgress): Promise<number> => {
    const deleted = await Promise.all(made.map(({ id }) => posting.isDeleted(caller, id)));
    const first = deleted.indexOf(true);
    return first < 0 ? made.length : first;
  };

  const goOnFrom = async (
    caller: ThreadCaller,
    left: ThreadProgress,
    parts: readonly Part[],
  ): Promise<ThreadProgress | undefined> => {
    const { isDone = false, ...rest } = left;
    const { runId: run } = caller;
    const wanted = wantedOf(left, parts);
    const isSame = left.run === run && wanted === parts.length && wanted === left.made.length;
    if (isDone && !isSame) return anew(caller, parts);
    const there = Math.min(wanted, await standing(caller, left));
    if (isDone && there === parts.length) return undefined;
    return { ...rest, run, made: left.made.slice(0, there) };
  };

  const stop = async (
    caller: ThreadCaller,
    lease: Lease<ThreadProgress>,
    progress: ThreadProgress,
    error: unknown,
  ): Promise<void> => {
    if (mayBeRepeated(error)) return tolerating(lease.hand(progress));
    // What X refused was a call all the same.
    await giveBack(caller, progress, error instanceof XError ? 1 : 0);
    const { reserved: _, ...rest } = progress;
    const { made } = progress;
    if (error instanceof XError && isPostBeforeGone(error, idsOf(progress))) {
      return tolerating(lease.hand({ ...rest, made: made.slice(0, -1), origin: randomUUID() }));
    }
    return tolerating(made.length > 0 ? lease.hand(rest) : lease.drop());
  };

  const postOne = async (
    caller: ThreadCaller,
    lease: Lease<ThreadProgress>,
    progress: ThreadProgress,
    { content, digest }: Part,
  ): Promise<ThreadProgress> => {
    const replyTo = progress.made.at(-1)?.id ?? content.replyTo;
    const id = await posting.post(
      { ...caller, runId: progress.origin, notice: () => undefined },
      { ...content, ...(replyTo && { replyTo }) },
    );
    const { reserved } = progress;
    const next: ThreadProgress = {
      ...progress,
      made: [...progress.made, { part: digest, id }],
      ...(reserved && { reserved: { ...reserved, used: reserved.used + 1 } }),
    };
    try {
      await lease.update(next);
    } catch (error) {
      // The post itself is written down, or found by a look.
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
    return next;
  };

  const carryOut = async (
    caller: ThreadCaller,
    lease: Lease<ThreadProgress>,
    parts: readonly Part[],
  ): Promise<readonly string[]> => {
    let progress = lease.progress();
    const there = progress.made.length;
    if (there > 0) {
      caller.notice(`${there} of ${parts.length} posts were there; the thread went on after them.`);
    }
    try {
      const missing = parts.length - there;
      if (missing > 0) progress = await reserve(caller, lease, progress, missing);
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      const { reserved: _, ...rest } = progress;
      // Where the store failed, the posts may have been counted: then a repeat finds them.
      if (!isRefused(error)) await tolerating(lease.hand(lease.progress()));
      else await tolerating(there > 0 ? lease.hand(rest) : lease.drop());
      throw error;
    }
    for (const [index, part] of parts.entries()) {
      if (index < there) continue;
      const at = { index, count: parts.length, ids: idsOf(progress) };
      try {
        if (caller.x.timeLeft() < PART_MS) throw outOfTime();
        progress = await postOne(caller, lease, progress, part);
      } catch (error) {
        if (error instanceof LeaseLostError) throw error;
        await stop(caller, lease, progress, error);
        throw threadStopped(error, at);
      }
    }
    await tolerating(lease.hand({ ...progress, isDone: true }));
    return idsOf(progress);
  };

  return {
    async publish(caller, contents) {
      const parts = await digested(contents);
      try {
        return await inTurn({ rows, sleep }, caller.x, {
          key: keyOf(caller, parts),
          initial: anew(caller, parts),
          goOnFrom: (left) => goOnFrom(caller, left, parts),
          work: (lease) => carryOut(caller, lease, parts),
          resultOf(done) {
            caller.notice(
              "The same thread was posted before; these are its ids, and nothing was posted again.",
            );
            return idsOf(done);
          },
          stillBusy: stillThreading,
        });
      } catch (error) {
        throw error instanceof StoreUnavailableError ? threadsUnknown(error) : error;
      }
    },
  };
};
