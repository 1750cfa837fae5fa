import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FILES } from "../fixtures/media-files.ts";
import { answerOf } from "../harness/answer.ts";
import { callsAs, type SignedIn, signIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());
beforeEach(() => x.control("media-processing", {}));

const append = async (id: string, chunk: Uint8Array, segment: number) => {
  const form = new FormData();
  form.set("segment_index", String(segment));
  form.set("media", new Blob([new Uint8Array(chunk)]));
  return answerOf(
    await fetch(`${x.sandbox.url}/2/media/upload/${id}/append`, {
      method: "POST",
      headers: { authorization: `Bearer ${x.tokens.access_token}` },
      body: form,
    }),
  );
};
const initialize = (bytes: Uint8Array, media_type: string, media_category: string) =>
  x.post("media/upload/initialize", { media_type, media_category, total_bytes: bytes.length });
const upload = async (bytes: Uint8Array, type: string, category: string) => {
  const { json } = await initialize(bytes, type, category);
  await append(json.data.id, bytes.subarray(0, 100), 0);
  await append(json.data.id, bytes.subarray(100), 1);
  return x.post(`media/upload/${json.data.id}/finalize`);
};
const status = (media_id: string) => x.get("media/upload", { command: "STATUS", media_id });

describe("an upload", () => {
  it("of a picture is ready at once, and is served as it came", async () => {
    const { status: code, json } = await upload(FILES.png, "image/png", "tweet_image");
    expect(code).toBe(200);
    expect(json.data).toMatchObject({ media_key: `3_${json.data.id}`, size: FILES.png.length });
    expect(json.data.processing_info).toBeUndefined();
    const post = await x.post("tweets", { text: "Look", media: { media_ids: [json.data.id] } });
    expect(post.json.data.text).toMatch(/^Look https:\/\/t\.co\/\w{10}$/);
    const { json: found } = await x.get("tweets", {
      ids: post.json.data.id,
      expansions: "attachments.media_keys",
      "media.fields": "url",
    });
    const picture = await fetch(found.includes.media[0].url);
    expect(Buffer.from(await picture.arrayBuffer()).equals(FILES.png)).toBe(true);
  });

  it("may come as base64 in JSON", async () => {
    const { json } = await initialize(FILES.png, "image/png", "tweet_image");
    const media = FILES.png.toString("base64");
    const path = `media/upload/${json.data.id}`;
    expect((await x.post(`${path}/append`, { media, segment_index: 0 })).status).toBe(200);
    expect((await x.post(`${path}/finalize`)).status).toBe(200);
    expect((await x.post(`${path}/append`, { media: "?", segment_index: 0 })).status).toBe(400);
  });

  it("of a video is pending, in progress and done, and only then to be posted", async () => {
    await x.control("media-processing", { rounds: 2, checkAfterSecs: 3 });
    const { json } = await upload(FILES.mp4, "video/mp4", "tweet_video");
    expect(json.data.processing_info).toMatchObject({ state: "pending", check_after_secs: 3 });
    const media = { media_ids: [json.data.id] };
    const early = await x.post("tweets", { text: "Too early", media });
    expect(early.json.errors[0].message).toBe("Your media IDs are invalid.");
    const states = [];
    for (let round = 0; round < 3; round += 1) {
      const answer = await status(json.data.id);
      states.push(answer.json.data.processing_info.state);
    }
    expect(states).toEqual(["pending", "in_progress", "succeeded"]);
    const post = await x.post("tweets", { media });
    expect(post.status).toBe(201);
    const { json: state } = await x.control("state");
    expect(state.posts[0].media[0]).toMatchObject({ type: "video", key: `7_${json.data.id}` });
    expect(state.uploads.at(-1)).toMatchObject({ attached: true });
  });

  it("of a video may fail, with the reason, or never end", async () => {
    await x.control("media-processing", { outcome: "failed", rounds: 0 });
    const failed = await upload(FILES.mp4, "video/mp4", "tweet_video");
    expect(failed.json.data.processing_info).toMatchObject({
      state: "failed",
      error: { name: "InvalidMedia", message: "Unsupported video format" },
    });
    await x.control("media-processing", { outcome: "hang", rounds: 0 });
    const { json } = await upload(FILES.mp4, "video/mp4", "tweet_video");
    for (let round = 0; round < 5; round += 1) await status(json.data.id);
    const last = await status(json.data.id);
    expect(last.json.data.processing_info.state).toBe("in_progress");
  });

  it.each([
    ["a text that says to be a picture", FILES.text, "image/png", "tweet_image"],
    ["a picture that says to be a video", FILES.png, "video/mp4", "tweet_video"],
  ])("of %s is refused when it is finalized", async (_, bytes, type, category) => {
    expect((await upload(bytes, type, category)).status).toBe(400);
  });

  it("of fewer bytes than announced is refused", async () => {
    const { json } = await initialize(FILES.png, "image/png", "tweet_image");
    await append(json.data.id, FILES.png.subarray(0, 50), 0);
    expect((await x.post(`media/upload/${json.data.id}/finalize`)).status).toBe(400);
  });

  it.each([
    ["a type that its category does not take", "text/html", "tweet_image", 10],
    ["a category that X does not have", "image/png", "tweet_painting", 10],
    ["a picture of more than 5 MB", "image/png", "tweet_image", 5 * 1024 * 1024 + 1],
    ["no bytes", "image/png", "tweet_image", 0],
  ])("of %s is refused", async (_, media_type, media_category, total_bytes) => {
    const body = { media_type, media_category, total_bytes };
    expect((await x.post("media/upload/initialize", body)).status).toBe(400);
  });

  it("takes no chunk out of range, without a file, or for somebody else's upload", async () => {
    const { json } = await initialize(FILES.png, "image/png", "tweet_image");
    const { id } = json.data;
    expect((await append(id, FILES.png, 1000)).status).toBe(400);
    expect((await x.post(`media/upload/${id}/append`, { segment_index: 0 })).status).toBe(400);
    const other = callsAs(x.sandbox, await signIn(x.sandbox, { as: "lee_gu" }));
    expect((await other.post(`media/upload/${id}/finalize`)).status).toBe(400);
    const garbage = await fetch(`${x.sandbox.url}/2/media/upload/${id}/append`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${x.tokens.access_token}`,
        "content-type": "multipart/form-data; boundary=x",
      },
      body: "no form",
    });
    expect(garbage.status).toBe(400);
  });

  it("is forgotten after a day", async () => {
    const { json } = await upload(FILES.png, "image/png", "tweet_image");
    x.sandbox.clock.advance(24 * 60 * 60 * 1000);
    x = callsAs(x.sandbox, await signIn(x.sandbox));
    expect((await status(json.data.id)).status).toBe(400);
    const media = { media_ids: [json.data.id] };
    expect((await x.post("tweets", { text: "Too late", media })).status).toBe(400);
  });
});

describe("a post", () => {
  const ready = async (bytes: Uint8Array, type: string, category: string): Promise<string> => {
    await x.control("media-processing", { rounds: 0 });
    return (await upload(bytes, type, category)).json.data.id;
  };

  it("takes four pictures, or one GIF, but not both", async () => {
    const pictures = [];
    for (let count = 0; count < 4; count += 1) {
      pictures.push(await ready(FILES.png, "image/png", "tweet_image"));
    }
    const gif = await ready(FILES.animatedGif, "image/gif", "tweet_gif");
    const mixed = { media_ids: [pictures[0], gif] };
    expect((await x.post("tweets", { text: "Mixed", media: mixed })).status).toBe(400);
    expect((await x.post("tweets", { media: { media_ids: [gif] } })).status).toBe(201);
    expect((await x.post("tweets", { media: { media_ids: pictures } })).status).toBe(201);
  });

  it("may repeat a text with another picture", async () => {
    const text = "The same words";
    for (let count = 0; count < 2; count += 1) {
      const media = { media_ids: [await ready(FILES.png, "image/png", "tweet_image")] };
      expect((await x.post("tweets", { text, media })).status).toBe(201);
    }
  });
});

it("there is nothing else under /media", async () => {
  for (const path of ["/media/uploads/1", "/media/pictures/../x.svg", "/nothing"]) {
    expect((await fetch(`${x.sandbox.url}${path}`)).status).toBe(404);
  }
});
