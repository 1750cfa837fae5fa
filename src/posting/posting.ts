/** Tweets and retweets that happen once: what makes two of them the same, and how each is made and found again. */
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ConnectorError } from "../connector/errors.ts";
import type { Store } from "../store/store.ts";
import { isProcessed, type Media, mediaStatus, uploadMedia } from "../x/media-upload.ts";
import { findOwnPost, isPostOf } from "../x/own-posts.ts";
import { hasText } from "../x/post-text.ts";
import { createPost, retweet } from "../x/posts.ts";
import type { XSession } from "../x/session.ts";
import { explainLength } from "../x/text-refusal.ts";
import { XError } from "../x/x-error.ts";
import { createPostOnce, type PostCaller, type PostJob } from "./post-once.ts";
import { createPostRows, type Every, POST_WINDOW } from "./post-row.ts";

export interface PostingCaller extends PostCaller {
  readonly identity: { readonly appId: string; readonly userId: string };
  /** The platform's id of the flow's run; a retry has its run's, another run has its own. Empty when it gives none. */
  readonly runId: string;
}

export interface TweetContent {
  /** Empty when only media is posted. */
  readonly text: string;
  readonly media: Media | undefined;
}

/** Both answer with the id of the post and reject with ConnectorError. */
export interface Posting {
  tweet(caller: PostingCaller, content: TweetContent): Promise<string>;
  retweet(caller: PostingCaller, tweetId: string): Promise<string>;
}

export interface PostingOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long a post stays with a process that no longer tells of it. */
  readonly leaseMs: number;
  readonly every: Every;
}

/** Begins the partition of each user. */
export const POST_PARTITION = "post";
const HASH = "sha256";
const HASHED_AT_ONCE = 4 * 1024 * 1024;

/** In pieces, so that other calls have their turn. */
const digestOf = async (bytes: Buffer): Promise<string> => {
  const hash = createHash(HASH);
  for (let start = 0; start < bytes.length; start += HASHED_AT_ONCE) {
    hash.update(bytes.subarray(start, start + HASHED_AT_ONCE));
    await nextTurn();
  }
  return hash.digest("hex");
};

/** Both connections of a user share it. */
const keyOf = (
  { identity: { userId, appId }, runId }: PostingCaller,
  content: readonly string[],
): PostJob["key"] => ({
  partition: `${POST_PARTITION}-${userId}`,
  row: createHash(HASH)
    .update(JSON.stringify([appId, runId, ...content]))
    .digest("hex"),
});

const stillProcessing = (): ConnectorError =>
  new ConnectorError(
    "XTimeout",
    `X is still processing the media, and nothing was posted. Call again within ${POST_WINDOW} with the same text and media: it is not uploaded again.`,
  );

/** X's refusal of a text that the account has posted before, with the id of that post when it is among the newest. */
const withExistingId = async (x: XSession, userId: string, text: string, error: XError) => {
  const existing = await findOwnPost(x, userId, (post) => hasText(post, text)).catch(
    () => undefined,
  );
  if (!existing) return error;
  const message = `${error.message} It is the tweet ${existing}.`;
  const extra = { existingTweetId: existing };
  return new XError(error.code, message, error.failure, { ...error.options, extra });
};

export const createPosting = (options: PostingOptions): Posting => {
  const { clock, sleep } = options;
  const postOnce = createPostOnce({ rows: createPostRows(options), clock, sleep });

  const bringMedia = async (
    x: XSession,
    media: Media,
    known: string | undefined,
    keep: (mediaId?: string) => Promise<void>,
  ): Promise<string> => {
    const options = { sleep, onProgress: keep };
    if (known && media.category === "tweet_image") return known;
    const uploaded = known ? await mediaStatus(x, known) : await uploadMedia(x, media, options);
    await keep(uploaded.id);
    if (!(await isProcessed(x, uploaded, options))) throw stillProcessing();
    return uploaded.id;
  };

  return {
    async tweet(caller, { text, media }) {
      const { x, identity } = caller;
      const { userId } = identity;
      const job: PostJob = {
        key: keyOf(caller, ["tweet", text, media ? await digestOf(media.bytes) : ""]),
        ...(media && { prepare: (known, keep) => bringMedia(x, media, known, keep) }),
        send: (mediaId) => createPost(x, { text, mediaIds: mediaId ? [mediaId] : [] }),
        find: (mediaId, since) => findOwnPost(x, userId, isPostOf({ text, mediaId }), since),
      };
      try {
        return await postOnce(caller, job);
      } catch (error) {
        if (!(error instanceof XError) || !text) throw error;
        if (error.code !== "DuplicateContent") throw await explainLength(error, text);
        throw await withExistingId(x, userId, text, error);
      }
    },

    retweet: (caller, tweetId) =>
      postOnce(caller, {
        key: keyOf(caller, ["retweet", tweetId]),
        send: () => retweet(caller.x, caller.identity.userId, tweetId),
        // X refuses a second retweet, and that counts as success, so it is not looked for but sent again.
      }),
  };
};
