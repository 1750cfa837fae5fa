// Made by `npm run generate` from src/operations.
import { getMyMentions } from "../src/operations/get-my-mentions.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(getMyMentions);
