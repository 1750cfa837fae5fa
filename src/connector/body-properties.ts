/**
 * Properties of a body in JSON, read with some grace: flows and canvas apps send everything as text now and then, and
 * empty text for what was left out.
 */
import * as z from "zod";
import { PREMIUM_TEXT_MAX_LENGTH } from "./limits.ts";
import type { labelled } from "./models.ts";

type Labels = ReturnType<typeof labelled>;
export type Read = (value: unknown) => unknown;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** An object of which nothing was filled in is sent with all its properties empty. */
export const isUnset = (value: unknown): boolean =>
  isEmpty(value) ||
  (typeof value === "object" && [Object.values(value ?? {})].flat(2).every(isEmpty));

/** May be left out, or empty; otherwise it is read by `read` and checked by `schema`. */
export const optional = <T extends z.ZodType>(
  schema: T,
  labels: Labels,
  read: Read = (value) => value,
) =>
  z
    .preprocess((value) => (isEmpty(value) ? undefined : read(value)), schema.optional())
    .optional()
    .meta(labels);

export const wrong = (title: string, wanted: string) => ({
  error: `"${title}" must be ${wanted}.`,
});

/** Whether a text has no more than so many code points, each of which takes two places at most. */
export const isWithin = (text: string, most: number): boolean =>
  text.length <= 2 * most && [...text].length <= most;

/** More than any text of X's that is not made of one emoji's many parts. */
const MOST_WORDS = 4 * PREMIUM_TEXT_MAX_LENGTH;

const asText: Read = (value) => (typeof value === "number" ? String(value) : value);

export const words = (labels: Labels) =>
  optional(
    z
      .string(wrong(labels.title, "text"))
      .trim()
      .refine((text) => text.length <= MOST_WORDS, {
        error: `"${labels.title}" is longer than ${MOST_WORDS} characters. Shorten it.`,
      }),
    labels,
    asText,
  );

export const asNumber: Read = (value) =>
  typeof value === "string" && value.trim() !== "" ? Number(value) : value;

export const yesOrNo = (labels: Labels) =>
  optional(z.boolean(wrong(labels.title, "true or false")), labels, (value) => {
    const said = String(value).trim().toLowerCase();
    return said === "true" || (said === "false" ? false : value);
  });

/** How many of the properties that are too many are named, and how much of each. */
const NAMED = 10;
const NAMED_LENGTH = 100;
const quoted = (key: string): string => `"${key.slice(0, NAMED_LENGTH)}"`;

/** An object without a property that the model does not have: a misspelt one would be passed over otherwise. */
export const exactly = <S extends z.ZodRawShape>(shape: S, what: string) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === "unrecognized_keys"
        ? `${what} has no ${(keys as string[]).slice(0, NAMED).map(quoted).join(", ")}. It may have ${Object.keys(shape).join(", ")}.`
        : `${what} must be an object of ${Object.keys(shape).join(", ")}.`,
  });
