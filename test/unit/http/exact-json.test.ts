import { describe, expect, it } from "vitest";
import { toExactJson } from "../../../src/http/exact-json.ts";

describe("exact JSON", () => {
  it("writes every digit of an id beyond 2^53 as an integer", () => {
    expect(toExactJson({ Id: 1460323737035677698n })).toBe('{"Id":1460323737035677698}');
  });
  it("is plain JSON otherwise", () => {
    const value = {
      text: 'a "quoted"\n\u2028 line 😀 \ud800',
      list: [1, 0.5, true, null],
      none: undefined,
    };
    expect(toExactJson(value)).toBe(JSON.stringify(value));
  });
});
