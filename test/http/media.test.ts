import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FILES, sized } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { type Maker, newMaker } from "../harness/maker.ts";
import { send } from "../host/raw-request.ts";

const MEGABYTE = 1024 * 1024;
const OCTETS = { "content-type": "application/octet-stream" };

let connector: ConnectorUnderTest;
let maker: Maker;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(async () => {
  maker = await newMaker(connector);
  await connector.forgetXCalls();
});

const post = (body: Uint8Array | string, query: Record<string, string> = {}, headers = OCTETS) =>
  connector.call("posttweet", { method: "POST", query, body, headers, token: maker.token });

const processing = (how: { outcome?: string; rounds?: number; checkAfterSecs?: number }) =>
  connector.control("media-processing", { checkAfterSecs: 0, ...how });

interface ShownPost {
  readonly id: string;
  readonly text: string;
  readonly media: readonly { readonly type: string; readonly url: string }[];
}
const shownPost = async (id: string): Promise<ShownPost | undefined> => {
  const { json } = await connector.control("state");
  return (json.posts as ShownPost[]).find((each) => each.id === id);
};
const uploadedBytes = async (shown: ShownPost | undefined): Promise<Buffer> =>
  Buffer.from(await (await fetch(shown?.media[0]?.url ?? "about:blank")).arrayBuffer());

const pathsAskedOfX = async (): Promise<string[]> =>
  (await connector.xCalls()).map(({ path }) => path.replace(/\d{5,}/, "ID").replace("/2/", ""));

describe("a file that is posted", () => {
  it.each([
    ["jpeg", "photo", "image/jpeg"],
    ["png", "photo", "image/png"],
    ["webp", "photo", "image/webp"],
    ["gif", "photo", "image/gif"],
    ["animatedGif", "animated_gif", "image/gif"],
    ["mp4", "video", "video/mp4"],
    ["mov", "video", "video/quicktime"],
    ["webm", "video", "video/webm"],
  ] as const)("of kind %s reaches X byte for byte, with a text", async (kind, type, mime) => {
    await processing({ rounds: 1 });
    const { status, json } = await post(FILES[kind], { tweetText: `A ${kind} from @contoso` });
    expect(status).toBe(200);
    const shown = await shownPost(json.TweetId);
    expect(shown).toMatchObject({ text: `A ${kind} from contoso`, media: [{ type }] });
    const answer = await fetch(shown?.media[0]?.url ?? "");
    expect(answer.headers.get("content-type")).toBe(mime);
    expect(Buffer.from(await answer.arrayBuffer()).equals(FILES[kind])).toBe(true);
  });

  it.each([
    [
      "in the envelope",
      JSON.stringify({ "$content-type": "image/png", $content: FILES.png.toString("base64") }),
    ],
    ["as a JSON string", JSON.stringify(FILES.png.toString("base64"))],
    ["as a data URI", `data:image/png;base64,${FILES.png.toString("base64")}`],
  ])("may come %s", async (way, body) => {
    const answer = await post(body, { tweetText: way }, { "content-type": "application/json" });
    expect(answer.status).toBe(200);
    const shown = await shownPost(answer.json.TweetId);
    expect((await uploadedBytes(shown)).equals(FILES.png)).toBe(true);
  });

  it("needs no text", async () => {
    const { status, json } = await post(sized(FILES.png, 1000));
    expect(status).toBe(200);
    expect(await shownPost(json.TweetId)).toMatchObject({ text: "", media: [{ type: "photo" }] });
  });

  it("may have 15 MB, which go to X in segments", { timeout: 20_000 }, async () => {
    await processing({ rounds: 0 });
    const film = sized(FILES.mp4, 15 * MEGABYTE);
    film.fill(7, MEGABYTE);
    const { json, headers } = await post(film, { tweetText: "A long film" });
    expect((await uploadedBytes(await shownPost(json.TweetId))).equals(film)).toBe(true);
    expect(await pathsAskedOfX()).toEqual([
      "media/upload/initialize",
      ...Array.from({ length: 8 }, () => "media/upload/ID/append"),
      "media/upload/ID/finalize",
      "tweets",
    ]);
    expect(headers.get("x-connector-x-calls")).toBe("11");
  });
});

describe("an empty body", () => {
  it("is no media", async () => {
    const { status, json } = await post("", { tweetText: "Only words" });
    expect(status).toBe(200);
    expect(await shownPost(json.TweetId)).toMatchObject({ text: "Only words", media: [] });
  });

  it("and no text is nothing to post", async () => {
    const { status, json } = await post("", { tweetText: " " });
    expect([status, json.code]).toEqual([400, "NothingToPost"]);
  });
});

