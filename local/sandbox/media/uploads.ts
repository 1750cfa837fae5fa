/**
 * Uploads in chunks: initialize, append, finalize, STATUS.
 * https://docs.x.com/x-api/media/quickstart/media-upload-chunked
 */
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import * as z from "zod";
import { invalidRequest } from "../problems.ts";
import type { SandboxMedia } from "../world/posts.ts";
import type { World } from "../world/world.ts";
import { type Processing, processingInfo, processingSchema } from "./processing.ts";

const MB = 1024 * 1024;
/** https://docs.x.com/x-api/media/quickstart/best-practices */
const KINDS = {
  tweet_image: {
    type: "photo",
    prefix: 3,
    maxBytes: 5 * MB,
    accepts: /^image\/(jpeg|png|webp|gif)$/,
  },
  tweet_gif: { type: "animated_gif", prefix: 16, maxBytes: 15 * MB, accepts: /^image\/gif$/ },
  tweet_video: {
    type: "video",
    prefix: 7,
    maxBytes: 512 * MB,
    accepts: /^video\/(mp4|quicktime|webm|mp2t)$/,
  },
} as const;
const MAX_CHUNK = 5 * MB;
const MAX_SEGMENT = 999;
const LIFE_SECONDS = 24 * 60 * 60;
const PHOTOS_A_POST = 4;

const initializeSchema = z.strictObject({
  media_type: z.string(),
  total_bytes: z.number().int().positive(),
  media_category: z.enum(["tweet_image", "tweet_gif", "tweet_video"]),
  additional_owners: z.array(z.string()).optional(),
  shared: z.boolean().optional(),
});

/** https://docs.x.com/x-api/media/create-media-metadata */
const metadataSchema = z.object({
  id: z.string().regex(/^[0-9]{1,19}$/),
  metadata: z.object({ alt_text: z.object({ text: z.string().max(1000) }).optional() }).optional(),
});

interface Upload {
  readonly id: string;
  readonly userId: string;
  readonly mediaType: string;
  readonly category: keyof typeof KINDS;
  readonly totalBytes: number;
  readonly expiresAt: number;
  readonly segments: Map<number, Buffer>;
  /** Of all bytes, once it is finalized. */
  sha256: string | undefined;
  content: Buffer | undefined;
  processing: Processing | undefined;
  statusReads: number;
  attached: boolean;
  altText: string | undefined;
}

const keyOf = ({ id, category }: Upload): string => `${KINDS[category].prefix}_${id}`;

/** Throws X's 400. */
const readAs = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { data, error } = schema.safeParse(body);
  if (data) return data;
  const { path = [], message = "" } = error?.issues[0] ?? {};
  throw invalidRequest(path.join("."), "", `[$.${path.join(".")}: ${message}]`);
};

