import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSendableHeaders } from "../../../src/http/headers.ts";

const sent = (value: string): string | undefined =>
  toSendableHeaders(200, { notice: value }).notice;

describe("a header", () => {
  // An en dash in X's words made a poll a 500 without Location.
  it.each([
    ["X says – no", "X says - no"],
    ["it’s “over”…", `it's "over"...`],
    ["one\r\nInjected: two", "one Injected: two"],
    ["Zürich 東京 \u0000", "Zurich ?? ?"],
    ["😀", "?"],
  ])("%j is sent as %j", (value, plain) => {
    expect(sent(value)).toBe(plain);
  });

  it("is printable ASCII and at most 1,000 characters, whatever it is made from", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codePoints) => {
        expect(sent(String.fromCodePoint(...codePoints))).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    expect(sent("–".repeat(100_000))).toMatch(/^-{997}\.\.\.$/);
    expect(sent("ﷺ".repeat(1_000))).toHaveLength(1_000);
  });

  it("that is an address is never cut", () => {
    const Location = `https://contoso.example/?${"a".repeat(5_000)}`;
    expect(toSendableHeaders(202, { Location }).Location).toBe(Location);
  });
});

describe("Retry-After", () => {
  it.each([429, 502, 503, 504])("comes with every %i", (status) => {
    expect(Number(toSendableHeaders(status, {})["Retry-After"])).toBeGreaterThan(0);
  });
  it("is the one of whoever knows a time", () => {
    expect(toSendableHeaders(429, { "retry-after": "7" })).toEqual({ "retry-after": "7" });
  });
  it("does not come with what is no trouble that passes", () => {
    expect(toSendableHeaders(400, {})).toEqual({});
  });
});
