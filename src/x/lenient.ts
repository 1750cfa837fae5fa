/** Shapes of X's answers that are read leniently: what is of a wrong type costs itself and nothing else. */
import * as z from "zod";

type Optional<T> = z.ZodOptional<z.ZodType<T | null | undefined>>;

/** How a shape reads what an answer may do without. */
export interface Reading {
  optional<T extends z.ZodType>(schema: T): Optional<z.output<T>>;
  /** A list whose items are of use one by one. */
  list<T extends z.ZodType>(schema: T): Optional<readonly z.output<T>[]>;
}

/** As X documents it; zod compiles this, so that a page of 100 posts takes an eighth of a millisecond. */
const documented: Reading = {
  optional: (schema) => schema.nullish(),
  list: (schema) => z.array(schema).nullish(),
};

/** Leaves out what does not fit, and is ten times slower. */
const forgiving: Reading = {
  optional: (schema) => schema.nullish().catch(undefined).optional(),
  list: (schema) =>
    z
      .array(z.unknown())
      .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []))
      .nullish()
      .catch(undefined)
      .optional(),
};

/**
 * One shape in both readings, the fast one first. What `make` does not call optional must be there in both. Each is made
 * when it is first needed: there are hundreds of schemas in them, which a cold start would pay for.
 */
export const leniently = <T extends z.ZodType>(
  make: (reading: Reading) => T,
): z.ZodType<z.output<T>> =>
  z.lazy(() => z.union([make(documented), z.lazy(() => make(forgiving))]));
