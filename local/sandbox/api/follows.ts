/** Followers and followed users: https://docs.x.com/x-api/users/get-followers */
import { readWanted, USER_VIEW } from "../answers/wanted.ts";
import { notAuthorized } from "../problems.ts";
import type { Users } from "../world/users.ts";
import { mayRead } from "../world/world.ts";
import { type Call, type Endpoint, READ } from "./endpoint.ts";
import { pageOfList } from "./paging.ts";
import { checkId } from "./parameters.ts";
import { userError } from "./users.ts";

const SIZE = { least: 1, most: 1000, usual: 100 };

const followList = (listed: (users: Users, id: string) => readonly string[]) => (call: Call) => {
  const { world, me, query, answers } = call;
  const id = checkId("id", call.id);
  const wanted = readWanted(query, "users");
  const user = world.users.find(id);
  const error = userError(user, "id", id);
  if (error || !user) return { errors: [error] };
  if (!mayRead(world, me, user)) return { errors: [notAuthorized("user", "id", id, "data")] };
  const shown = listed(world.users, id).flatMap((each) => {
    const found = world.users.find(each);
    return found && !found.suspended ? found : [];
  });
  const { page, meta } = pageOfList(query, shown, SIZE);
  return {
    ...(page.length > 0 && { data: page.map((each) => answers.user(each, wanted)) }),
    ...answers.includesOf(page, wanted),
    meta,
  };
};

const LIST = {
  method: "GET",
  scopes: [...READ, "follows.read"],
  limit: { window: 300 },
  parameters: ["max_results", "pagination_token", ...USER_VIEW],
} as const;

export const followEndpoints: readonly Endpoint[] = [
  {
    ...LIST,
    name: "followers",
    path: /^users\/([^/]+)\/followers$/,
    run: followList((users, id) => users.followersOf(id)),
  },
  {
    ...LIST,
    name: "following",
    path: /^users\/([^/]+)\/following$/,
    run: followList((users, id) => users.followedBy(id)),
  },
];
