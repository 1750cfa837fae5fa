/** Which threads are the same one. */
import { describe, expect, it } from "vitest";
import type { PostContent } from "../../../src/x/post-content.ts";
import { FILES } from "../../fixtures/media-files.ts";
import { createScene, type Scene, startInstance } from "../../harness/disturbed-instance.ts";

const MINUTE_MS = 60_000;

/** With a picture, because X itself refuses a text that stands there already. */
const part = (text: string): PostContent => ({
  text,
  media: [{ file: { bytes: FILES.png, type: "image/png", category: "tweet_image" }, altText: "" }],
});
const NEWS = [part("News"), part("A"), part("B")];
const OTHER_NEWS = [part("News"), part("C"), part("D")];

const publish = async (scene: Scene, parts: readonly PostContent[], run = "") => {
  const instance = startInstance(scene);
  const ids = await instance.call(run, ({ threads }, caller) => threads.publish(caller, parts));
  return { ids: ids as readonly string[], notices: instance.notices };
};
const isAnew = (one: { ids: readonly string[] }, other: { ids: readonly string[] }) =>
  !one.ids.some((id) => other.ids.includes(id));

describe("a thread that is finished", () => {
  it("is told again for 15 minutes, which repeats do not prolong", async () => {
    const scene = createScene();
    const first = await publish(scene, NEWS);
    scene.clock.advance(10 * MINUTE_MS);
    const repeat = await publish(scene, NEWS);
    expect(repeat.ids).toEqual(first.ids);
    expect(repeat.notices).toEqual([expect.stringContaining("nothing was posted again")]);
    scene.clock.advance(6 * MINUTE_MS);
    const later = await publish(scene, NEWS);
    expect(isAnew(later, first)).toBe(true);
    expect(later.notices).toEqual([]);
  });

  it("is made anew by another run", async () => {
    const scene = createScene();
    const first = await publish(scene, NEWS, "run-1");
    expect(isAnew(await publish(scene, NEWS, "run-2"), first)).toBe(true);
    expect(scene.x.made()).toHaveLength(6);
  });

  // It went on below the first post of the other one.
  it("is another than one of the same run that begins like it, and a repeat of each is told its own", async () => {
    const scene = createScene();
    const first = await publish(scene, NEWS, "run");
    const other = await publish(scene, OTHER_NEWS, "run");
    expect(isAnew(other, first)).toBe(true);
    expect(scene.x.made().filter(({ replyTo }) => replyTo === undefined)).toHaveLength(2);
    expect((await publish(scene, NEWS, "run")).ids).toEqual(first.ids);
    expect((await publish(scene, OTHER_NEWS, "run")).ids).toEqual(other.ids);
    expect(scene.x.made()).toHaveLength(6);
  });
});

describe("a thread that stopped", () => {
  /** At its last post. */
  const stop = async (scene: Scene, run: string) => {
    const fault = { kind: "X answers", answer: "403", afterwards: false } as const;
    const trial = startInstance(createScene());
    await trial.call(run, ({ threads }, caller) => threads.publish(caller, NEWS));
    const at = trial.steps.lastIndexOf("POST tweets");
    return startInstance(scene, { disturbance: { at, fault } })
      .call(run, ({ threads }, caller) => threads.publish(caller, NEWS))
      .catch(({ code }) => code);
  };

  it("may be made shorter", async () => {
    const scene = createScene();
    expect(await stop(scene, "run-1")).toBe("NotPermitted");
    const shorter = await publish(scene, NEWS.slice(0, 2), "run-2");
    expect(shorter.ids).toEqual(scene.x.made().map(({ id }) => id));
    expect(shorter.ids).toHaveLength(2);
  });

  it("makes a post anew whose author has taken it back at X, where the repeat finds it gone", async () => {
    const scene = createScene();
    await stop(scene, "run-1");
    scene.x.remove(scene.x.made().at(-1)?.id ?? "");
    await expect(publish(scene, NEWS, "run-2")).rejects.toMatchObject({
      code: "TweetNotFound",
      message: expect.stringContaining("The post before it is gone: a repeat makes it anew"),
    });
    const { ids } = await publish(scene, NEWS, "run-2");
    expect(ids).toEqual(scene.x.made().map(({ id }) => id));
    expect(ids).toHaveLength(3);
  });

  it("is begun anew after a day", async () => {
    const scene = createScene();
    await stop(scene, "run-1");
    scene.clock.advance(24 * 60 * MINUTE_MS);
    const { ids, notices } = await publish(scene, NEWS, "run-2");
    expect([ids.length, scene.x.made().length, notices]).toEqual([3, 5, []]);
  });
});