export const createUploads = (world: World) => {
  const uploads = new Map<string, Upload>();
  let nextProcessing: Processing = processingSchema.parse({});

  const find = (userId: string, id: string): Upload => {
    const upload = uploads.get(id);
    if (!upload || upload.userId !== userId || upload.expiresAt <= world.now()) {
      throw invalidRequest("media_id", id, `The media ID ${id} could not be found or has expired.`);
    }
    return upload;
  };

  const shape = (upload: Upload) => ({
    id: upload.id,
    media_key: keyOf(upload),
    expires_after_secs: Math.max(0, Math.floor((upload.expiresAt - world.now()) / 1000)),
    ...(upload.sha256 && { size: upload.totalBytes }),
    ...(upload.processing && {
      processing_info: processingInfo(upload.processing, upload.statusReads),
    }),
  });

  const isReady = ({ sha256, expiresAt, processing, statusReads }: Upload): boolean =>
    sha256 !== undefined &&
    expiresAt > world.now() &&
    (processing === undefined || processingInfo(processing, statusReads).state === "succeeded");

  return {
    /** How the next videos and GIFs are processed. */
    setProcessing: (processing: Processing) => {
      nextProcessing = processing;
    },

    initialize(userId: string, body: unknown) {
      const wanted = readAs(initializeSchema, body);
      const { maxBytes, accepts } = KINDS[wanted.media_category];
      if (!accepts.test(wanted.media_type)) {
        throw invalidRequest(
          "media_type",
          wanted.media_type,
          `The media type ${wanted.media_type} is not allowed for ${wanted.media_category}.`,
        );
      }
      if (wanted.total_bytes > maxBytes) {
        const size = String(wanted.total_bytes);
        throw invalidRequest("total_bytes", size, `File size exceeds ${maxBytes} bytes.`);
      }
      const upload: Upload = {
        id: world.nextId(),
        userId,
        mediaType: wanted.media_type,
        category: wanted.media_category,
        totalBytes: wanted.total_bytes,
        expiresAt: world.now() + LIFE_SECONDS * 1000,
        segments: new Map(),
        sha256: undefined,
        content: undefined,
        processing: undefined,
        statusReads: 0,
        attached: false,
        altText: undefined,
      };
      uploads.set(upload.id, upload);
      return shape(upload);
    },

    append(userId: string, id: string, segment: number, chunk: Buffer | undefined) {
      const upload = find(userId, id);
      if (!(Number.isInteger(segment) && segment >= 0 && segment <= MAX_SEGMENT)) {
        throw invalidRequest("segment_index", String(segment), "The segment index is not valid.");
      }
      if (!chunk || chunk.length > MAX_CHUNK) {
        throw invalidRequest("media", "", "The chunk is missing or larger than 5 MB.");
      }
      upload.segments.set(segment, chunk);
      return { expires_at: Math.floor(upload.expiresAt / 1000) };
    },

    async finalize(userId: string, id: string) {
      const upload = find(userId, id);
      const { category, mediaType, totalBytes, segments } = upload;
      const bytes = Buffer.concat([...segments].sort(([a], [b]) => a - b).map(([, each]) => each));
      segments.clear();
      if (bytes.length !== totalBytes) {
        throw invalidRequest("id", id, `Expected ${totalBytes} bytes, received ${bytes.length}.`);
      }
      const kind = await fileTypeFromBuffer(bytes);
      if (!kind?.mime.startsWith(category === "tweet_video" ? "video/" : "image/")) {
        throw invalidRequest("id", id, `The media is not of type ${mediaType}.`);
      }
      upload.sha256 = createHash("sha256").update(bytes).digest("hex");
      upload.content = bytes;
      if (category !== "tweet_image") upload.processing = nextProcessing;
      return shape(upload);
    },

    status(userId: string, id: string) {
      const upload = find(userId, id);
      const answer = shape(upload);
      upload.statusReads += 1;
      return answer;
    },

    describe(userId: string, body: unknown) {
      const { id, metadata } = readAs(metadataSchema, body);
      const upload = find(userId, id);
      const { alt_text } = metadata ?? {};
      if (alt_text) upload.altText = alt_text.text;
      return { id, associated_metadata: { ...(alt_text && { alt_text }) } };
    },

    /** The media of a post. Throws X's 400 for what is unknown, not ready, or does not go together. */
    attach(userId: string, ids: readonly string[]): SandboxMedia[] {
      const found = ids.map((id) => uploads.get(id));
      const usable = found.filter(
        (each): each is Upload => each !== undefined && each.userId === userId && isReady(each),
      );
      if (usable.length < ids.length) {
        throw invalidRequest("media.media_ids", ids, "Your media IDs are invalid.");
      }
      const photos = usable.filter(({ category }) => category === "tweet_image").length;
      if (photos < usable.length ? usable.length > 1 : photos > PHOTOS_A_POST) {
        throw invalidRequest(
          "media.media_ids",
          ids,
          "A post may have up to four photos, or one GIF, or one video.",
        );
      }
      return usable.map((upload) => {
        upload.attached = true;
        const key = keyOf(upload);
        const { type } = KINDS[upload.category];
        const { altText } = upload;
        const content = `/media/uploads/${upload.id}`;
        if (type === "photo") return { key, type, path: content, altText };
        return { key, type, path: `/media/pictures/${key}.svg`, videoPath: content, altText };
      });
    },

    /** What was uploaded. */
    contentOf(id: string): { readonly type: string; readonly bytes: Buffer } | undefined {
      const upload = uploads.get(id);
      return upload?.content && { type: upload.mediaType, bytes: upload.content };
    },

    list: () =>
      [...uploads.values()].map((upload) => ({
        ...shape(upload),
        category: upload.category,
        sha256: upload.sha256,
        attached: upload.attached,
      })),
  };
};

export type Uploads = ReturnType<typeof createUploads>;
