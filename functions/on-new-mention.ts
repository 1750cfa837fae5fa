// Made by `npm run generate` from src/operations.
import { registerOperation } from "../src/register.ts";

registerOperation({
  operationId: "OnNewMention",
  method: "GET",
  route: "onnewmention",
});
