// Made by `npm run generate` from src/operations.
import { registerOperation } from "../src/register.ts";

registerOperation({
  operationId: "GetPosts",
  method: "GET",
  route: "posts",
});
