/** What is known of a thread, in one row of the store: which of its posts are there, and what of the hour is set aside. */
import * as z from "zod";
import type { LeasedKind } from "../posting/leased-row.ts";
import { LONGEST_WINDOW_MS, POST_WINDOW_MS } from "../posting/post-row.ts";
import { jsonRow } from "../store/rows.ts";

/** Begins the partition of each user. */
export const THREAD_PARTITION = "thread";

const epochMs = z.number();

const progressSchema = z.object({
  /** The flow's run that worked on it last. */
  run: z.string(),
  /** What the keys of its posts are made of: what it was when it was begun. */
  origin: z.string(),
  /** The posts that are there, in their order, each with the digest of its content. */
  made: z.array(z.object({ part: z.string(), id: z.string() })),
  /** Posts of the hour that were counted for it, on which connection and when, and how many of them were used. */
  reserved: z
    .object({ connection: z.string(), at: epochMs, count: z.number(), used: z.number() })
    .exactOptional(),
  isDone: z.literal(true).exactOptional(),
});

/** Until when somebody works on the thread; 0 when nobody does. */
export const threadStateSchema = progressSchema.extend({ leaseUntil: epochMs });

export type ThreadProgress = Readonly<z.output<typeof progressSchema>>;

export const THREAD_KIND: LeasedKind<ThreadProgress> = {
  format: jsonRow(threadStateSchema),
  keepMs: ({ isDone }) => (isDone ? POST_WINDOW_MS : LONGEST_WINDOW_MS),
};
