// Made by `npm run generate` from src/operations.
import { onNewTweet } from "../src/operations/on-new-tweet.ts";
import { registerOperation } from "../src/register.ts";

registerOperation(onNewTweet);
