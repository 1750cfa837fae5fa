/** What a file is, told from its bytes and never from a header, and whether it may be posted. */
import { ConnectorError } from "../connector/errors.ts";
import { IMAGE_MAX_BYTES, VIDEO_MAX_BYTES } from "../connector/limits.ts";
import type { Media } from "../x/media-upload.ts";

const MEGABYTE = 1024 * 1024;

interface Kind {
  /** The type by X's name: https://docs.x.com/x-api/media/initialize-media-upload */
  readonly type: string;
  readonly what: "image" | "video";
}

const MP4: Kind = { type: "video/mp4", what: "video" };
const PNG: Kind = { type: "image/png", what: "image" };

/** By the type that is detected. */
const KINDS: Readonly<Record<string, Kind>> = {
  "image/jpeg": { type: "image/jpeg", what: "image" },
  "image/png": PNG,
  "image/apng": PNG,
  "image/webp": { type: "image/webp", what: "image" },
  "image/gif": { type: "image/gif", what: "image" },
  "video/mp4": MP4,
  "video/x-m4v": MP4,
  "video/quicktime": { type: "video/quicktime", what: "video" },
  "video/webm": { type: "video/webm", what: "video" },
};

const MAX_BYTES = { image: IMAGE_MAX_BYTES, video: VIDEO_MAX_BYTES } as const;

const kindOf = async (bytes: Uint8Array): Promise<Kind | undefined> => {
  // Loaded when the first file comes, because most calls bring none and a cold start pays for what is loaded.
  const { fileTypeFromBuffer } = await import("./file-detection.ts");
  const detected = await fileTypeFromBuffer(bytes);
  return detected && KINDS[detected.mime];
};

/** X plays a GIF that moves as a video and shows any other one as a picture. */
const isAnimatedGif = async ({ type }: Kind, bytes: Buffer): Promise<boolean> => {
  if (type !== "image/gif") return false;
  const { isAnimated } = await import("./file-detection.ts");
  return isAnimated(bytes);
};

const categoryOf = async (kind: Kind, bytes: Buffer): Promise<Media["category"]> => {
  if (kind.what === "video") return "tweet_video";
  return (await isAnimatedGif(kind, bytes)) ? "tweet_gif" : "tweet_image";
};

export const tooLarge = (what: string, length: number): ConnectorError =>
  new ConnectorError(
    "MediaTooLarge",
    `The ${what} has ${length} bytes. Images may have up to ${IMAGE_MAX_BYTES / MEGABYTE} MB (${IMAGE_MAX_BYTES} bytes) and videos up to ${VIDEO_MAX_BYTES / MEGABYTE} MB (${VIDEO_MAX_BYTES} bytes).`,
    { target: "body" },
  );

/** Rejects with UnsupportedMedia or MediaTooLarge. */
export const toMedia = async (bytes: Buffer): Promise<Media> => {
  const kind = await kindOf(bytes);
  if (!kind) {
    throw new ConnectorError(
      "UnsupportedMedia",
      "The media is no file that can be posted, whatever its name says. Give a JPEG, PNG, WEBP or GIF image, or an MP4, MOV or WebM video.",
      { target: "body" },
    );
  }
  if (bytes.length > MAX_BYTES[kind.what]) throw tooLarge(kind.what, bytes.length);
  return { bytes, type: kind.type, category: await categoryOf(kind, bytes) };
};
