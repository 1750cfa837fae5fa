/**
 * Posts once, however often and wherever the same post is asked for within the window: a repeat gets the first
 * answer, a concurrent one waits for it, and after an attempt whose outcome is not known X is asked for the post
 * before it is sent again. X itself has no idempotency key.
 */
import { ConnectorError, stateUnavailable } from "../connector/errors.ts";
import { type RowKey, StoreUnavailableError } from "../store/store.ts";
import type { XSession } from "../x/session.ts";
import { XError } from "../x/x-error.ts";
import { ANSWERING_MS, inTurn } from "./in-turn.ts";
import type { Lease, LeasedRows } from "./leased-row.ts";
import { isDefinite, mayBeRepeated, tolerating } from "./outcome.ts";
import { POST_WINDOW, type PostProgress } from "./post-row.ts";

/** One post, in steps. All may call X and reject with its errors. */
export interface PostJob {
  readonly key: RowKey;
  /**
   * Brings the media to X and answers with its id; left out when there is none. `known` is there already; `keep`
   * saves how far the work is.
   */
  prepare?(known: string | undefined, keep: (mediaId?: string) => Promise<void>): Promise<string>;
  send(mediaId: string | undefined): Promise<string>;
  /** Looks for the post; left out when it may be sent again without harm. */
  find?(mediaId: string | undefined, among: Among): Promise<string | undefined>;
  /** What is begun anew where what was posted is no longer there; undefined when it is. */
  anew(done: PostProgress): Promise<PostProgress | undefined>;
}

/** The user's posts that a look is for. */
export interface Among {
  /** Epoch milliseconds. */
  readonly since: number;
  /** The id of a post that they are newer than. */
  readonly after?: string | undefined;
}

export interface PostCaller {
  readonly x: XSession;
  notice(message: string): void;
}

