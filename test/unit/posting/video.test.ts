/** Media that X takes its time for. */
import { describe, expect, it } from "vitest";
import { createWorld, DEADLINE_MS, NOW, POSTED, paths, VIDEO } from "./world.ts";

describe("a video", () => {
  const upload = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": {
      data: { id: "5", processing_info: { state: "pending", check_after_secs: 5 } },
    },
  };
  const status = (info: object) => ({ data: { id: "5", processing_info: info } });

  it("is asked for as X says, until the time runs out, and its id is kept", async () => {
    const { request, time } = createWorld();
    const first = request({
      ...upload,
      "media/upload": status({ state: "in_progress", check_after_secs: 10 }),
    });
    await expect(first.tweet("A film", VIDEO)).rejects.toMatchObject({ code: "XTimeout" });
    expect(paths(first.calls).filter((path) => path === "media/upload")).toHaveLength(10);
    expect(time.now - NOW).toBe(95_000);

    const repeat = request({ "media/upload": status({ state: "succeeded" }), tweets: POSTED });
    expect(await repeat.tweet("A film", VIDEO)).toBe("7");
    expect(repeat.calls.at(-1)?.values).toEqual({ text: "A film", media: { media_ids: ["5"] } });
  });

  it("is asked for after a second when X does not say when", async () => {
    const { request, time } = createWorld();
    let asked = 0;
    const { tweet } = request({
      ...upload,
      "media/upload/finalize": status({ state: "pending" }),
      "media/upload": () => {
        asked += 1;
        return status({ state: asked < 3 ? "in_progress" : "succeeded" });
      },
      tweets: POSTED,
    });
    expect(await tweet("A film", VIDEO)).toBe("7");
    expect(time.now - NOW).toBe(3_000);
  });

  it.each([[{ state: "dreaming" }], [{}], [{ state: null }]])(
    "of the state %j is asked for on, and posted when it is ready",
    async (info) => {
      const { request } = createWorld();
      let asked = 0;
      const { tweet } = request({
        ...upload,
        "media/upload": () => {
          asked += 1;
          return status(asked < 3 ? info : { state: "succeeded" });
        },
        tweets: POSTED,
      });
      expect(await tweet("A film", VIDEO)).toBe("7");
      expect(asked).toBe(3);
    },
  );

  it("whose state nobody knows is given up at the deadline, and its id is kept", async () => {
    const { request, time } = createWorld();
    const { tweet } = request({ ...upload, "media/upload": status({}) });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({
      code: "XTimeout",
      message: expect.stringContaining("within 15 minutes"),
    });
    expect(time.now - NOW).toBeLessThanOrEqual(DEADLINE_MS - 5_000);
    const repeat = request({ "media/upload": status({ state: "succeeded" }), tweets: POSTED });
    expect(await repeat.tweet("A film", VIDEO)).toBe("7");
  });

  // Reported: no test noticed when media's deadline left no time for the post.
  it.each([
    [5_000, "is posted"],
    [4_999, "is not waited for"],
  ])("that leaves %i ms for the post itself %s", async (left, outcome) => {
    const { request } = createWorld();
    const { tweet, calls } = request(
      {
        ...upload,
        "media/upload/finalize": status({ state: "pending", check_after_secs: 20 }),
        "media/upload": status({ state: "succeeded" }),
        tweets: POSTED,
      },
      { deadlineMs: 20_000 + left },
    );
    const posted = await tweet("A film", VIDEO).catch(({ code }) => code);
    expect(posted).toBe(outcome === "is posted" ? "7" : "XTimeout");
    expect(paths(calls).includes("tweets")).toBe(outcome === "is posted");
  });

  it("that X failed without a reason is refused, and the next try uploads again", async () => {
    const { request } = createWorld();
    const { tweet } = request({ ...upload, "media/upload": status({ state: "failed" }) });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({
      code: "UnsupportedMedia",
      message: expect.stringContaining("InvalidMedia"),
    });
    const next = request({
      ...upload,
      "media/upload": status({ state: "succeeded" }),
      tweets: POSTED,
    });
    await next.tweet("A film", VIDEO);
    expect(paths(next.calls)).toContain("media/upload/initialize");
  });

  it("whose upload X answers without an id is an error", async () => {
    const { request } = createWorld();
    const { tweet } = request({ "media/upload/initialize": {} });
    await expect(tweet("A film", VIDEO)).rejects.toMatchObject({ code: "XUnavailable" });
  });
});
