import { describe, expect, it } from "vitest";
import { readMedia } from "../../../src/media/media-body.ts";
import { FILES, sized } from "../../fixtures/media-files.ts";

const MEGABYTE = 1024 * 1024;
const copy = (text: string | Buffer): Buffer => Buffer.from(text as string);
const base64 = (file: Buffer): string => file.toString("base64");

/** Every way in which flows and canvas apps send a file. */
const WAYS: readonly (readonly [string, (file: Buffer) => Buffer])[] = [
  ["as it is", (file) => copy(file)],
  ["as bare base64", (file) => copy(base64(file))],
  ["as bare base64 in lines", (file) => copy(base64(file).replaceAll(/.{76}/g, "$&\r\n"))],
  ["as a JSON string of base64", (file) => copy(JSON.stringify(base64(file)))],
  [
    "as a JSON string with escapes",
    (file) => copy(`"${base64(file).replaceAll("/", "\\/").replaceAll("+", "\\u002B")}"`),
  ],
  [
    "in the envelope",
    (file) =>
      copy(JSON.stringify({ "$content-type": "application/octet-stream", $content: base64(file) })),
  ],
  [
    "in the envelope with its parts the other way round and spaces",
    (file) => copy(` { "$content" : "${base64(file)}" , "$content-type": "image/png" }\r\n`),
  ],
  ["as a data URI", (file) => copy(`data:image/png;base64,${base64(file)}`)],
  ["as a JSON string of a data URI", (file) => copy(`"data:image/png;base64,${base64(file)}"`)],
  [
    "as a JSON string of an escaped data URI",
    (file) => copy(`"data:image\\/png;base64,${base64(file).replaceAll("/", "\\/")}"`),
  ],
  [
    "as a data URI in the envelope",
    (file) => copy(JSON.stringify({ $content: `data:video/mp4;base64,${base64(file)}` })),
  ],
];

const KINDS = [
  ["jpeg", "image/jpeg", "tweet_image"],
  ["png", "image/png", "tweet_image"],
  ["webp", "image/webp", "tweet_image"],
  ["gif", "image/gif", "tweet_image"],
  ["animatedGif", "image/gif", "tweet_gif"],
  ["mp4", "video/mp4", "tweet_video"],
  ["mov", "video/quicktime", "tweet_video"],
  ["webm", "video/webm", "tweet_video"],
] as const;

describe.each(KINDS)("a file of kind %s", (name, type, category) => {
  it.each(WAYS)("is known and whole when it comes %s", async (_, wrap) => {
    const file = FILES[name];
    const media = await readMedia(wrap(file));
    expect(media).toMatchObject({ type, category });
    expect(media?.bytes.equals(file)).toBe(true);
  });
});

describe("a body without media", () => {
  it.each([
    ["empty", ""],
    ["blank", " \r\n"],
    ["an empty JSON string", '""'],
    ["null", "null"],
    ["an envelope of nothing", '{"$content-type":"image/png","$content":""}'],
  ])("may be %s", async (_, body) => {
    expect(await readMedia(copy(body))).toBeUndefined();
  });
});

describe("the largest file", () => {
  const half = sized(FILES.png, 5 * MEGABYTE);
  it.each(WAYS)("of an image has 5 MB, also when it comes %s", async (_, wrap) => {
    expect((await readMedia(wrap(half)))?.bytes.equals(half)).toBe(true);
  });

  it.each(WAYS)("of an image is not one byte larger when it comes %s", async (_, wrap) => {
    await expect(readMedia(wrap(sized(FILES.png, 5 * MEGABYTE + 1)))).rejects.toMatchObject({
      code: "MediaTooLarge",
      status: 413,
      message: expect.stringContaining("5242881"),
    });
  });

  it.each(["gif", "animatedGif"] as const)("of kind %s counts as an image", async (kind) => {
    await expect(readMedia(sized(FILES[kind], 5 * MEGABYTE + 1))).rejects.toMatchObject({
      code: "MediaTooLarge",
    });
  });

  it.each(["mp4", "mov", "webm"] as const)("of kind %s has 15 MB", async (kind) => {
    const film = sized(FILES[kind], 15 * MEGABYTE);
    expect((await readMedia(film))?.bytes.length).toBe(15 * MEGABYTE);
    const larger = sized(FILES[kind], 15 * MEGABYTE + 1);
    for (const [, wrap] of WAYS) {
      await expect(readMedia(wrap(larger))).rejects.toMatchObject({ code: "MediaTooLarge" });
    }
  });
});

describe("what is no media", () => {
  it.each([
    ["a text file named .png", copy(FILES.text)],
    ["a PDF", copy("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
    ["an SVG", copy('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["zeros", Buffer.alloc(1000)],
    ["a text file in base64", copy(JSON.stringify(base64(FILES.text)))],
    ["a form", copy('--x\r\nContent-Disposition: form-data; name="media"\r\n\r\n')],
    ["one byte", copy("x")],
  ])("is refused with 415: %s", async (_, body) => {
    await expect(readMedia(body)).rejects.toMatchObject({
      code: "UnsupportedMedia",
      status: 415,
      options: { target: "body" },
    });
  });

  it.each([
    ["a JSON string of no base64", '"this is no base64!"'],
    ["base64 with a stranger in it", `"${base64(FILES.png).replace("A", "*")}"`],
    ["base64 cut off", `"${base64(FILES.png).slice(0, 21)}"`],
    ["base64 with padding in it", '"aGVsbG8=aGVsbG8="'],
    ["a string that does not end", `"${base64(FILES.png)}`],
    ["a string and something after it", `"${base64(FILES.png)}" and more`],
    ["a string and a lot after it", `"${base64(FILES.png)}"${" ".repeat(10_000)}`],
    ["a broken escape", '"ab\\q/"'],
    ["an envelope cut off", `{"$content":"${base64(FILES.png)}"`],
    ["an object without a file", '{"file":"x"}'],
    ["an object of a file inside", `{"body":{"$content":"${base64(FILES.png)}"}}`],
    ["a list", "[1,2,3]"],
    ["a data URI that is not base64", "data:image/svg+xml,%3Csvg/%3E"],
    ["a data URI of no base64", "data:image/png;base64,###"],
  ])("is refused with 400: %s", async (_, body) => {
    await expect(readMedia(copy(body))).rejects.toMatchObject({
      code: "InvalidParameter",
      status: 400,
      options: { target: "body" },
    });
  });
});
