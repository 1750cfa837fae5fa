/** What the controls take. */
import * as z from "zod";

export const clockSchema = z.union([
  z.strictObject({ advanceMs: z.number() }),
  z.strictObject({ now: z.iso.datetime() }),
]);

export const newPostSchema = z.strictObject({
  /** The author's handle; an unknown one gets an account. */
  as: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  text: z.string().default(""),
  lang: z.string().optional(),
  createdAt: z.iso.datetime().optional(),
  /** Search and timelines show it only so long after it was made. */
  indexedAfterMs: z.number().min(0).optional(),
  inReplyTo: z.string().optional(),
  retweetOf: z.string().optional(),
  quoteOf: z.string().optional(),
  media: z.array(z.enum(["photo", "video", "animated_gif"])).default([]),
  /** As many posts, numbered, the last one at `createdAt`. */
  count: z.number().int().positive().max(10_000).optional(),
  /** Over how much time before that they are spread. */
  spreadMs: z.number().min(0).default(0),
});

export const userSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9]{1,19}$/)
    .optional(),
  username: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  name: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  protected: z.boolean().optional(),
  suspended: z.boolean().optional(),
  deleted: z.boolean().optional(),
  premium: z.boolean().optional(),
});
