/**
 * Whether a value is as a schema says, asked without a copy of the value: zod makes a new object of every object and one
 * more for each of its properties, which for a page of 100 posts is a third of all that a call leaves to collect.
 */
import type * as z from "zod";

type Guard = (value: unknown) => boolean;

/** All of them; undefined where one is missing. */
const complete = <T>(guards: readonly (T | undefined)[]): readonly T[] | undefined =>
  guards.every((guard) => guard !== undefined) ? guards : undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Undefined for a check that is not known here. */
const textGuard = (check: z.core.$ZodCheck<never>): ((text: string) => boolean) | undefined => {
  const { def } = (check as unknown as z.core.$ZodChecks)._zod;
  if (def.check === "min_length") return ({ length }) => length >= def.minimum;
  if (def.check !== "string_format" || !def.pattern) return undefined;
  const { pattern } = def;
  return (text) => pattern.test(text);
};

const stringGuard = ({ checks = [] }: z.core.$ZodTypeDef): Guard | undefined => {
  const guards = complete(checks.map(textGuard));
  if (!guards) return undefined;
  return (value) => {
    if (typeof value !== "string") return false;
    for (const guard of guards) if (!guard(value)) return false;
    return true;
  };
};

const objectGuard = ({ shape }: z.core.$ZodObjectDef): Guard | undefined => {
  const guards = complete(
    Object.entries(shape).map(([name, schema]) => {
      const fits = guardOf(schema as z.ZodType);
      return fits && { name, fits };
    }),
  );
  if (!guards) return undefined;
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, fits } of guards) if (!fits(value[name])) return false;
    return true;
  };
};

/** Undefined for a schema that does more than look, or that is of a kind which no shape of X's has. */
export const guardOf = (schema: z.ZodType): Guard | undefined => {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  // JSON has no undefined: it is what is missing, which zod does not take for anything.
  if (def.type === "unknown") return (value) => value !== undefined;
  if (def.type === "string") return stringGuard(def);
  if (def.type === "number" && !def.checks?.length) {
    return "format" in def && def.format === "safeint" ? Number.isSafeInteger : Number.isFinite;
  }
  if (def.type === "object" && !def.catchall && !def.checks?.length) return objectGuard(def);
  if (def.type === "array" && !def.checks?.length) {
    const item = guardOf(def.element as z.ZodType);
    return item && ((value) => Array.isArray(value) && value.every(item));
  }
  if (def.type !== "optional" && def.type !== "nullable") return undefined;
  const inner = guardOf(def.innerType as z.ZodType);
  const absent = def.type === "optional" ? undefined : null;
  return inner && ((value) => value === absent || inner(value));
};
