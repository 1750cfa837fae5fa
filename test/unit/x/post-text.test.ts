import { expect, it } from "vitest";
import { hasText } from "../../../src/x/post-text.ts";
import { xPost } from "../../fixtures/x-posts.ts";

const url = (short: string, target: string) => ({ url: short, expanded_url: target });

it.each([
  ["characters that X escapes", "5 < 6 & 7 > 2", { text: "5 &lt; 6 &amp; 7 &gt; 2" }],
  ["what looks like an escape", "Write &lt; for it", { text: "Write &amp;lt; for it" }],
  [
    "a link",
    "Read https://contoso.example/a?x=$&y=1 now",
    {
      text: "Read https://t.co/abc now",
      entities: { urls: [url("https://t.co/abc", "https://contoso.example/a?x=$&y=1")] },
    },
  ],
  [
    "a link without its scheme",
    "Read contoso.example now",
    {
      text: "Read https://t.co/abc now",
      entities: { urls: [url("https://t.co/abc", "http://contoso.example/")] },
    },
  ],
  [
    "media's own link",
    "A picture",
    {
      text: "A picture https://t.co/pic",
      entities: { urls: [url("https://t.co/pic", "https://x.com/me/status/12/photo/1")] },
    },
  ],
  ["spaces at the ends and in between", " Two  words\r\n", { text: "Two words" }],
  ["letters in two pieces", "Cafe\u0301", { text: "Café" }],
  [
    "a long post",
    "Long ".repeat(100),
    { text: `${"Long ".repeat(50)}…`, note_tweet: { text: "Long ".repeat(100).trim() } },
  ],
])("a post holds the text that was sent: %s", (_, sent, post) => {
  expect(hasText({ ...xPost(), ...post } as never, sent)).toBe(true);
});

it.each([
  ["another word", "Good morning", { text: "Good evening" }],
  [
    "another link",
    "Read https://contoso.example/a",
    {
      text: "Read https://t.co/abc",
      entities: { urls: [url("https://t.co/abc", "https://contoso.example/b")] },
    },
  ],
  ["a part of it", "Good morning", { text: "Good morning all" }],
])("a post does not hold another text: %s", (_, sent, post) => {
  expect(hasText({ ...xPost(), ...post } as never, sent)).toBe(false);
});
