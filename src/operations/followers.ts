import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn, userName } from "../connector/parameters.ts";
import { followsOfUser } from "./follow-list.ts";
import { defineOperation } from "./operation.ts";

export const followers = defineOperation({
  operationId: "Followers",
  method: "GET",
  route: "followers",
  summary: "Get followers",
  description: "This operation gets the list of users that follow a given user.",
  visibility: "important",
  parameters: { userName, maxResults: maxUsersToReturn },
  returns: { model: UserDetailsModel, many: true },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/followers", "GET users/by/username/{username}"],
  run: followsOfUser("followers"),
});
