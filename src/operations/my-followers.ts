import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToGet } from "../connector/parameters.ts";
import { capUsers } from "../connector/results.ts";
import { follows } from "../x/follows.ts";
import { defineOperation } from "./operation.ts";

export const myFollowers = defineOperation({
  operationId: "MyFollowers",
  method: "GET",
  route: "myfollowers",
  summary: "Get my followers",
  description: "This operation gets the list of users who are following me.",
  visibility: "important",
  parameters: { maxResults: maxUsersToGet },
  returns: { model: UserDetailsModel, many: true },
  limitClass: "other",
  run(input, { x, directory, identity, notice }) {
    const me = { id: identity.userId, handle: identity.userName };
    return follows(x, directory, me, "followers", capUsers(input.maxResults, { notice }));
  },
});
