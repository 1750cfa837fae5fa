import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn, userName } from "../connector/parameters.ts";
import { capUsers } from "../connector/results.ts";
import { follows } from "../x/follows.ts";
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
  async run(input, { x, directory, notice }) {
    const count = capUsers(input.maxResults, { notice });
    const handle = input.userName;
    return follows(
      x,
      directory,
      { id: await directory.idOf(x, handle), handle },
      "followers",
      count,
    );
  },
});
