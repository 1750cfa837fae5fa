import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { guardOf } from "../../../src/x/guard.ts";

const schema = z.object({
  id: z.string().regex(/^\d{1,3}$/),
  name: z.string().min(1),
  text: z.string().nullish(),
  count: z.int().nullish(),
  share: z.number().optional(),
  list: z.array(z.object({ key: z.string() })).nullish(),
  rest: z.unknown(),
});

const numbers = fc.oneof(fc.integer(), fc.double(), fc.constant(2 ** 53));
const anyOf = <T>(...likely: readonly T[]) =>
  fc.option(fc.oneof(fc.constantFrom<unknown>(...likely), fc.anything()), { nil: undefined });
/** Values that mostly fit, so that each property is met alone. */
const values = fc.record(
  {
    id: anyOf("1", "123", "1234", ""),
    name: anyOf("a", ""),
    text: anyOf("a", null, undefined),
    count: fc.oneof(numbers, anyOf(1, null)),
    share: fc.oneof(numbers, anyOf(0.5)),
    list: anyOf([], [{ key: "a" }], [{ key: "a" }, { key: 1 }], [{}], null),
    rest: fc.jsonValue(),
    unknown: fc.anything(),
  },
  { requiredKeys: [] },
);

describe("whether a value is as a schema says", () => {
  it("is told as zod tells it", () => {
    const guard = guardOf(schema);
    const fitting = fc.constant({ id: "1", name: "a" });
    const given = fc.oneof(
      fc.tuple(fitting, values).map(([base, more]) => ({ ...base, ...more })),
      values,
      fc.anything(),
    );
    fc.assert(
      fc.property(given, (value) => guard?.(value) === schema.safeParse(value).success),
      { numRuns: 300 },
    );
  });

  it.each([
    ["changes what it takes", z.string().transform((text) => text.length)],
    ["allows one text only", z.literal("a")],
    ["refuses unknown properties", z.strictObject({})],
    ["asks more of a text than is known here", z.string().max(2)],
    ["bounds a number", z.number().max(2)],
    ["bounds a list", z.array(z.string()).max(2)],
    ["holds such a property", z.object({ a: z.literal("a") })],
    ["holds such items", z.array(z.literal("a"))],
  ])("is left to zod where the schema %s", (_, other) => {
    expect(guardOf(other)).toBeUndefined();
  });
});
