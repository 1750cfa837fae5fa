import fc from "fast-check";
import { expect, it } from "vitest";
import { parseQuery } from "../../../local/sandbox/search/query.ts";
import { createWorld } from "../../../local/sandbox/world/world.ts";
import { explainSearch, translateSearch } from "../../../src/search/translate.ts";

const world = createWorld(() => Date.parse("2026-11-25T12:00:00Z"));

const PIECES = [
  ..."()\"“',-+\\?".split(""),
  ..."OR AND and :) from: from:@a filter:links since:2026-11-20 #a @b $C list:1 is:reply".split(
    " ",
  ),
  ..."http://a.b/c geocode:1,2,3mi 🔥 a*b constructor:x word 会议 10:30".split(" "),
  "point_radius:[1 2 3mi]",
  " ",
] as const;
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 8,
  })
  .map((pieces) => pieces.join(" ").slice(0, 200));

it("any text is refused with a reason, or is one that X takes and that stays as it is", () => {
  let taken = 0;
  fc.assert(
    fc.property(text, (written) => {
      const explained = explainSearch(written);
      if (explained.kind === "refused") {
        expect(explained.message).toMatch(/^"Search text" /);
        return;
      }
      const { query } = translateSearch(written);
      expect(() => parseQuery(world, query), query).not.toThrow();
      expect(translateSearch(query).query).toBe(query);
      taken += 1;
    }),
    { numRuns: 500, seed: 20261125 },
  );
  expect(taken).toBeGreaterThan(100);
});

it.each([
  ["love OR hate", { kind: "same" }],
  [" love  OR\thate ", { kind: "same" }],
  [
    "from:@contoso since:2026-11-20",
    { kind: "rewritten", xQuery: "from:contoso start_time=2026-11-20T00:00:00Z" },
  ],
])("what becomes of %s is told without a clock", (written, explained) => {
  expect(explainSearch(written)).toEqual(explained);
});
