/** Who follows whom: https://docs.x.com/x-api/users/get-followers */
import type { UserDetails } from "../connector/models.ts";
import { USER_FIELDS } from "./fields.ts";
import { aboutUser } from "./missing-resource.ts";
import type { XSession } from "./session.ts";
import { userPage } from "./shapes.ts";
import type { UserDirectory } from "./user-directory.ts";
import { toUserDetails } from "./user-mapping.ts";

export type Direction = "followers" | "following";

/** One page of users, newest follow first. `count` is 1 to 1000. */
export const follows = async (
  x: XSession,
  directory: UserDirectory,
  user: { readonly id: string; readonly handle: string },
  direction: Direction,
  count: number,
): Promise<UserDetails[]> => {
  const query = { "user.fields": USER_FIELDS, max_results: count };
  const page = await aboutUser(
    user.handle,
    x.get(`users/${user.id}/${direction}`, userPage, query),
  );
  directory.learn(page.data);
  return (page.data ?? []).slice(0, count).map(toUserDetails);
};
