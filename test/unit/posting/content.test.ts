/** What makes two posts the same, and how several files reach X. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentDigest } from "../../../src/posting/posting.ts";
import type { PostContent } from "../../../src/x/post-content.ts";
import { createWorld, fail, NEVER, PICTURE, POSTED, paths, refused, turns } from "./world.ts";

// All of it reported by `npm run mutation`: no test noticed when it broke.
const OTHER_PICTURE = { ...PICTURE, bytes: Buffer.concat([PICTURE.bytes, Buffer.of(0)]) };
const first = { file: PICTURE, altText: "" };
const second = { file: OTHER_PICTURE, altText: "" };
const base: PostContent = { text: "Hello", media: [first] };

/** Each upload has an id of its own: 50, 60, … */
const uploads = () => {
  let id = 40;
  return {
    "media/upload/initialize": () => {
      id += 10;
      return { data: { id: String(id) } };
    },
    "media/upload/finalize": () => ({ data: { id: String(id) } }),
    "media/metadata": {},
  };
};

const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
const rowOf = (...parts: string[]) => sha256(JSON.stringify(["a", "run", ...parts]));

describe("the row of a post", () => {
  // A process of an older release may be at work on the same post.
  it.each([
    ["a text", { text: "Hello", media: [] }, ["tweet", "Hello", ""]],
    ["a text and a file", base, ["tweet", "Hello", sha256(PICTURE.bytes)]],
    [
      "what only later releases can post",
      { ...base, replyTo: "5" },
      ["post", "Hello", sha256(PICTURE.bytes), "", '[["replyTo","5"]]'],
    ],
  ])("is named as ever: %s", async (_, content, parts) => {
    const { request, store } = createWorld();
    await request({ ...uploads(), tweets: POSTED }, { runId: "run" }).publish(content);
    expect((await store.list("post-1")).map(({ row }) => row)).toEqual([rowOf(...parts)]);
  });

  it("is named as ever: a retweet", async () => {
    const { request, store } = createWorld();
    const { retweet } = request(
      { "users/retweets": { data: { retweeted: true } } },
      { runId: "run" },
    );
    await retweet("9");
    expect((await store.list("post-1")).map(({ row }) => row)).toEqual([rowOf("retweet", "9")]);
  });
});

describe("posts are told apart", () => {
  it.each<[string, PostContent, PostContent]>([
    ["by what they reply to", { ...base, replyTo: "5" }, base],
    ["by alt texts", { ...base, media: [{ ...first, altText: "A dot" }] }, base],
    ["by the second file", { ...base, media: [first, second] }, { ...base, media: [first, first] }],
    ["by their order", { ...base, media: [first, second] }, { ...base, media: [second, first] }],
    ["by how many files there are", { ...base, media: [first, first] }, base],
  ])("%s", async (_, one, other) => {
    const { request } = createWorld();
    await request({ ...uploads(), tweets: POSTED }).publish(one);
    const next = request({ ...uploads(), tweets: { data: { id: "8" } } });
    expect(await next.publish(other)).toBe("8");
    const repeat = request({});
    expect(await repeat.publish(one)).toBe("7");
    expect(await contentDigest(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(await contentDigest(one)).not.toBe(await contentDigest(other));
    expect(await contentDigest(one)).toBe(await contentDigest({ ...one }));
  });
});

describe("several files", () => {
  const two: PostContent = { text: "", media: [first, second] };

  it("are posted in their order, and a repeat brings none again", async () => {
    const { request } = createWorld();
    const limited = request({ ...uploads(), tweets: () => fail(refused(429)) });
    await expect(limited.publish(two)).rejects.toMatchObject({ code: "XRateLimited" });
    const repeat = request({ tweets: POSTED });
    await repeat.publish(two);
    expect(repeat.calls).toEqual([
      { path: "tweets", values: { media: { media_ids: ["50", "60"] } } },
    ]);
  });

  it("are brought on from where a process died", async () => {
    const { request } = createWorld();
    const { "media/upload/initialize": initialize, ...rest } = uploads();
    let begun = 0;
    const died = request({
      ...rest,
      "media/upload/initialize": () => {
        begun += 1;
        return begun === 2 ? NEVER : initialize();
      },
    });
    void died.publish(two);
    await turns();
    const repeat = request({
      "media/upload/initialize": { data: { id: "60" } },
      "media/upload/finalize": { data: { id: "60" } },
      tweets: POSTED,
    });
    await repeat.publish(two);
    expect(paths(repeat.calls).filter((path) => path.endsWith("initialize"))).toHaveLength(1);
    expect(repeat.calls.at(-1)?.values).toEqual({ media: { media_ids: ["50", "60"] } });
  });
});

describe("an alt text", () => {
  const described: PostContent = { text: "", media: [{ ...first, altText: "A dot" }] };

  it("is told to X before the post, and nothing is where there is none", async () => {
    const { request } = createWorld();
    const { publish, calls } = request({ ...uploads(), tweets: POSTED });
    await publish(described);
    expect(calls.slice(-2)).toEqual([
      {
        path: "media/metadata",
        values: { id: "50", metadata: { alt_text: { text: "A dot" } } },
      },
      { path: "tweets", values: { media: { media_ids: ["50"] } } },
    ]);
    const plain = request({ ...uploads(), tweets: POSTED });
    await plain.publish(base);
    expect(paths(plain.calls)).not.toContain("media/metadata");
  });

  it("is told by the repeat where a process died before", async () => {
    const { request } = createWorld();
    void request({ ...uploads(), "media/metadata": () => NEVER }).publish(described);
    await turns();
    const repeat = request({ ...uploads(), tweets: POSTED });
    await repeat.publish(described);
    expect(paths(repeat.calls).slice(-2)).toEqual(["media/metadata", "tweets"]);
  });
});
