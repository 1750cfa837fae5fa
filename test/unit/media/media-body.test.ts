import { describe, expect, it } from "vitest";
import { REQUEST_BODY_MAX_BYTES } from "../../../src/connector/limits.ts";
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
  ])("may be %s", async (_, body) => {
    expect(await readMedia(copy(body))).toBeUndefined();
  });
});

describe("the largest file", { timeout: 30_000 }, () => {
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
    await expect(readMedia(larger)).rejects.toMatchObject({ code: "MediaTooLarge" });
  });

  it.each(WAYS)(
    "of a video is not one byte larger than 15 MB when it comes %s",
    async (_, wrap) => {
      const larger = wrap(sized(FILES.mp4, 15 * MEGABYTE + 1));
      await expect(readMedia(larger)).rejects.toMatchObject({ code: "MediaTooLarge" });
    },
  );
});

/** As what reads base64 as a form's text makes it. */
const withoutPluses = (file: Buffer): string => base64(file).replaceAll("+", " ");
/** Its base64 holds plus signs anywhere, as every file's of some size does. */
const noisy = (length: number): Buffer => {
  const file = sized(FILES.jpeg, length);
  for (let index = FILES.jpeg.length; index < length; index += 1) file[index] = (index * 7919) >> 3;
  return file;
};

describe("base64 whose plus signs came as spaces", () => {
  const lengths = Array.from({ length: 24 }, (_, index) => 600 + index);
  it.each([
    ["bare", (text: string) => text],
    ["as a JSON string", (text: string) => JSON.stringify(text)],
    ["in the envelope", (text: string) => JSON.stringify({ $content: text })],
    ["as a data URI", (text: string) => `data:image/jpeg;base64,${text}`],
    ["in lines", (text: string) => text.replaceAll(/.{76}/g, "$&\r\n")],
  ])("is the whole file, when it comes %s", async (_, wrap) => {
    for (const file of lengths.map(noisy)) {
      expect(withoutPluses(file)).toContain(" ");
      const media = await readMedia(copy(wrap(withoutPluses(file))));
      expect(media?.bytes.equals(file)).toBe(true);
    }
  });

  it("is the whole file when there is one within its first characters", async () => {
    const file = Buffer.concat([Buffer.from("/9j/4QD+Rlhp", "base64"), noisy(999)]);
    expect((await readMedia(copy(withoutPluses(file))))?.bytes.equals(file)).toBe(true);
  });

  it.each(lengths)("is not the file where a space wraps it, of %i bytes", async (length) => {
    const file = noisy(length);
    for (const width of [4, 64, 76]) {
      const wrapped = base64(file).replaceAll(new RegExp(`.{${width}}`, "g"), "$& ");
      expect((await readMedia(copy(JSON.stringify(wrapped))))?.bytes.equals(file)).toBe(true);
    }
  });

  it("is not the file where a space wraps it and no plus sign is in it", async () => {
    for (const file of lengths.map((length) => sized(FILES.jpeg, length))) {
      for (const width of [4, 64, 76]) {
        const wrapped = base64(file).replaceAll(new RegExp(`.{${width}}`, "g"), "$& ");
        expect(wrapped).not.toContain("+");
        expect((await readMedia(copy(JSON.stringify(wrapped))))?.bytes.equals(file)).toBe(true);
      }
    }
  });

  it("is wrapped where no plus sign is missing, so also when spaces are irregular", async () => {
    const file = noisy(900);
    const text = base64(file);
    expect(text).toContain("+");
    const spaced = `${text.slice(0, 10)} ${text.slice(10, 41)}  ${text.slice(41)} `;
    expect((await readMedia(copy(JSON.stringify(spaced))))?.bytes.equals(file)).toBe(true);
  });

  it("is refused with 400 when no reading has the right length", async () => {
    const text = withoutPluses(noisy(900));
    const broken = text.replace(" ", "");
    await expect(readMedia(copy(JSON.stringify(broken)))).rejects.toMatchObject({
      code: "InvalidParameter",
      message: expect.stringContaining("not valid base64"),
    });
  });
});

describe("a file that is named and empty", () => {
  it.each([
    ["an envelope", '{"$content-type":"image/png","$content":""}'],
    ["a data URI", "data:image/png;base64,"],
    ["an envelope of a data URI", '{"$content":"data:image/png;base64,"}'],
  ])("is refused with 400, not posted without its picture: %s", async (_, body) => {
    await expect(readMedia(copy(body))).rejects.toMatchObject({
      code: "InvalidParameter",
      message: expect.stringMatching(/^The file is empty\./),
      options: { target: "body" },
    });
  });
});

describe("a body that is larger than anything that may be posted", () => {
  it.each([
    ["spaced base64", "data:image/png;base64,", "A "],
    ["escapes", '"', "\\n"],
    ["zeros", "", "\0\0"],
  ])("is refused before it is looked at: %s", async (_, head, filling) => {
    const body = Buffer.alloc(REQUEST_BODY_MAX_BYTES + 1, filling);
    body.write(head);
    const before = Buffer.from(body);
    await expect(readMedia(body)).rejects.toMatchObject({
      code: "MediaTooLarge",
      message: expect.stringContaining(String(REQUEST_BODY_MAX_BYTES + 1)),
    });
    expect(body.equals(before)).toBe(true);
  });
});

describe("a body of clutter", () => {
  it.each([
    ["spaced base64", "data:image/png;base64,", "A ", "", "UnsupportedMedia"],
    ["line ends", "data:image/png;base64,", "\r\n", "", "InvalidParameter"],
    ["escapes", '"', "\\u002B", '"', "UnsupportedMedia"],
  ])("lets other work run meanwhile: %s", async (_, head, filling, tail, code) => {
    const filled = Buffer.alloc(filling.length * 2 * MEGABYTE, filling);
    const body = Buffer.concat([copy(head), filled, copy(tail)]);
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    await expect(readMedia(body)).rejects.toMatchObject({ code });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
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
