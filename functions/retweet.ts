// Made by `npm run generate` from src/operations.
import { retweet } from "../src/operations/retweet.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(retweet);
