import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn } from "../connector/parameters.ts";
import { followsOfMe } from "./follow-list.ts";
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
  xEndpoints: ["GET users/{id}/following"],
  run: followsOfMe("following"),
});
