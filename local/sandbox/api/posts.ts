/** Posts by id, and deleting them: https://docs.x.com/x-api/posts/manage-tweets/introduction */
import { POST_VIEW, readWanted } from "../answers/wanted.ts";
import { forbidden, notAuthorized, notFound } from "../problems.ts";
import { type Call, type Endpoint, READ, WRITE } from "./endpoint.ts";
import { checkId, readValues } from "./parameters.ts";
import { seenPost } from "./seen-post.ts";

const byIds = (call: Call) => {
  const ids = readValues(call.query, "ids", checkId);
  const wanted = readWanted(call.query, "posts");
  const found = ids.flatMap((id) => seenPost(call, id) ?? []);
  const missing = ids.filter((id) => !found.some((post) => post.id === id));
  const answer = call.answers.posts(found, call.me, wanted);
  const errors = [
    ...(answer.errors ?? []),
    ...missing.map((id) =>
      call.world.posts.find(id)
        ? notAuthorized("tweet", "ids", id, "data")
        : notFound("tweet", "ids", id),
    ),
  ];
  return { ...answer, ...(errors.length > 0 && { errors }) };
};

/** What is gone already counts as deleted, as X is reported to answer. */
const remove = ({ world, me, id: given }: Call) => {
  const id = checkId("id", given);
  const found = world.posts.find(id);
  if (found && found.authorId !== me.id) {
    throw forbidden("You are not authorized to delete this Tweet.");
  }
  world.posts.remove(id);
  return { data: { deleted: true } };
};

export const postEndpoints: readonly Endpoint[] = [
  {
    name: "posts by ids",
    method: "GET",
    path: /^tweets$/,
    scopes: READ,
    limit: { window: 900 },
    parameters: ["ids", ...POST_VIEW],
    run: byIds,
  },
  {
    name: "delete",
    method: "DELETE",
    path: /^tweets\/([^/]+)$/,
    scopes: WRITE,
    limit: { window: 50 },
    parameters: [],
    run: remove,
  },
];
