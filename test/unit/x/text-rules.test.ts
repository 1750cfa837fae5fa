import fc from "fast-check";
import { extractMentionsOrListsWithIndices, extractUrls } from "twitter-text";
import { describe, expect, it } from "vitest";
import { holdsLink, weightedLength, withoutMentions } from "../../../src/x/text-rules.ts";

describe("a sign that X would make a mention of is taken away", () => {
  it.each([
    ["Thanks @contoso!", "Thanks contoso!"],
    ["＠contoso, wide", "contoso, wide"],
    [".@contoso (@fabrikam) “@tailspin_toys”", ".contoso (fabrikam) “tailspin_toys”"],
    ["RT @contoso: News", "RT contoso: News"],
    ["RT@contoso", "RTcontoso"],
    ["こんにちは@contoso", "こんにちはcontoso"],
    ["@contoso/team", "contoso/team"],
    ["@contoso.com", "contoso.com"],
    ["🎉@contoso", "🎉contoso"],
    ["line\n@contoso", "line\ncontoso"],
    // Behind no address that twitter-text knows.
    ["see /@contoso", "see /contoso"],
  ])("%j becomes %j", async (text, posted) => {
    expect(await withoutMentions(text)).toBe(posted);
  });
});

describe("a sign that makes no mention stays", () => {
  it.each([
    "https://medium.com/@user/story",
    "medium.com/@user/story",
    "https://www.google.com/maps/@47.6,-122.3,15z",
    "https://contoso.example.com/?to=@user",
    "sales@contoso.com",
    "Write to sales@contoso.com.",
    "ops+alerts@contoso.co.uk",
    "me @ home",
    "@",
    "@@contoso",
    "5@night",
    "#@contoso",
    "no sign at all",
    "$MSFT #news",
    "",
  ])("%j", async (text) => {
    expect(await withoutMentions(text)).toBe(text);
  });

  it("also beside one that goes", async () => {
    const text =
      "@contoso writes on https://medium.com/@contoso/x, ask sales@contoso.com or @fabrikam";
    expect(await withoutMentions(text)).toBe(
      "contoso writes on https://medium.com/@contoso/x, ask sales@contoso.com or fabrikam",
    );
  });
});

const pieces = fc.constantFrom(
  ..."@ @ ＠ a Z 0 _ é 日 . / : # $ & ! - ( 🎉 \n RT rt contoso user .com https:// medium.com/ sales@".split(
    " ",
  ),
  " ",
);
const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(""));

describe("whatever is written", () => {
  it("mentions nobody, loses nothing but signs, and is the same when stripped again", () =>
    fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const posted = await withoutMentions(text);
        const links = extractUrls(posted);
        for (const { screenName, indices } of extractMentionsOrListsWithIndices(posted)) {
          const sign = posted.charAt(indices[0]) + screenName;
          expect(links.some((link) => link.includes(sign))).toBe(true);
        }
        expect(posted.replaceAll(/[@＠]/g, "")).toBe(text.replaceAll(/[@＠]/g, ""));
        expect(await withoutMentions(posted)).toBe(posted);
      }),
      { numRuns: 2_000 },
    ));
});

describe("a text's length by weight", () => {
  it.each([
    ["Hello", 5],
    ["你好", 4],
    ["👩‍👩‍👧‍👦", 2],
    ["https://contoso.example.com/a/very/long/address/that/goes/on?and=on", 23],
    ["contoso.com", 23],
    ["e\u0301", 1],
    ["", 0],
  ])("of %j is %i", async (text, length) => {
    expect(await weightedLength(text)).toBe(length);
  });
});

it.each([
  ["https://contoso.com", true],
  ["contoso.com", true],
  // X may know a top-level domain that twitter-text does not.
  ["https://contoso.youngerthantherules/news", true],
  ["contoso.music", true],
  ["Hear CONTOSO.MUSIC/new, now", true],
  ["“contoso.亚马逊”", true],
  ["sales@contoso.music", false],
  ["contoso.music-fans", false],
  ["Node.js 24.1.0, report.pdf, e.g. this", false],
  ["See contoso.com/news.", true],
  ["sales@contoso.com", false],
  ["End of a sentence. Another.", false],
  ["Nothing", false],
])("X makes a link of something in %j: %s", async (text, isLink) => {
  expect(await holdsLink(text)).toBe(isLink);
});
