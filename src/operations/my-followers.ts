import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToGet } from "../connector/parameters.ts";
import { followsOfMe } from "./follow-list.ts";
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
  xEndpoints: ["GET users/{id}/followers"],
  run: followsOfMe("followers"),
});
