/**
 * A thread is one post-once job a part, chained by the ids: a repeat finds what is there and goes on where it broke. The
 * row says how far it is, also for another run of the flow that brings a corrected part.
 */
import { createHash, randomUUID } from "node:crypto";
import { ConnectorError } from "../connector/errors.ts";
import { inTurn } from "../posting/in-turn.ts";
import {
  createLeasedRows,
  type Lease,
  LeaseLostError,
  type LeaseOptions,
} from "../posting/leased-row.ts";
import { mayBeRepeated, tolerating } from "../posting/outcome.ts";
import { contentDigest, createPosting, type PostingCaller } from "../posting/posting.ts";
import { StoreUnavailableError } from "../store/store.ts";
import type { PostContent } from "../x/post-content.ts";
import { XError } from "../x/x-error.ts";
import {
  isPostBeforeGone,
  outOfTime,
  stillThreading,
  threadStopped,
  threadsUnknown,
} from "./thread-refusals.ts";
import {
  STOPPED_KEEP_MS,
  THREAD_KIND,
  THREAD_PARTITION,
  type ThreadProgress,
} from "./thread-row.ts";

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

export interface ThreadCaller extends PostingCaller {
  readonly identity: PostingCaller["identity"] & { readonly connectionId: string };
  readonly allowance: Allowance;
}

export interface Threads {
  /** Posts the parts, each as a reply to the one before it; answers with their ids. Rejects with ConnectorError. */
  publish(caller: ThreadCaller, parts: readonly PostContent[]): Promise<readonly string[]>;
}

export interface ThreadOptions extends LeaseOptions {
  readonly sleep: (ms: number) => Promise<void>;
}

interface Part {
  readonly content: PostContent;
  readonly digest: string;
}

const HOUR_MS = 60 * 60 * 1000;
/** What one post may take beside its media, which mind the time themselves. */
const PART_MS = 15_000;

const digestOf = (texts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex");

const idsOf = ({ made }: ThreadProgress): string[] => made.map(({ id }) => id);

/** How many of the posts that are there are still wanted. */
const wantedOf = ({ made }: ThreadProgress, parts: readonly Part[]): number => {
  const other = made.findIndex(({ part }, index) => parts[index]?.digest !== part);
  return other < 0 ? made.length : other;
};

/** A thread is told by who makes it, what it replies to and how it begins: what comes later may be corrected. */
const keyOf = ({ identity: { appId, userId } }: ThreadCaller, [first]: readonly Part[]) => ({
  partition: `${THREAD_PARTITION}-${userId}`,
  row: digestOf([appId, first?.digest ?? ""]),
});

/**
 * What the keys of its posts are made of. A repeat within a run finds them even where the thread's row is lost, or another
 * thread that begins alike has taken its place.
 */
const originOf = ({ runId }: ThreadCaller, parts: readonly Part[]): string =>
  runId === "" ? randomUUID() : digestOf([runId, ...parts.map(({ digest }) => digest)]);

/** None of the hour's posts was counted. */
const isRefused = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code !== "StateUnavailable";

export const createThreads = (options: ThreadOptions): Threads => {
  const { clock, sleep } = options;
  const rows = createLeasedRows(THREAD_KIND, options);
  // As long as a thread may be gone on with, none of its posts is made a second time.
  const posting = createPosting({ ...options, keepMs: STOPPED_KEEP_MS });

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

  const unusedOf = ({ reserved }: ThreadProgress, { identity }: ThreadCaller): number => {
    const isOfThisHour =
      reserved?.connection === identity.connectionId && reserved.at > clock() - HOUR_MS;
    return isOfThisHour ? reserved.count - reserved.used : 0;
  };

  const giveBack = async (caller: ThreadCaller, progress: ThreadProgress, used = 0) => {
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
    caller: ThreadCaller,
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
      if (there < parts.length)
        progress = await reserve(caller, lease, progress, parts.length - there);
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
      const parts: Part[] = [];
      for (const content of contents) parts.push({ content, digest: await contentDigest(content) });
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
