import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn } from "../connector/parameters.ts";
import { capUsers } from "../connector/results.ts";
import { follows } from "../x/follows.ts";
import { defineOperation } from "./operation.ts";

export const myFollowing = defineOperation({
  operationId: "MyFollowing",
  method: "GET",
  route: "myfriends",
  summary: "Get my following",
  description: "This operation gets the list of users that I am following.",
  visibility: "important",
  parameters: { maxResults: maxUsersToReturn },
  returns: { model: UserDetailsModel, many: true },
  limitClass: "other",
  run(input, { x, directory, identity, notice }) {
    const me = { id: identity.userId, handle: identity.userName };
    return follows(x, directory, me, "following", capUsers(input.maxResults, { notice }));
  },
});
