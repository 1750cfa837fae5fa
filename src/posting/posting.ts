/** Tweets and retweets that happen once: what makes two of them the same, and how each is made and found again. */
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ConnectorError } from "../connector/errors.ts";
import { describeMedia, isProcessed, mediaStatus, uploadMedia } from "../x/media-upload.ts";
import { findOwnPost, isPostOf } from "../x/own-posts.ts";
import type { PostContent, PostMedia } from "../x/post-content.ts";
import { hasText } from "../x/post-text.ts";
import { createPost, retweet } from "../x/posts.ts";
import type { XSession } from "../x/session.ts";
import { explainLength } from "../x/text-refusal.ts";
import { deletePost, isPosted, undoRetweet } from "../x/undoing.ts";
import { XError } from "../x/x-error.ts";
import { createLeasedRows, type LeaseOptions } from "./leased-row.ts";
import { createPostOnce, type PostCaller, type PostJob } from "./post-once.ts";
import { POST_WINDOW, POST_WINDOW_MS, type PostProgress, postKind } from "./post-row.ts";
import { createTakenBack, type Taken } from "./taken-back.ts";

export interface PostingCaller extends PostCaller {
  readonly identity: { readonly appId: string; readonly userId: string };
  /** The platform's id of the flow's run; a retry has its run's, another run has its own. Empty when it gives none. */
  readonly runId: string;
}

/** All reject with ConnectorError. */
export interface Posting {
  /** Answers with the id of the post. */
  post(caller: PostingCaller, content: PostContent): Promise<string>;
  /** Answers with the id of the retweet, or of the post where X tells none. */
  retweet(caller: PostingCaller, tweetId: string): Promise<string>;
  /** Deletes a post; one that is gone already counts as deleted. */
  deletePost(caller: PostingCaller, tweetId: string): Promise<void>;
  /** Takes the retweet of a post back; where there is none, that counts as done. */
  undoRetweet(caller: PostingCaller, tweetId: string): Promise<void>;
  /** Whether a post of the user was deleted here. One that was deleted at X by other means is not known. */
  isDeleted(caller: PostingCaller, tweetId: string): Promise<boolean>;
}

export interface PostingOptions extends LeaseOptions {
  readonly sleep: (ms: number) => Promise<void>;
  /** How long a post is remembered, in milliseconds; `POST_WINDOW_MS` unless told. */
  readonly keepMs?: number;
}

/** Begins the partition of each user. */
export const POST_PARTITION = "post";
const HASH = "sha256";
const HASHED_AT_ONCE = 4 * 1024 * 1024;

