import { expect, it } from "vitest";
import { deletePost } from "../../../src/x/undoing.ts";
import { toXError } from "../../../src/x/x-error.ts";
import { preparedSession } from "../../harness/x-session.ts";

const NOT_FOUND = {
  title: "Not Found Error",
  detail: "Could not find tweet with id: [7].",
  type: "https://api.twitter.com/2/problems/resource-not-found",
  resource_type: "tweet",
};

it.each<[string, () => unknown]>([
  ["true", () => ({ data: { deleted: true } })],
  ["that it has no such post, with 200", () => ({ errors: [NOT_FOUND] })],
  [
    "that it has no such post, with 404",
    () => {
      throw toXError({ kind: "refused", status: 404, headers: {}, body: NOT_FOUND }, "tweets/7", 0);
    },
  ],
])("a post is deleted when X answers %s", async (_, answer) => {
  const { x, calls } = preparedSession(answer);
  await deletePost(x, "7");
  expect(calls.map(({ path }) => path)).toEqual(["tweets/7"]);
});

it.each([
  ["that it deleted nothing", { data: { deleted: false } }],
  ["errors of another kind", { errors: [{ title: "Service Unavailable" }] }],
  ["nothing", {}],
])("a post is not deleted when X answers %s", async (_, answer) => {
  const { x } = preparedSession(() => answer);
  await expect(deletePost(x, "7")).rejects.toMatchObject({ code: "XUnavailable" });
});
