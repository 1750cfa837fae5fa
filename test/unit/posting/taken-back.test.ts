/** What was taken back is made again when it is asked for again, in whatever order, on whichever instance, after any fault. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConnectorError } from "../../../src/connector/errors.ts";
import type { ThreadCaller } from "../../../src/publishing/thread.ts";
import type { PostContent } from "../../../src/x/post-content.ts";
import { FILES } from "../../fixtures/media-files.ts";
import {
  createScene,
  type Disturbance,
  type Fault,
  LOST_ANSWERS,
  REFUSALS,
  type Rooms,
  type Scene,
  startInstance,
  type XAnswer,
} from "../../harness/disturbed-instance.ts";

const TEXT: PostContent = { text: "Hello", media: [] };
const PICTURE: PostContent = {
  text: "",
  media: [{ file: { bytes: FILES.png, type: "image/png", category: "tweet_image" }, altText: "" }],
};
/** After which the lease of who died is over. */
const LEASE_OVER_MS = 46_000;

type Work<T> = (rooms: Rooms, caller: ThreadCaller) => Promise<T>;

/** One call, on an instance of its own, that names no run. */
const call = <T>(scene: Scene, work: Work<T>, disturbance?: Disturbance) =>
  startInstance(scene, { disturbance }).call("", work);
const post =
  (content: PostContent): Work<string> =>
  ({ posting }, caller) =>
    posting.post(caller, content);
const retweet =
  (id: string): Work<string> =>
  ({ posting }, caller) =>
    posting.retweet(caller, id);
const deletePost =
  (id: string): Work<void> =>
  ({ posting }, caller) =>
    posting.deletePost(caller, id);
const undo =
  (id: string): Work<void> =>
  ({ posting }, caller) =>
    posting.undoRetweet(caller, id);

const idsAt = ({ x }: Scene) => x.made().map(({ id }) => id);

describe.each([
  ["a text", TEXT],
  ["a picture", PICTURE],
])("%s that was deleted", (_, content) => {
  // Reported: the same text, posted again within 15 minutes, was answered with the id of what was deleted.
  it("is posted again, once", async () => {
    const scene = createScene();
    const first = await call(scene, post(content));
    await call(scene, deletePost(String(first)));
    expect(idsAt(scene)).toEqual([]);
    const second = await call(scene, post(content));
    expect(second).not.toBe(first);
    expect(await call(scene, post(content))).toBe(second);
    expect(idsAt(scene)).toEqual([second]);
  });

  it("is posted once for two that ask at once", async () => {
    const scene = createScene();
    await call(scene, deletePost(String(await call(scene, post(content)))));
    const both = await Promise.all([call(scene, post(content)), call(scene, post(content))]);
    expect(both[0]).toBe(both[1]);
    expect(idsAt(scene)).toEqual([both[0]]);
  });

  it("by hand, at X, is not known to be gone", async () => {
    const scene = createScene();
    const first = await call(scene, post(content));
    scene.x.remove(String(first));
    expect(await call(scene, post(content))).toBe(first);
  });
});

describe("a deletion", () => {
  it("that X refuses leaves the post, whose repeat is told its id without X", async () => {
    const scene = createScene();
    const id = await call(scene, post(TEXT));
    const refusal: Fault = { kind: "X answers", answer: "429", afterwards: false };
    const refused = call(scene, deletePost(String(id)), { at: 2, fault: refusal });
    await expect(refused).rejects.toMatchObject({ code: "XRateLimited" });
    const repeat = startInstance(scene);
    expect(await repeat.call("", post(TEXT))).toBe(id);
    expect(repeat.steps).toEqual(["store: create", "store: read", "store: read"]);
  });

  it("that X refuses takes nothing from the one that it has carried out", async () => {
    const scene = createScene();
    const id = String(await call(scene, post(TEXT)));
    await call(scene, deletePost(id));
    const fault: Fault = { kind: "X answers", answer: "429", afterwards: false };
    await expect(call(scene, deletePost(id), { at: 2, fault })).rejects.toThrow();
    expect(await call(scene, post(TEXT))).not.toBe(id);
  });

  it("is not made while it cannot be noted", async () => {
    const scene = createScene();
    const id = String(await call(scene, post(TEXT)));
    const fault: Fault = { kind: "the store is away", forLong: true, afterwards: false };
    await expect(call(scene, deletePost(id), { at: 0, fault })).rejects.toMatchObject({
      code: "StateUnavailable",
      message: expect.stringContaining("takes nothing back. Try again"),
    });
    expect(scene.x.isThere(id)).toBe(true);
  });

  it("whose outcome X does not tell leaves the repeat in doubt, and nothing is posted", async () => {
    const scene = createScene();
    const id = String(await call(scene, post(PICTURE)));
    const lost: Fault = { kind: "X answers", answer: "lost", afterwards: false };
    await expect(call(scene, deletePost(id), { at: 2, fault: lost })).rejects.toThrow();
    const unasked: Fault = { kind: "X answers", answer: "503", afterwards: false };
    await expect(call(scene, post(PICTURE), { at: 3, fault: unasked })).rejects.toMatchObject({
      code: "XUnavailable",
    });
    expect(await call(scene, post(PICTURE))).toBe(id);
    expect(idsAt(scene)).toEqual([id]);
  });
});

