import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(async () => {
  await connector.control("faults", undefined, "DELETE");
  await connector.forgetXCalls();
});

const deletePost = (tweetId: string) =>
  connector.call("deletepost", { method: "DELETE", query: { tweetId } });
const postOf = async (as: string): Promise<string> =>
  (await connector.control("posts", { as, text: "To be deleted" })).json.id;
const isThere = async (id: string): Promise<boolean> =>
  (await connector.control("state")).json.posts.some((post: { id: string }) => post.id === id);

describe("deleting a post", () => {
  it("takes it from X, at X's price, and counts as another call than a post", async () => {
    const id = await postOf(SANDBOX_USER.username);
    const { status, text, headers } = await deletePost(id);
    expect([status, text]).toEqual([200, `{"TweetId":"${id}","Deleted":true}`]);
    expect(await isThere(id)).toBe(false);
    expect(headers.get("x-connector-x-cost")).toBe("0.010");
    expect(headers.get("ratelimit-limit")).toBe("600");
  });

  it("takes a link to it as well", async () => {
    const id = await postOf(SANDBOX_USER.username);
    const { json } = await deletePost(`https://x.com/i/web/status/${id}?s=20`);
    expect(json.TweetId).toBe(id);
    expect(await isThere(id)).toBe(false);
  });

  it("that is gone already is a success", async () => {
    const id = await postOf(SANDBOX_USER.username);
    const first = await deletePost(id);
    const second = await deletePost(id);
    expect([second.status, second.text]).toEqual([200, first.text]);
  });

  it("succeeds at the repeat when X's answer was lost", async () => {
    const id = await postOf(SANDBOX_USER.username);
    await connector.control("faults", { kind: "cut", method: "DELETE", afterEffect: true });
    expect((await deletePost(id)).json.code).toBe("XUnavailable");
    expect((await deletePost(id)).status).toBe(200);
  });

  it("of somebody else is refused with X's reason", async () => {
    const id = await postOf("contoso");
    const { status, json } = await deletePost(id);
    expect([status, json.code]).toEqual([403, "NotPermitted"]);
    expect(json.x.detail).toBe("You are not authorized to delete this Tweet.");
    expect(await isThere(id)).toBe(true);
  });

  // Reported: the same text, posted again within 15 minutes, was answered with the id of what was deleted.
  it("lets the same be posted again, as undoing a retweet lets it be made again", async () => {
    const post = async () => {
      const query = { tweetText: "Twice, on purpose" };
      return (await connector.call("posttweet", { method: "POST", query })).json.TweetId;
    };
    const first = await post();
    await deletePost(first);
    const second = await post();
    expect([await isThere(first), await isThere(second)]).toEqual([false, true]);

    const query = { tweetId: await postOf("contoso") };
    const retweet = async () =>
      (await connector.call("retweet", { method: "POST", query })).json.TweetId;
    const retweeted = await retweet();
    await connector.call("undoretweet", { method: "DELETE", query });
    expect(await isThere(retweeted)).toBe(false);
    expect(await isThere(await retweet())).toBe(true);
  });

  it.each(["", "abc", "1460323737035677698x"])("named by %j asks X for nothing", async (id) => {
    const { status, json } = await deletePost(id);
    expect([status, json.code, json.target]).toEqual([400, "InvalidParameter", "tweetId"]);
    expect(await connector.xCalls()).toEqual([]);
  });
});
