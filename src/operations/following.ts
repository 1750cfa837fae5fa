import { UserDetailsModel } from "../connector/models.ts";
import { maxUsersToReturn, userName } from "../connector/parameters.ts";
import { capUsers } from "../connector/results.ts";
import { follows } from "../x/follows.ts";
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
  async run(input, { x, directory, notice }) {
    const count = capUsers(input.maxResults, { notice });
    const handle = input.userName;
    return follows(
      x,
      directory,
      { id: await directory.idOf(x, handle), handle },
      "following",
      count,
    );
  },
});
