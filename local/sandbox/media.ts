/** Chunked upload: initialize, append, finalize, STATUS. https://docs.x.com/x-api/media/quickstart/media-upload-chunked */
import * as z from "zod";
import { invalidRequest, ReplyError } from "./problems.ts";
import type { SandboxMedia, World } from "./world.ts";

/** How the next videos are processed. */
export const processingSchema = z.object({
  outcome: z.enum(["succeeded", "failed", "hang"]).default("succeeded"),
  /** STATUS calls until it is done. */
  rounds: z.number().int().min(0).default(1),
  checkAfterSecs: z.number().int().min(0).default(1),
});
export type Processing = z.infer<typeof processingSchema>;

const initializeSchema = z.object({
  media_type: z.string(),
  total_bytes: z.number().int().positive(),
  media_category: z.enum(["tweet_image", "tweet_gif", "tweet_video"]),
});

interface Upload {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  readonly category: z.infer<typeof initializeSchema>["media_category"];
  readonly total: number;
  readonly segments: Map<number, Buffer>;
  processing: Processing | undefined;
  asked: number;
  finalized: boolean;
}

const DAY_SECONDS = 86_400;
const MAX_SEGMENT = 5 * 1024 * 1024;

export const createUploads = (world: World, origin: () => string) => {
  const uploads = new Map<string, Upload>();
  let nextProcessing: Processing = processingSchema.parse({});

  const find = (id: string, userId: string): Upload => {
    const upload = uploads.get(id);
    if (!upload || upload.userId !== userId) {
      throw invalidRequest("media_id", id, `The media id ${id} is invalid or has expired.`);
    }
    return upload;
  };

  const processingInfo = (upload: Upload) => {
    const { processing, asked } = upload;
    if (!processing) return {};
    const done = asked >= processing.rounds && processing.outcome !== "hang";
    if (done && processing.outcome === "failed") {
      const error = { code: 1, name: "InvalidMedia", message: "Unsupported video format" };
      return { processing_info: { state: "failed", progress_percent: 0, error } };
    }
    if (done) return { processing_info: { state: "succeeded", progress_percent: 100 } };
    const state = asked === 0 ? "pending" : "in_progress";
    return {
      processing_info: {
        state,
        check_after_secs: processing.checkAfterSecs,
        progress_percent: asked * 10,
      },
    };
  };

  const shape = (upload: Upload) => ({
    id: upload.id,
    media_key: `${upload.category === "tweet_image" ? 3 : 7}_${upload.id}`,
    expires_after_secs: DAY_SECONDS,
    size: upload.total,
    ...processingInfo(upload),
  });

  return {
    setProcessing: (processing: Processing) => {
      nextProcessing = processing;
    },

    initialize(userId: string, body: unknown) {
      const parsed = initializeSchema.safeParse(body);
      if (!parsed.success) throw invalidRequest("body", "", "The media upload request is invalid.");
      const { media_type: type, total_bytes: total, media_category: category } = parsed.data;
      const id = world.nextId();
      uploads.set(id, {
        id,
        userId,
        type,
        category,
        total,
        segments: new Map(),
        processing: undefined,
        asked: 0,
        finalized: false,
      });
      return { id, media_key: `3_${id}`, expires_after_secs: DAY_SECONDS };
    },

    append(userId: string, id: string, segment: number, bytes: Buffer) {
      if (bytes.length > MAX_SEGMENT || !(segment >= 0 && segment <= 999)) {
        throw invalidRequest("segment_index", String(segment), "The segment is invalid.");
      }
      find(id, userId).segments.set(segment, bytes);
      return { expires_at: Math.floor(world.now() / 1000) + DAY_SECONDS };
    },

    finalize(userId: string, id: string) {
      const upload = find(id, userId);
      const received = [...upload.segments.values()].reduce((sum, { length }) => sum + length, 0);
      if (received !== upload.total) {
        throw invalidRequest(
          "media_id",
          id,
          `Expected ${upload.total} bytes, received ${received}.`,
        );
      }
      upload.finalized = true;
      if (upload.category !== "tweet_image") upload.processing = nextProcessing;
      return shape(upload);
    },

    status(userId: string, id: string) {
      const upload = find(id, userId);
      const answer = shape(upload);
      upload.asked += 1;
      return answer;
    },

    /** The media of a post. Throws X's 400 when one cannot be used yet. */
    attach(userId: string, ids: readonly string[]): SandboxMedia[] {
      return ids.map((id) => {
        const upload = find(id, userId);
        const { processing_info } = processingInfo(upload) as {
          processing_info?: { state: string };
        };
        if (!upload.finalized || (processing_info && processing_info.state !== "succeeded")) {
          throw new ReplyError(400, {
            errors: [{ message: "Your media IDs are invalid." }],
            title: "Invalid Request",
            detail: "One or more parameters to your request was invalid.",
            type: "https://api.twitter.com/2/problems/invalid-request",
          });
        }
        const type =
          upload.category === "tweet_video"
            ? "video"
            : upload.category === "tweet_gif"
              ? "animated_gif"
              : "photo";
        return { key: `3_${id}`, type, url: `${origin()}/media/${id}` };
      });
    },

    /** The bytes as they were uploaded. */
    contentOf(id: string): { readonly type: string; readonly bytes: Buffer } | undefined {
      const upload = uploads.get(id);
      if (!upload) return undefined;
      const segments = [...upload.segments].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      return { type: upload.type, bytes: Buffer.concat(segments) };
    },
    list: () =>
      [...uploads.values()].map((upload) => ({ ...shape(upload), category: upload.category })),
  };
};

export type Uploads = ReturnType<typeof createUploads>;