describe("a picture that gets lost on its way", () => {
  const query = { tweetText: "With its picture" };
  const nothingPosted = async () => expect(await connector.xCalls()).toEqual([]);

  it("because its body came in chunks is asked for with a Content-Length", async () => {
    const { status, body } = await send(connector.url, {
      method: "POST",
      target: "/api/posttweet?tweetText=With%20its%20picture",
      headers: { authorization: `Bearer ${maker.token}`, "transfer-encoding": "chunked" },
      body: FILES.png,
    });
    expect([status, JSON.parse(body).code]).toEqual([400, "InvalidParameter"]);
    expect(JSON.parse(body).message).toContain("Content-Length");
    await nothingPosted();
  });

  it("because the file is empty is told", async () => {
    const envelope = JSON.stringify({ "$content-type": "image/png", $content: "" });
    const { status, json } = await post(envelope, query);
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "body"]);
    expect(json.message).toMatch(/^The file is empty\./);
    await nothingPosted();
  });

  it("because a form ate its plus signs is whole again", async () => {
    const picture = sized(FILES.png, 2000);
    const text = picture.toString("base64").replaceAll("+", " ");
    expect(text).toContain(" ");
    const { status, json } = await post(JSON.stringify(text), query);
    expect(status).toBe(200);
    expect((await uploadedBytes(await shownPost(json.TweetId))).equals(picture)).toBe(true);
  });
});

describe("what cannot be posted", () => {
  it.each([
    ["an image of 5 MB and a byte", sized(FILES.png, 5 * MEGABYTE + 1), 413, "MediaTooLarge"],
    ["a video of 15 MB and a byte", sized(FILES.mp4, 15 * MEGABYTE + 1), 413, "MediaTooLarge"],
    ["a text file named .png", FILES.text, 415, "UnsupportedMedia"],
    ["a string of no base64", '"no base64, this"', 400, "InvalidParameter"],
  ])("is refused before X is called and without counting: %s", async (_, body, status, code) => {
    await post("", { tweetText: "One that counts" });
    await connector.forgetXCalls();
    const answer = await post(body, { tweetText: "With a file" }, { "content-type": "image/png" });
    expect([answer.status, answer.json.code, answer.json.target]).toEqual([status, code, "body"]);
    expect(answer.headers.get("ratelimit-remaining")).toBe("11");
    expect(await connector.xCalls()).toEqual([]);
  });
});

describe("a video that X processes", () => {
  it("is posted after three rounds of asking", async () => {
    await processing({ rounds: 3 });
    const { status } = await post(FILES.mp4, { tweetText: "Three rounds" });
    expect(status).toBe(200);
    const paths = await pathsAskedOfX();
    expect(paths.filter((path) => path === "media/upload")).toHaveLength(4);
    expect(paths.at(-1)).toBe("tweets");
  });

  it("and cannot use is refused with X's reason, and nothing is posted", async () => {
    await processing({ outcome: "failed", rounds: 1 });
    const { status, json } = await post(FILES.mp4, { tweetText: "Broken film" });
    expect([status, json.code]).toEqual([415, "UnsupportedMedia"]);
    expect(json.message).toContain("Unsupported video format");
    expect(json.x).toEqual({ title: "InvalidMedia", detail: "Unsupported video format" });
    expect(await pathsAskedOfX()).not.toContain("tweets");
  });

  it("for too long answers 504, and the repeat goes on without another upload", async () => {
    await processing({ outcome: "hang", checkAfterSecs: 200 });
    const query = { tweetText: "A film that takes its time" };
    const first = await post(FILES.mov, query);
    expect([first.status, first.json.code]).toEqual([504, "XTimeout"]);

    await connector.forgetXCalls();
    const second = await post(FILES.mov, query);
    expect([second.status, second.json.code]).toEqual([504, "XTimeout"]);
    expect(await pathsAskedOfX()).toEqual(["media/upload"]);
  });
});

describe("an upload that X fails", () => {
  it.each([
    ["missingScope", "media/upload/initialize", 403, "MissingScope"],
    ["serverError", "media/upload/", 502, "XUnavailable"],
    ["rateLimited", "media/upload/initialize", 429, "XRateLimited"],
  ])("with %s at %s is told and posts nothing", async (kind, path, status, code) => {
    await connector.control("faults", { kind, method: "POST", path: `/2/${path}` });
    const query = { tweetText: `Picture and ${kind}` };
    const refused = await post(FILES.png, query);
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    expect(await pathsAskedOfX()).not.toContain("tweets");
    expect((await post(FILES.png, query)).status).toBe(200);
  });
});
