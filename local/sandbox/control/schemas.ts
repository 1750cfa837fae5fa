/** What the controls take. */
import * as z from "zod";

/** Ids hold the time: none can be made from before X began, nor from when they would have too many digits. */
const instant = z.iso
  .datetime()
  .refine((text) => text > "2010-11-05" && text < "2079", { error: "must be within X's time" });

/** At most ten years, so that the time stays one. */
const TEN_YEARS_MS = 10 * 365 * 24 * 3_600_000;
const span = z.number().min(0).max(TEN_YEARS_MS);

export const clockSchema = z.union([
  z.strictObject({ advanceMs: z.number().min(-TEN_YEARS_MS).max(TEN_YEARS_MS) }),
  z.strictObject({ now: instant }),
]);

const placeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
});

export const newPostSchema = z.strictObject({
  /** The author's handle; an unknown one gets an account. */
  as: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  text: z.string().default(""),
  lang: z.string().optional(),
  createdAt: instant.optional(),
  /** Search and timelines show it only so long after it was made. */
  indexedAfterMs: span.optional(),
  inReplyTo: z.string().optional(),
  retweetOf: z.string().optional(),
  quoteOf: z.string().optional(),
  /** What X knows of it beside its text. */
  facts: z
    .strictObject({
      place: placeSchema.optional(),
      context: z.array(z.string().regex(/^\d+\.\d+$/)).optional(),
      entities: z.array(z.string()).optional(),
      nullcast: z.boolean().optional(),
    })
    .optional(),
  media: z.array(z.enum(["photo", "video", "animated_gif"])).default([]),
  likes: z.number().int().min(0).optional(),
  /** As many posts, numbered, the last one at `createdAt`. */
  count: z.number().int().positive().max(10_000).optional(),
  /** Over how much time before that they are spread. */
  spreadMs: span.default(0),
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
  verified: z.boolean().optional(),
  lists: z.array(z.string().regex(/^\d+$/)).optional(),
});

/** What is left to spend; null for no end of it. */
export const creditsSchema = z.strictObject({ microDollars: z.int().nullable() });
