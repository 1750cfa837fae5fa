import { UserDetailsModel } from "../connector/models.ts";
import { userName } from "../connector/parameters.ts";
import { toUserDetails } from "../x/user-mapping.ts";
import { defineOperation } from "./operation.ts";

export const user = defineOperation({
  operationId: "User",
  method: "GET",
  route: "user",
  summary: "Get user",
  description:
    "This operation gets the profile details for a given user, such as user name, description, followers count, and more.",
  visibility: "important",
  parameters: { userName },
  returns: { model: UserDetailsModel },
  limitClass: "other",
  xEndpoints: ["GET users/by/username/{username}"],
  run: async (input, { x, directory }) =>
    toUserDetails(await directory.profileOf(x, input.userName)),
});
