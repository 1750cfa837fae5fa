// Made by `npm run generate` from src/operations.
import { registerOperation } from "../src/register.ts";

registerOperation({
  operationId: "SearchTweet",
  method: "GET",
  route: "searchtweets",
});
