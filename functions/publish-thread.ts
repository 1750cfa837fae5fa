// Made by `npm run generate` from src/operations.
import { registerOperation } from "../src/register.ts";

registerOperation({
  operationId: "PublishThread",
  method: "POST",
  route: "publishthread",
});