describe("a retweet that was undone", () => {
  it.each([
    ["as a retweet", (id: string) => undo(id)],
    ["by its own id", (_: string, retweetId: string) => deletePost(retweetId)],
  ])("%s is made again, once", async (_, takeBack) => {
    const scene = createScene();
    const id = scene.x.postOfAnother("News");
    const first = await call(scene, retweet(id));
    await call(scene, takeBack(id, String(first)));
    expect(scene.x.retweeted()).toEqual([]);
    const second = await call(scene, retweet(id));
    expect(second).not.toBe(first);
    expect(scene.x.retweeted()).toEqual([id]);
    const repeat = startInstance(scene);
    expect(await repeat.call("", retweet(id))).toBe(second);
    expect(repeat.steps.filter((step) => !step.startsWith("store"))).toEqual([]);
  });
});

describe("a thread of which a post was deleted", () => {
  it("is made anew from there on", async () => {
    const scene = createScene();
    const parts = [1, 2, 3].map(() => PICTURE);
    const thread: Work<readonly string[]> = ({ threads }, caller) => threads.publish(caller, parts);
    const first = (await call(scene, thread)) as readonly string[];
    await call(scene, deletePost(first[2] ?? ""));
    const second = (await call(scene, thread)) as readonly string[];
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2));
    expect(idsAt(scene)).toEqual(second);
    expect(scene.x.made().at(-1)?.replyTo).toBe(first[1]);
    for (const id of second) await call(scene, deletePost(id));
    const third = (await call(scene, thread)) as readonly string[];
    expect(idsAt(scene)).toEqual(third);
    expect(third.some((id) => second.includes(id))).toBe(false);
  });
});

/** Any fault at one of the first steps of a call; most calls have fewer. */
const disturbances = fc.record({
  at: fc.nat(9),
  fault: fc.oneof(
    fc.record({ kind: fc.constant("it dies" as const), afterwards: fc.boolean() }),
    fc.record({
      kind: fc.constant("the store is away" as const),
      forLong: fc.boolean(),
      afterwards: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("X answers" as const),
      answer: fc.constantFrom(...(Object.keys(LOST_ANSWERS) as XAnswer[])),
      afterwards: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("X answers" as const),
      answer: fc.constantFrom(...(Object.keys(REFUSALS) as XAnswer[])),
      afterwards: fc.constant(false),
    }),
  ),
});

const settled = async (scene: Scene, calling: Promise<unknown>): Promise<unknown> => {
  const outcome = await calling.catch((error: unknown) => {
    if (error instanceof ConnectorError) return error;
    throw error;
  });
  if (outcome === "died") scene.clock.advance(LEASE_OVER_MS);
  return outcome;
};

it.each([
  ["text", TEXT],
  ["picture", PICTURE],
])(
  "whatever was done before and went wrong, a %s is posted and deleted as it is said",
  async (_, content) => {
    const steps = fc.array(
      fc.record({
        does: fc.constantFrom("post", "delete"),
        disturbance: fc.option(disturbances, { nil: undefined }),
      }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const scene = createScene();
        for (const { does, disturbance } of history) {
          const [id] = idsAt(scene);
          if (does === "post") await settled(scene, call(scene, post(content), disturbance));
          else if (id) await settled(scene, call(scene, deletePost(id), disturbance));
          expect(idsAt(scene).length).toBeLessThanOrEqual(1);
        }
        const told = await settled(scene, call(scene, post(content)));
        expect(idsAt(scene)).toEqual([told]);
      }),
      { numRuns: 40 },
    );
  },
);

it("whatever was done before and went wrong, a retweet is there when that is said, and is not when it was undone", async () => {
  const steps = fc.array(
    fc.record({
      does: fc.constantFrom("retweet", "undo"),
      disturbance: fc.option(disturbances, { nil: undefined }),
    }),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const scene = createScene();
      const id = scene.x.postOfAnother("News");
      for (const { does, disturbance } of history)
        await settled(
          scene,
          call<unknown>(scene, does === "undo" ? undo(id) : retweet(id), disturbance),
        );
      await settled(scene, call(scene, retweet(id)));
      expect(scene.x.retweeted()).toEqual([id]);
      await call(scene, undo(id));
      expect(scene.x.retweeted()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
