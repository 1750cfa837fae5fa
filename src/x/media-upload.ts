/**
 * Uploads a file in chunks: https://docs.x.com/x-api/media/quickstart/media-upload-chunked
 * The library's own helper has no deadline and takes a state it does not know for success.
 */
import * as z from "zod";
import { ConnectorError } from "../connector/errors.ts";
import { asSentence } from "../connector/sentence.ts";
import { leniently, type Reading } from "./lenient.ts";
import { toMultipart } from "./multipart.ts";
import type { XSession } from "./session.ts";
import { xId } from "./shapes.ts";

/** A file that X can take. */
export interface Media {
  readonly bytes: Buffer;
  /** One of the types that X's document lists for `media_type`. */
  readonly type: string;
  readonly category: "tweet_image" | "tweet_gif" | "tweet_video";
}

/** How far X is with a GIF or a video. */
const processingInfo = ({ optional }: Reading) =>
  z.object({
    state: optional(z.string()),
    check_after_secs: optional(z.number()),
    error: optional(z.object({ name: optional(z.string()), message: optional(z.string()) })),
  });

const uploadedMedia = leniently((reading) =>
  z.object({
    // Left out, the info would say that nothing is left to wait for.
    data: z.object({ id: xId, processing_info: processingInfo(reading).nullish() }),
  }),
);

type ProcessingInfo = z.output<ReturnType<typeof processingInfo>>;
type UploadedMedia = z.output<typeof uploadedMedia>["data"];

export interface MediaUploadOptions {
  readonly sleep: (ms: number) => Promise<void>;
  /** Told after every call to X; rejects when the upload must not go on. */
  onProgress(): Promise<void>;
}

/** X takes up to 5 MB a segment; a copy of one is in memory while it is sent. */
const SEGMENT_BYTES = 2 * 1024 * 1024;
/** When X does not say when to ask again. */
const DEFAULT_CHECK_MS = 1_000;
/** Asked in a hurry, X's answer is no other one. */
const SHORTEST_CHECK_MS = 100;
/** What the post itself needs of the time once the media is ready. */
const POSTING_MS = 5_000;

const processingFailed = ({ error }: ProcessingInfo): ConnectorError => {
  const name = error?.name ?? "InvalidMedia";
  const message = error?.message ?? name;
  return new ConnectorError(
    "UnsupportedMedia",
    `X could not process the media: ${asSentence(message)} See https://docs.x.com/x-api/media/quickstart/best-practices for what it accepts.`,
    { target: "body", x: { title: name, detail: message } },
  );
};

/** Sends the file; answers with its media id. Rejects with XError. */
export const uploadMedia = async (
  x: XSession,
  { bytes, type, category }: Media,
  { onProgress }: MediaUploadOptions,
): Promise<UploadedMedia> => {
  const initialized = await x.post("media/upload/initialize", uploadedMedia, {
    media_type: type,
    total_bytes: bytes.length,
    media_category: category,
  });
  const { id } = initialized.data;
  for (let index = 0; index * SEGMENT_BYTES < bytes.length; index += 1) {
    await onProgress();
    const segment = bytes.subarray(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES);
    const fields = { segment_index: String(index) };
    await x.postForm(
      `media/upload/${id}/append`,
      toMultipart(fields, { name: "media", bytes: segment }),
    );
  }
  await onProgress();
  return (await x.post(`media/upload/${id}/finalize`, uploadedMedia)).data;
};

/** What X says of media that it has. Rejects with XError. */
export const mediaStatus = async (x: XSession, mediaId: string): Promise<UploadedMedia> => {
  const query = { command: "STATUS", media_id: mediaId };
  return (await x.get("media/upload", uploadedMedia, query)).data;
};

/**
 * Waits until the media can be posted, and answers false when there is no time left to wait; `uploaded` is X's last
 * answer on it. Rejects with UnsupportedMedia when X cannot use the file.
 */
export const isProcessed = async (
  x: XSession,
  uploaded: UploadedMedia,
  { sleep, onProgress }: MediaUploadOptions,
): Promise<boolean> => {
  let media = uploaded;
  for (;;) {
    const { processing_info: info } = media;
    // X leaves the info out of what needs no processing.
    if (!info || info.state === "succeeded") return true;
    if (info.state === "failed") throw processingFailed(info);
    // Pending, in progress, or a state that nobody knows: X is not done.
    const seconds = info.check_after_secs ?? undefined;
    const wait =
      seconds === undefined ? DEFAULT_CHECK_MS : Math.max(seconds * 1000, SHORTEST_CHECK_MS);
    if (wait > x.timeLeft() - POSTING_MS) return false;
    await onProgress();
    await sleep(wait);
    media = await mediaStatus(x, media.id);
  }
};

/** What X answers is of no use: it repeats what was given. */
const described = z.object({});

/**
 * Gives media its alt text, up to 1000 characters; again does no harm. Rejects with XError.
 * https://docs.x.com/x-api/media/create-media-metadata
 */
export const describeMedia = async (x: XSession, id: string, altText: string): Promise<void> => {
  await x.post("media/metadata", described, { id, metadata: { alt_text: { text: altText } } });
};
