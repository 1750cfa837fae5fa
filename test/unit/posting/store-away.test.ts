/** Posting while the store is away, and what it asks of the store otherwise. */
import { describe, expect, it } from "vitest";
import { createWorld, fail, failing, POSTED, paths, refused, timelineOf, VIDEO } from "./world.ts";

describe("a store that is away", () => {
  const unavailable = { code: "StateUnavailable", status: 503, options: { retryAfterSeconds: 10 } };
  const upload = {
    "media/upload/initialize": { data: { id: "5" } },
    "media/upload/finalize": { data: { id: "5" } },
  };

  it("at first means 503 with Retry-After, and X is not called", async () => {
    const { request, store } = createWorld();
    const { tweet, calls } = request({ tweets: POSTED }, { on: failing(store, "create") });
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("at the repeat means 503 with Retry-After, and X is not called", async () => {
    const { request, store } = createWorld();
    await request({ tweets: POSTED }).tweet("Hello");
    const { tweet, calls } = request({ tweets: POSTED }, { on: failing(store, "read") });
    await expect(tweet("Hello")).rejects.toMatchObject(unavailable);
    expect(calls).toEqual([]);
  });

  it("during an upload means 503 with Retry-After, and nothing is posted", async () => {
    const { request, store } = createWorld();
    const { tweet, calls } = request(
      { ...upload, tweets: POSTED },
      { on: failing(store, "replace", 2) },
    );
    await expect(tweet("Hello", VIDEO)).rejects.toMatchObject(unavailable);
    expect(paths(calls)).not.toContain("tweets");
  });

  it("after X has posted changes nothing for the caller, and the repeat finds the post", async () => {
    const { request, store } = createWorld();
    expect(
      await request({ tweets: POSTED }, { on: failing(store, "replace") }).tweet("Hello"),
    ).toBe("7");
    const repeat = request({ "users/tweets": timelineOf({ id: "7", text: "Hello" }) });
    expect(await repeat.tweet("Hello")).toBe("7");
  });

  it("when X has refused leaves X's reason", async () => {
    const { request, store } = createWorld();
    const { tweet } = request(
      { tweets: () => fail(refused(402)) },
      { on: failing(store, "delete") },
    );
    await expect(tweet("Hello")).rejects.toMatchObject({ code: "CreditsDepleted" });
  });
});

it("a post without media takes two operations of the store, and its repeat three", async () => {
  const { request, store } = createWorld();
  const operations: string[] = [];
  const counted = new Proxy(store, {
    get: (target, name) => {
      operations.push(String(name));
      return Reflect.get(target, name);
    },
  });
  await request({ tweets: POSTED }, { on: counted }).tweet("Hello");
  await request({ tweets: POSTED }, { on: counted }).tweet("Hello");
  expect(operations).toEqual(["create", "replace", "create", "read", "read"]);
});
