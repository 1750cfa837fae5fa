import { describe, expect, it } from "vitest";
import { PostToPublishModel } from "../../../src/connector/publish-models.ts";
import { readPost } from "../../../src/publishing/read-post.ts";
import { FILES, sized } from "../../fixtures/media-files.ts";

const base64 = (bytes: Buffer): string => bytes.toString("base64");
const PICTURE = { content: base64(FILES.png) };
const VIDEO = { content: base64(FILES.mp4) };

describe("what X would refuse of a post", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["no object", "text", ["body"]],
    ["a list", [], ["body"]],
    ["nothing", {}, ["text"]],
    ["a poll alone", { poll: { options: ["A", "B"] } }, ["text"]],
    ["a text that is too long", { text: `${"x".repeat(258)} https://a.com` }, ["text"]],
    ["two cashtags", { text: "$MSFT or $AAPL" }, ["text"]],
    ["a text of another type", { text: { a: 1 } }, ["text"]],
    ["five images", { media: Array(5).fill(PICTURE) }, ["media"]],
    ["a video and an image", { media: [PICTURE, VIDEO] }, ["media"]],
    ["media that is no list", { text: "A", media: "A" }, ["media"]],
    ["a file that is none", { media: [{ content: base64(FILES.text) }] }, ["media[0].content"]],
    [
      "a link in its place",
      { media: [{ content: "https://a.example/a.png" }] },
      ["media[0].content"],
    ],
    [
      "an image that is too large",
      { media: [PICTURE, { content: base64(sized(FILES.png, 5 * 1024 * 1024 + 1)) }] },
      ["media[1].content"],
    ],
    ["no file", { media: [{ altText: "A dot" }] }, ["media[0].content"]],
    [
      "a long alt text",
      { media: [{ ...PICTURE, altText: "x".repeat(1001) }] },
      ["media[0].altText"],
    ],
    ["media with a poll", { text: "A", media: [PICTURE], poll: { options: ["A", "B"] } }, ["poll"]],
    ["a poll of one", { text: "A", poll: { options: ["A"] } }, ["poll.options"]],
    ["a poll of five", { text: "A", poll: { options: [..."ABCDE"] } }, ["poll.options"]],
    ["a long answer", { text: "A", poll: { options: ["A", "b".repeat(26)] } }, ["poll.options[1]"]],
    [
      "a short poll",
      { text: "A", poll: { options: ["A", "B"], durationMinutes: 4 } },
      ["poll.durationMinutes"],
    ],
    [
      "a poll of more than a week",
      { text: "A", poll: { options: ["A", "B"], durationMinutes: "10081" } },
      ["poll.durationMinutes"],
    ],
    ["a reply to no post", { text: "A", replyTo: "https://x.com/contoso" }, ["replyTo"]],
    ["who may reply by another name", { text: "A", replySettings: "all" }, ["replySettings"]],
    ["neither true nor false", { text: "A", madeWithAi: "maybe" }, ["madeWithAi"]],
    ["a property that is misspelt", { text: "A", reply_to: "1" }, ["body"]],
    ["an empty file", { media: [{ content: "" }] }, ["media[0].content"]],
    [
      "a part that is wrong beside one that is too long",
      { text: "x".repeat(281), poll: 1 },
      ["poll", "text"],
    ],
  ])("is found: %s", async (_, body, targets) => {
    const { findings } = await readPost(PostToPublishModel, body);
    expect(findings.map(({ target }) => target)).toEqual(targets);
    for (const { message } of findings) expect(message).toMatch(/^.{20,}[.]$/);
  });

  it("is told by where it stands in a longer body", async () => {
    const body = { text: "A", media: [{ content: "?" }], poll: { options: ["A"] } };
    const { findings } = await readPost(PostToPublishModel, body, "parts[3]");
    expect(findings.map(({ target }) => target)).toEqual([
      "parts[3].poll.options",
      "parts[3].media[0].content",
      "parts[3].poll",
    ]);
  });

  it("leaves what X takes alone", async () => {
    const { post, findings } = await readPost(PostToPublishModel, {
      text: ` ${"x".repeat(255)} $MSFT @contoso https://contoso.com/a `.replace(/x{40} /, " "),
      media: [PICTURE, PICTURE, PICTURE, { ...PICTURE, altText: "é".repeat(1000) }],
      replyTo: "https://x.com/contoso/status/1460323737035677698?s=20",
      replySettings: "everyone",
    });
    expect(findings).toEqual([]);
    expect(post).toMatchObject({ replyTo: "1460323737035677698" });
    expect(post).not.toHaveProperty("replySettings");
    expect(post.media).toHaveLength(4);
  });
});
