// Made by `npm run generate` from src/operations.
import { tweet } from "../src/operations/tweet.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(tweet);