export interface PostOnceOptions {
  readonly rows: LeasedRows<PostProgress>;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export type PostOnce = (caller: PostCaller, job: PostJob) => Promise<string>;

/**
 * After how long a post is in its author's timeline for sure. X shows 99 % of posts within 7 seconds:
 * https://docs.x.com/x-api/fundamentals/consuming-streaming-data
 */
export const SHOWN_AFTER_MS = 10_000;

const stillPosting = (): ConnectorError =>
  new ConnectorError(
    "XTimeout",
    `Another call is still making the same post. Call again within ${POST_WINDOW} for its outcome; nothing is posted twice.`,
  );

const notYetKnown = (): ConnectorError =>
  new ConnectorError(
    "XTimeout",
    `Whether X has posted is not known yet. Call again within ${POST_WINDOW} with the same content: nothing is posted twice.`,
  );

/** A code that the platform repeats the call for, whatever X's answer would have meant. */
const inDoubt = (error: XError): XError =>
  new XError(
    error.status >= 500 ? error.code : "XUnavailable",
    `${error.message} Whether X has posted is not known. Call again within ${POST_WINDOW} with the same content: nothing is posted twice.`,
    error.failure,
    error.options,
  );

/** X refuses a text or media that it has had, so this may be the answer to a post that was made after all. */
const mayHaveBeenMade = (error: unknown): boolean =>
  error instanceof XError && (error.status === 400 || error.status === 403);

const isFirstWriting = (lease: Lease<PostProgress>): boolean =>
  lease.inherited?.sentSince === undefined && lease.progress().sentSince !== undefined;

/** Since when, and until when, an attempt whose outcome is not known was on its way. */
type Doubt = Required<Pick<PostProgress, "sentSince">> &
  Pick<PostProgress, "givenUpAt" | "replaces">;

const doubtOf = ({ sentSince, givenUpAt, replaces }: PostProgress = {}): Doubt | undefined =>
  sentSince === undefined
    ? undefined
    : { sentSince, ...(givenUpAt && { givenUpAt }), ...(replaces && { replaces }) };

type Look = (
  job: PostJob,
  mediaId: string | undefined,
  doubt: Doubt,
  x: XSession,
) => Promise<string | undefined>;

export const createPostOnce = ({ rows, clock, sleep }: PostOnceOptions): PostOnce => {
  const settle = async (lease: Lease<PostProgress>, tweetId: string): Promise<string> => {
    const { undone } = lease.progress();
    await tolerating(lease.hand({ tweetId, ...(undone && { undone }) }));
    return tweetId;
  };

  /** Gives the lease back after a failure. `doubt` is there when an attempt's outcome stays unknown. */
  const release = (
    lease: Lease<PostProgress>,
    error: unknown,
    doubt: Doubt | undefined,
  ): Promise<void> => {
    const { mediaId } = lease.progress();
    const left: PostProgress = {
      ...doubt,
      ...(mediaId && (doubt || mayBeRepeated(error)) && { mediaId }),
    };
    return tolerating(Object.keys(left).length > 0 ? lease.hand(left) : lease.drop());
  };

  const lookOnce: Look = async (job, mediaId, { sentSince: since, replaces: after }) =>
    job.find?.(mediaId, { since, after });

  /** Not finding a post says something only when X has had the time to show it. */
  const lookTwice: Look = async (job, mediaId, doubt, x) => {
    const { givenUpAt = doubt.sentSince } = doubt;
    const wait = givenUpAt + SHOWN_AFTER_MS - clock();
    const made = await lookOnce(job, mediaId, doubt, x);
    if (made || !job.find || wait <= 0) return made;
    if (x.timeLeft() < wait + ANSWERING_MS) throw notYetKnown();
    await sleep(wait);
    return lookOnce(job, mediaId, doubt, x);
  };

  /** Everything up to the one call that cannot be taken back, which is written down before it is made. */
  const prepare = async (lease: Lease<PostProgress>, job: PostJob): Promise<string | undefined> => {
    const mediaId = await job.prepare?.(lease.progress().mediaId, (known) =>
      lease.update({ ...lease.progress(), ...(known && { mediaId: known }) }),
    );
    const { sentSince = clock() } = lease.progress();
    // The row of a new post without media has just been written like this.
    if (!isFirstWriting(lease)) await lease.update({ ...lease.progress(), sentSince });
    return mediaId;
  };

  /** What a failed sending means: the post's id when it was made all the same, or the error for the caller. */
  const resolve = async (
    lease: Lease<PostProgress>,
    job: PostJob,
    x: XSession,
    error: unknown,
  ): Promise<string> => {
    const now = clock();
    const { mediaId, sentSince = now, ...rest } = lease.progress();
    const earlier = doubtOf(lease.inherited);
    const isLost = !isDefinite(error);
    const doubt = isLost ? doubtOf({ ...rest, sentSince, givenUpAt: now }) : earlier;
    if (!doubt || !(isLost || mayHaveBeenMade(error))) {
      await release(lease, error, earlier);
      throw error;
    }
    // The same text would be refused when it is sent again, the same picture would not.
    const look = mediaId || !isLost ? lookTwice : lookOnce;
    const looked = await look(job, mediaId, doubt, x).then(
      (made) => ({ made }),
      () => undefined,
    );
    if (looked?.made) return settle(lease, looked.made);
    await release(lease, error, doubt);
    if (error instanceof XError && isLost) throw inDoubt(error);
    // A refusal is the answer to this sending; whether an earlier one was carried out is not known without a look.
    throw looked || isLost ? error : notYetKnown();
  };

  const carryOut = async (
    lease: Lease<PostProgress>,
    job: PostJob,
    x: XSession,
  ): Promise<string> => {
    const doubt = doubtOf(lease.inherited);
    const { mediaId: uploaded } = lease.inherited ?? {};
    const look = uploaded ? lookTwice : lookOnce;
    let mediaId: string | undefined;
    try {
      const made = doubt && (await look(job, uploaded, doubt, x));
      if (made) return await settle(lease, made);
      mediaId = await prepare(lease, job);
    } catch (error) {
      await release(lease, error, doubt);
      throw error;
    }
    try {
      return await settle(lease, await job.send(mediaId));
    } catch (error) {
      return resolve(lease, job, x, error);
    }
  };

  const attempt = ({ x, notice }: PostCaller, job: PostJob): Promise<string> =>
    inTurn({ rows, sleep }, x, {
      key: job.key,
      initial: job.prepare ? {} : { sentSince: clock() },
      goOnFrom: async (left) => (left.tweetId === undefined ? left : job.anew(left)),
      work: (lease) => carryOut(lease, job, x),
      resultOf({ tweetId = "" }) {
        notice(
          `The same was posted within the last ${POST_WINDOW}; this is its id, and nothing was posted again.`,
        );
        return tweetId;
      },
      stillBusy: stillPosting,
    });

  return async (caller, job) => {
    try {
      return await attempt(caller, job);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      throw stateUnavailable(
        "The connector cannot tell right now whether this was posted before, so it posts nothing. Try again in a moment.",
        error,
      );
    }
  };
};
