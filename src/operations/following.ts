import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn, userName } from "../connector/parameters.ts";
import { followsOfUser } from "./follow-list.ts";
import { defineOperation } from "./operation.ts";

export const following = defineOperation({
  operationId: "Following",
  method: "GET",
  route: "friends",
  summary: "Get following",
  description: "The operation gets the list of people the given user follows.",
  visibility: "important",
  parameters: { userName, maxResults: maxUsersToReturn },
  returns: { model: UserDetailsModel, many: true },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/following", "GET users/by/username/{username}"],
  run: followsOfUser("following"),
});