/** One after the other, because each may take a file's memory or a call's time. */
const oneByOne = async <T, R>(
  items: readonly T[],
  run: (item: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (const [index, item] of items.entries()) results.push(await run(item, index));
  return results;
};

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

/** What a post is told apart by. One of a text and a file is named as the first release named it. */
const nameOf = async (post: PostContent): Promise<readonly string[]> => {
  const { text, media, ...rest } = post;
  const files = await oneByOne(media, async ({ file, altText }) => [
    await digestOf(file.bytes),
    altText,
  ]);
  const isPlain =
    Object.keys(rest).length === 0 && files.length <= 1 && files.every(([, altText]) => !altText);
  if (isPlain) return ["tweet", text, files[0]?.[0] ?? ""];
  return ["post", text, ...files.flat(), JSON.stringify(Object.entries(rest).toSorted())];
};

/** Two posts of the same digest are the same. */
export const contentDigest = async (post: PostContent): Promise<string> =>
  createHash(HASH)
    .update(JSON.stringify(await nameOf(post)))
    .digest("hex");

const toText = (ids: readonly string[]): string => ids.join(" ");
const idsIn = (text: string | undefined): string[] => text?.split(" ") ?? [];

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
  const { clock, sleep, keepMs = POST_WINDOW_MS } = options;
  const rows = createLeasedRows(postKind(keepMs), options);
  const postOnce = createPostOnce({ rows, clock, sleep });
  const { takeBack, noteOf } = createTakenBack(options);

  const takenOf = ({ identity: { userId } }: PostingCaller, what: Taken["what"], id: string) => ({
    userId,
    what,
    id,
  });

  /** Where X's answer to the deletion was lost, X is asked for the post. */
  const isDeleted: Posting["isDeleted"] = async (caller, id) => {
    const note = await noteOf(takenOf(caller, "post", id));
    return note !== undefined && (note.isSure || !(await isPosted(caller.x, id)));
  };

  /** X takes a second retweet of what is retweeted for done, so that where there is a doubt it is made again. */
  const retweetAnew = async (
    caller: PostingCaller,
    tweetId: string,
    { tweetId: retweetId = tweetId, undone }: PostProgress,
  ): Promise<PostProgress | undefined> => {
    const [undoing, ...deletions] = await Promise.all([
      noteOf(takenOf(caller, "retweet", tweetId)),
      noteOf(takenOf(caller, "post", retweetId)),
      noteOf(takenOf(caller, "post", tweetId)),
    ]);
    const stands = undoing?.mark === undone && deletions.every((note) => note === undefined);
    return stands ? undefined : { ...(undoing && { undone: undoing.mark }) };
  };

  /** Brings one file to X and answers with its id; `known` is there already. */
  const bringFile = async (
    x: XSession,
    { file, altText }: PostMedia,
    known: string | undefined,
    keep: (mediaId?: string) => Promise<void>,
  ): Promise<string> => {
    const options = { sleep, onProgress: () => keep() };
    const isPicture = file.category === "tweet_image";
    // A picture is written down when nothing is left to be done with it.
    if (known && isPicture) return known;
    const uploaded = known ? await mediaStatus(x, known) : await uploadMedia(x, file, options);
    if (!isPicture) await keep(uploaded.id);
    if (!(await isProcessed(x, uploaded, options))) throw stillProcessing();
    if (altText) await describeMedia(x, uploaded.id, altText);
    await keep(uploaded.id);
    return uploaded.id;
  };

  /** Several ids are one text in the row, as one is. */
  const bringMedia = async (
    x: XSession,
    media: readonly PostMedia[],
    known: string | undefined,
    keep: (mediaIds?: string) => Promise<void>,
  ): Promise<string> => {
    const there = idsIn(known);
    const brought = await oneByOne(media, async (each, index) => {
      const before = there.slice(0, index);
      const id = await bringFile(x, each, there[index], (mediaId) =>
        keep(mediaId && toText([...before, mediaId])),
      );
      there[index] = id;
      return id;
    });
    return toText(brought);
  };

  return {
    async post(caller, content) {
      const { x, identity } = caller;
      const { userId } = identity;
      const { text, media, replyTo } = content;
      const job: PostJob = {
        key: keyOf(caller, await nameOf(content)),
        ...(media.length > 0 && { prepare: (known, keep) => bringMedia(x, media, known, keep) }),
        send: (mediaIds) => createPost(x, content, idsIn(mediaIds)),
        find: (mediaIds, among) =>
          findOwnPost(x, userId, isPostOf({ text, mediaIds: idsIn(mediaIds), replyTo }), among),
        anew: async ({ tweetId = "" }) =>
          (await isDeleted(caller, tweetId)) ? { replaces: tweetId } : undefined,
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
        anew: (done) => retweetAnew(caller, tweetId, done),
      }),

    deletePost: (caller, tweetId) =>
      takeBack(takenOf(caller, "post", tweetId), () => deletePost(caller.x, tweetId)),

    undoRetweet: (caller, tweetId) =>
      takeBack(takenOf(caller, "retweet", tweetId), () =>
        undoRetweet(caller.x, caller.identity.userId, tweetId),
      ),

    isDeleted,
  };
};
