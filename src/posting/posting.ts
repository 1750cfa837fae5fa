/** Tweets and retweets that happen once: what makes two of them the same, and how each is made and found again. */
import { createHash } from "node:crypto";
import type { Store } from "../store/store.ts";
import { awaitProcessing, type Media, mediaStatus, uploadMedia } from "../x/media-upload.ts";
import { findOwnPost, isPostOf } from "../x/own-posts.ts";
import { hasText } from "../x/post-text.ts";
import { createPost, retweet } from "../x/posts.ts";
import type { XSession } from "../x/session.ts";
import { XError } from "../x/x-error.ts";
import { createPostOnce, type PostCaller, type PostJob } from "./post-once.ts";
import { createPostRows } from "./post-row.ts";

export interface PostingCaller extends PostCaller {
  readonly identity: { readonly connectionId: string; readonly userId: string };
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
  /** How long a post stays with a process that no longer tells of it; longer than a call to X may take. */
  readonly leaseMs: number;
}

const hash = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

const keyOf = ({ identity }: PostingCaller, content: readonly string[]): PostJob["key"] => ({
  partition: `post-${identity.connectionId}`,
  row: hash(JSON.stringify(content)),
});

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

export const createPosting = ({ store, clock, sleep, leaseMs }: PostingOptions): Posting => {
  const postOnce = createPostOnce({
    rows: createPostRows({ store, clock, leaseMs }),
    clock,
    sleep,
  });

  const bringMedia = async (
    x: XSession,
    media: Media,
    known: string | undefined,
    keep: (mediaId?: string) => Promise<void>,
  ): Promise<string> => {
    const options = { sleep, onStep: keep };
    if (known && media.category === "tweet_image") return known;
    const uploaded = known ? await mediaStatus(x, known) : await uploadMedia(x, media, options);
    await keep(uploaded.id);
    await awaitProcessing(x, uploaded, options);
    return uploaded.id;
  };

  return {
    async tweet(caller, { text, media }) {
      const { x, identity } = caller;
      const { userId } = identity;
      const job: PostJob = {
        key: keyOf(caller, ["tweet", text, media ? hash(media.bytes) : ""]),
        ...(media && { prepare: (known, keep) => bringMedia(x, media, known, keep) }),
        send: (mediaId) => createPost(x, { text, mediaIds: mediaId ? [mediaId] : [] }),
        find: (mediaId, since) => findOwnPost(x, userId, isPostOf({ text, mediaId }), since),
      };
      try {
        return await postOnce(caller, job);
      } catch (error) {
        if (!(error instanceof XError) || error.code !== "DuplicateContent" || !text) throw error;
        throw await withExistingId(x, userId, text, error);
      }
    },

    retweet: (caller, tweetId) =>
      postOnce(caller, {
        key: keyOf(caller, ["retweet", tweetId]),
        send: () => retweet(caller.x, caller.identity.userId, tweetId),
        // X refuses a second retweet, and that counts as success, so it is simply sent again.
        find: async () => undefined,
      }),
  };
};
