/** Bodies that are large in what they hold: each held or ended the process before. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PostToPublishModel } from "../../../src/connector/publish-models.ts";
import { readBody } from "../../../src/publishing/read-model.ts";
import { readPost } from "../../../src/publishing/read-post.ts";
import { readThread } from "../../../src/publishing/read-thread.ts";
import { splitText } from "../../../src/publishing/split-text.ts";
import { weightedLength, withoutMentions } from "../../../src/x/text-rules.ts";
import { twitterText } from "../../../src/x/twitter-text.ts";

const ARTICLE = `${"中文，".repeat(7)}3.5`;
const many = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));
const bodyOf = (value: unknown) => ({ body: async () => Buffer.from(JSON.stringify(value)) });
const readPostIn = (given: unknown) => readPost(PostToPublishModel, given);

describe("a text without blanks", () => {
  // 25,000 characters of this held the process for ten seconds, several times a post.
  it("is counted in little time, as X counts it", async () => {
    const text = many(ARTICLE, 13_000).slice(0, 13_000);
    const { findings } = await readPostIn({ text, longText: true });
    expect(findings).toEqual([]);
    expect(await weightedLength(text)).toBe(24_377);
    expect((await readPostIn({ text: `${text}${text}`, longText: true })).findings).toMatchObject([
      { target: "text", message: expect.stringContaining("counts 48754 characters") },
    ]);
  });

  it("counts as in one piece, and keeps every letter", async () => {
    const letters = fc.constantFrom("a", "é", "中", "😀", ".", "…", "_", "-");
    const texts = fc.string({ unit: letters, minLength: 150, maxLength: 600 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await weightedLength(text)).toBe(twitterText.parseTweet(text).weightedLength);
        expect(await withoutMentions(`${text} @a ${text}`)).toBe(`${text} a ${text}`);
      }),
      { numRuns: 30 },
    );
  });

  it("is split into posts where it is no longer than a thread", async () => {
    const posts = await splitText(many(ARTICLE, 1_000));
    expect(posts.map((post) => post.replace(/ \d+\/\d+$/, "")).join("")).toBe(many(ARTICLE, 1_000));
  });

  // The process ran out of memory: each letter came with a copy of all.
  it("is refused before it is split where no thread holds it", async () => {
    const { findings } = await readThread({ textToSplit: many("中", 24_000) });
    expect(findings).toMatchObject([
      { target: "textToSplit", message: expect.stringContaining("longer than 25 posts can hold") },
    ]);
  });
});

describe("a body with far more than a post has", () => {
  it.each([
    ["media", { media: Array.from({ length: 200_000 }, () => ({})) }],
    ["options of a poll", { poll: { options: Array.from({ length: 200_000 }, () => "") } }],
    ["properties", Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`p${at}`, 1]))],
    ["lists in lists", JSON.parse("[".repeat(3_000) + "]".repeat(3_000))],
  ])("is refused as a whole, or by what is no post's: %s", async (_, given) => {
    const error: unknown = await readBody(bodyOf(given), readPostIn).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "InvalidParameter" });
    expect(String(error).length).toBeLessThan(1_000);
  });

  it("has only the parts of a thread read that a thread may have", async () => {
    const { findings, parts } = await readThread({
      parts: Array.from({ length: 900 }, () => ({})),
    });
    expect(findings[0]?.message).toContain("This makes 900 posts");
    expect(parts).toHaveLength(25);
  });

  it.each([
    ["text", { text: "a".repeat(200_000) }],
    ["altText", { media: [{ content: "R0lG", altText: "😀".repeat(600_000) }] }],
  ])("of long words is refused by them: %s", async (name, given) => {
    const { findings } = await readPostIn(given);
    expect(findings.some(({ target }) => target.endsWith(name))).toBe(true);
  });
});
