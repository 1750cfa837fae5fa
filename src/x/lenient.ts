/** Shapes of X's answers that are read leniently: what is of a wrong type costs itself and nothing else. */
import * as z from "zod";
import { guardOf } from "./guard.ts";

type Optional<T> = z.ZodOptional<z.ZodType<T | null | undefined>>;

/** How a shape reads what an answer may do without. */
export interface Reading {
  optional<T extends z.ZodType>(schema: T): Optional<z.output<T>>;
  /** A list whose items are of use one by one. */
  list<T extends z.ZodType>(schema: T): Optional<readonly z.output<T>[]>;
}

/** As X documents it. */
const documented: Reading = {
  optional: (schema) => schema.nullish(),
  list: (schema) => z.array(schema).nullish(),
};

/** Leaves out what does not fit, and takes many times as long. */
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

/** What fits is taken as it is, where a look is enough to tell. */
const asDocumented = <T extends z.ZodType>(schema: T): T | z.ZodCustom<z.output<T>> => {
  const guard = guardOf(schema);
  return guard ? z.custom<z.output<T>>(guard) : schema;
};

/**
 * One shape in both readings, the fast one first. What `make` does not call optional must be there in both. Each is made
 * when it is first needed: there are hundreds of schemas in them, which a cold start would pay for.
 */
export const leniently = <T extends z.ZodType>(
  make: (reading: Reading) => T,
): z.ZodType<z.output<T>> =>
  z.lazy(() => z.union([asDocumented(make(documented)), z.lazy(() => make(forgiving))]));
