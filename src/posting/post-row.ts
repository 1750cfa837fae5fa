/**
 * What is known of one post, in one row of the store: who works on it and until when, whether it may have reached X,
 * and its id once X gave one. Several processes change it under optimistic concurrency.
 */
import * as z from "zod";
import { jsonRow } from "../store/rows.ts";
import type { LeasedKind } from "./leased-row.ts";

/**
 * So long a repeat gets the first answer. The platform's own repeats end by then:
 * https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies
 */
export const POST_WINDOW_MS = 15 * 60 * 1000;
/** The same in words. */
export const POST_WINDOW = `${POST_WINDOW_MS / 60_000} minutes`;
/**
 * The longest that a row tells of a post. A thread that stopped waits so long for its repeat, its posts with it: somebody
 * has to see it and mend it. What was taken back is noted for as long, or a repeat would be told the id of what is gone.
 */
export const LONGEST_WINDOW_MS = 24 * 60 * 60 * 1000;

const epochMs = z.number();

const progressSchema = z.object({
  /** X's id of the finished post; nothing else matters then. */
  tweetId: z.string().exactOptional(),
  /** When the first attempt was made that may have reached X and whose outcome is not known. */
  sentSince: epochMs.exactOptional(),
  /** When the last such attempt was given up; left out when nobody saw its end. */
  givenUpAt: epochMs.exactOptional(),
  /** Media that X has, so that it need not be uploaded again. */
  mediaId: z.string().exactOptional(),
  /** The id of the same post before it, which was deleted. */
  replaces: z.string().exactOptional(),
  /** The mark of the undoing of the same retweet before it. */
  undone: z.string().exactOptional(),
});

/** Until when somebody works on the post; 0 when nobody does. */
export const postStateSchema = progressSchema.extend({ leaseUntil: epochMs });

export type PostProgress = Readonly<z.output<typeof progressSchema>>;

/** Posts that are remembered for so long. */
export const postKind = (keepMs: number): LeasedKind<PostProgress> => ({
  format: jsonRow(postStateSchema),
  keepMs: () => keepMs,
});
