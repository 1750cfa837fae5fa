import { TweetModel } from "../connector/models.ts";
import { maxTweetsToReturn, userName } from "../connector/parameters.ts";
import { capTweets } from "../connector/results.ts";
import { userTimeline as readUserTimeline } from "../x/timelines.ts";
import { defineOperation } from "./operation.ts";

export const userTimeline = defineOperation({
  operationId: "UserTimeline",
  method: "GET",
  route: "usertimeline",
  summary: "Get user timeline",
  description: "This operation gets a list of the most recent tweets posted by a given user.",
  visibility: "important",
  parameters: { userName, maxResults: maxTweetsToReturn },
  returns: { model: TweetModel, many: true },
  limitClass: "other",
  xEndpoints: ["GET users/{id}/tweets", "GET users/by/username/{username}"],
  async run(input, { x, directory, notice }) {
    const count = capTweets(input.maxResults, { notice });
    const handle = input.userName;
    const read = (id: string) => readUserTimeline(x, { id, handle }, count);
    return directory.withId(x, handle, read, ([newest]) => newest?.TweetedBy);
  },
});
